package io.atalaya.operate.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.WeightedTargetGroup;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Where a rule is arithmetic. */
class PreflightArithmeticTest {
    @Property
    void aRefreshKeepsAtLeastTheShareAndReplacesAtLeastOne(
            @ForAll @IntRange(min = 1, max = 10_000) int members, @ForAll @IntRange(max = 100) int percent) {
        var kept = RefreshRules.kept(members, percent);
        assertThat(kept).isBetween(0, members - 1);
        assertThat(kept == members - 1 || kept * 100L >= (long) members * percent)
                .isTrue();
        assertThat(kept == 0 || (kept - 1) * 100L < (long) members * percent)
                .as("no more than asked for")
                .isTrue();
    }

    @Property
    void sharesAddUpAndHideNobody(@ForAll @Size(min = 1, max = 5) List<@IntRange(max = 999) Integer> weights) {
        var groups = new ArrayList<WeightedTargetGroup>();
        for (int i = 0; i < weights.size(); i++) {
            groups.add(new WeightedTargetGroup("g" + i, weights.get(i)));
        }
        var shares = WeightRules.shares(groups);
        groups.forEach(each -> assertThat(shares.getOrDefault(each.targetGroupArn(), -1) > 0)
                .as(weights.toString())
                .isEqualTo(each.weight() > 0));
        var sum = shares.values().stream().mapToInt(Integer::intValue).sum();
        if (weights.stream().allMatch(it -> it == 0)) {
            assertThat(sum).isZero();
        } else {
            // each that would round to nothing is shown as one percent
            assertThat(sum).isBetween(100, 100 + weights.size());
        }
    }

    @Property
    void aTenthMoreIsEnoughAndNotTooMuch(@ForAll @IntRange(min = 1, max = 65_536) int gib) {
        var least = DatabaseChangeRules.tenthMore(gib);
        assertThat(least * 10L).isGreaterThanOrEqualTo(gib * 11L);
        assertThat((least - 1) * 10L).isLessThan(gib * 11L);
    }

    @Property
    void burstingGrowsWithTheSize(@ForAll @IntRange(max = 1_000_000) int gib) {
        var rate = FileSystemRules.burstingBaseline((long) gib << 30);
        assertThat(rate).isEqualTo(Math.max(1, gib * 50 / 1024.0));
    }

    @Example
    void instanceTypesSayWhetherTheyHaveDisks() {
        for (var type : List.of(
                "c5d.large",
                "m6gd.xlarge",
                "i3.large",
                "i4i.2xlarge",
                "d3en.xlarge",
                "h1.2xlarge",
                "im4gn.large",
                "is4gen.medium",
                "x1.16xlarge",
                "x1e.xlarge",
                "x2gd.medium",
                "g4dn.xlarge",
                "m3.medium",
                "r5dn.large",
                "z1d.large",
                "f1.2xlarge",
                "p4d.24xlarge",
                "c6id.large",
                "g5.xlarge",
                "g6.xlarge",
                "g6e.2xlarge",
                "gr6.4xlarge",
                "p5.48xlarge",
                "p5en.48xlarge",
                "trn1.2xlarge",
                "trn1n.32xlarge",
                "trn2.48xlarge",
                "dl1.24xlarge")) {
            assertThat(InstanceStore.in(type)).as(type).isTrue();
        }
        for (var type : List.of(
                "t3.medium",
                "m5.large",
                "c7g.large",
                "r6i.large",
                "inf1.xlarge",
                "x2iezn.2xlarge",
                "mac2-m2.metal",
                "u-6tb1.metal",
                "hpc7g.4xlarge",
                "g5g.xlarge",
                "",
                "p3.2xlarge",
                "t3",
                "large.t3")) {
            assertThat(InstanceStore.in(type)).as(type).isFalse();
        }
    }
}
