package io.atalaya.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When sources are asked: on their cadence, while somebody looks, after what they need. */
class RefreshLoopTest extends LoopCase {
    @Test
    void asksOnceEveryCadence() {
        var instances = script("Instances").every(Duration.ofSeconds(15));
        loop(instances).start();

        time.advance(MINUTE.multipliedBy(10));

        // never later than the cadence, up to a tenth earlier
        for (var i = 1; i < instances.askedAt.size(); i++) {
            assertThat(Duration.between(instances.askedAt.get(i - 1), instances.askedAt.get(i)))
                    .isBetween(Duration.ofMillis(13_500), Duration.ofSeconds(15));
        }
        assertThat(instances.askedAt).hasSizeBetween(40, 45);
        assertThat(last(instances).freshness(time.instant())).isEqualTo(Freshness.CURRENT);
    }

    @Test
    void startsSpreadOut() {
        var scripts = new Script[20];
        Arrays.setAll(scripts, i -> script("S" + i));
        loop(scripts).start();

        time.advance(SECOND);

        assertThat(Arrays.stream(scripts).map(s -> s.askedAt.getFirst()).distinct())
                .hasSizeGreaterThan(15);
    }

    @Test
    void waitsForWhatItNeedsAndIsAskedAtOnceWhenItArrives() {
        var groups = script("Groups");
        var health = script("Health").needs(groups).reads((known, page) -> page.accept(known.items(groups.part)));
        var loop = loop(health, groups);
        groups.fails(Problem.Kind.SERVICE);
        loop.start();
        time.advance(SECOND);

        assertThat(health.askedAt).isEmpty();
        var problem = Objects.requireNonNull(last(health).problem());
        assertThat(problem.kind()).isEqualTo(Problem.Kind.BLOCKED);
        assertThat(problem.code()).isEqualTo("ec2:DescribeGroups");

        groups.answers("tg-1");
        loop.askNow(Set.of(groups.part));
        time.settle();

        assertThat(items(health)).containsExactly("tg-1");
        assertThat(last(health).problem()).isNull();
    }

    @Test
    void goesOnWithWhatItNeedsAsLastKnown() {
        var groups = script("Groups");
        var health = script("Health").needs(groups);
        loop(health, groups).start();
        time.advance(SECOND);

        groups.fails(Problem.Kind.SERVICE);
        time.advance(MINUTE);

        assertThat(last(health).problem()).isNull();
        assertThat(last(health).freshness(time.instant())).isEqualTo(Freshness.CURRENT);
    }

    @Test
    void waitsForWhatItUsesOnlyUntilThatWasTried() {
        var instances = script("Instances").fails(Problem.Kind.DENIED);
        var tried = new ArrayList<Boolean>();
        var images = new Script[8];
        Arrays.setAll(images, i -> script("Images" + i)
                .uses(instances)
                .reads((known, page) -> tried.add(known.observed(instances.part).problem() != null)));
        var all = Arrays.copyOf(images, 9);
        all[8] = instances;
        loop(all).start();
        time.advance(SECOND);

        assertThat(tried).hasSize(8).containsOnly(true);
        assertThat(last(images[0]).problem()).isNull();
    }

    @Test
    void asksOnDemandOnlyWhileSomeoneLooks() {
        var groups = script("Groups").onDemand();
        var volumes = script("Volumes").onDemand().needs(groups);
        var loop = loop(groups, volumes);
        loop.start();
        time.advance(MINUTE);
        assertThat(volumes.askedAt).isEmpty();

        var first = loop.watch(Set.of(volumes.part));
        var second = loop.watch(Set.of(volumes.part));
        time.settle();
        assertThat(groups.askedAt).hasSize(1);
        assertThat(volumes.askedAt).hasSize(1);
        assertThat(volumes.contexts.getFirst().priority()).isEqualTo(Priority.CLICK);

        first.close();
        first.close();
        time.advance(MINUTE);
        assertThat(volumes.askedAt).hasSizeGreaterThan(5);

        second.close();
        var asked = volumes.askedAt.size();
        time.advance(MINUTE);
        assertThat(volumes.askedAt).hasSize(asked);
        assertThat(loop.statuses()).noneMatch(SourceStatus::active);
    }

    @Test
    void askNowReachesASourceNobodyWatches() {
        var volumes = script("Volumes").onDemand();
        var loop = loop(volumes);
        loop.start();

        loop.askNow(Set.of(volumes.part));
        time.advance(MINUTE);

        assertThat(volumes.askedAt).hasSize(1);
        assertThat(items(volumes)).containsExactly("a");
    }

    @Test
    void asksEverythingThatFailedAgainWhenCredentialsAreRenewed() {
        var instances = script("Instances").fails(Problem.Kind.EXPIRED);
        var denied = script("Databases").of("rds").fails(Problem.Kind.DENIED);
        var loop = loop(instances, denied);
        loop.start();
        time.advance(SECOND);

        instances.answers("i-1");
        denied.answers("db");
        loop.renewed();
        time.settle();

        assertThat(items(instances)).containsExactly("i-1");
        assertThat(items(denied)).containsExactly("db");
    }

    @Test
    void publishesNothingAfterClose() {
        var instances = script("Instances");
        var loop = loop(instances);
        loop.start();
        time.advance(SECOND);
        time.hold();
        time.advance(Duration.ofSeconds(15));
        var told = snapshots.size();

        loop.close();
        time.release();
        loop.askNow(Set.of(instances.part));
        loop.watch(Set.of(instances.part)).close();
        time.advance(MINUTE);

        assertThat(snapshots).hasSize(told);
        assertThat(instances.askedAt).hasSize(1);
        assertThat(time.pending()).isZero();
    }

    @Test
    void sharesWhatDidNotChange() {
        var instances = script("Instances");
        loop(instances).start();
        time.advance(SECOND);
        var first = value(instances);

        time.advance(Duration.ofSeconds(30));

        assertThat(value(instances)).isSameAs(first);
        assertThat(last(instances).askedAt()).isAfter(Instant.parse("2026-03-03T14:00:20Z"));
    }
}
