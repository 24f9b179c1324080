package io.atalaya.deployment.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckOp;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Fleet;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final ViewOptions COLLAPSED = new ViewOptions(true, false, Set.of(), Set.of());

    private static Topology topology(Deployment deployment) {
        return Topology.of(new DeploymentIndex(deployment));
    }

    private static Placement fresh(Deployment deployment, ViewOptions options) {
        return Layout.place(topology(deployment), options, null);
    }

    private static <T> Deployment shuffled(Deployment deployment, Part<T> part, Random random) {
        var items = new ArrayList<>(deployment.items(part));
        Collections.shuffle(items, random);
        return Sample.with(deployment, part, items);
    }

    @Property(tries = 25)
    void cardsNeverOverlapAndStandInTheirColumnAndFrame(
            @ForAll @IntRange(min = 1, max = 700) int size, @ForAll long seed, @ForAll boolean collapse) {
        var placement = fresh(Fleet.of(size, seed), collapse ? COLLAPSED : ViewOptions.ALL);
        var cards = new ArrayList<>(placement.cards());
        cards.sort(java.util.Comparator.comparingDouble(card -> card.box().x()));
        for (int i = 0; i < cards.size(); i++) {
            var box = cards.get(i).box();
            for (int j = i + 1; j < cards.size() && cards.get(j).box().x() < box.right(); j++) {
                assertThat(box.overlaps(cards.get(j).box()))
                        .as("%s and %s", cards.get(i), cards.get(j))
                        .isFalse();
            }
            var card = cards.get(i).card();
            var column = placement.column(card.layer());
            assertThat(box.x()).isGreaterThanOrEqualTo(column.x());
            assertThat(box.right()).isLessThanOrEqualTo(column.right() + 0.001);
            assertThat(placement.bounds().grown(1).contains(box)).as(card.key()).isTrue();
            var node = card.node();
            if (node != null && node.place().vpcId() != null) {
                var vpc = placement.frames().stream()
                        .filter(frame -> frame.kind() == FrameBox.Kind.VPC
                                && frame.key().equals(node.place().vpcId()))
                        .findFirst()
                        .orElseThrow();
                assertThat(vpc.box().contains(box)).as(card.key()).isTrue();
            }
        }
    }

    @Property(tries = 15)
    void theOrderInWhichAwsAnswersChangesNothing(@ForAll @IntRange(min = 1, max = 300) int size, @ForAll long seed) {
        var deployment = Fleet.of(size, seed);
        var random = new Random(seed);
        var other = deployment;
        for (Part<?> part : List.of(
                Parts.INSTANCES, Parts.TARGETS, Parts.LOAD_BALANCERS, Parts.TARGET_GROUPS, Parts.SCALING_GROUPS)) {
            other = shuffled(other, part, random);
        }
        var boxes = fresh(deployment, ViewOptions.ALL);
        var shuffled = fresh(other, ViewOptions.ALL);
        for (var card : boxes.cards()) {
            assertThat(shuffled.card(card.key()).orElseThrow().box()).isEqualTo(card.box());
        }
    }

    @Property(tries = 15)
    void nothingMovesWhenNothingChangesNorWhenHealthChanges(
            @ForAll @IntRange(min = 1, max = 400) int size, @ForAll long seed) {
        var deployment = Fleet.of(size, seed);
        var before = fresh(deployment, ViewOptions.ALL);
        var random = new Random(seed);
        var targets = deployment.items(Parts.TARGETS).stream()
                .map(each -> new Target(
                        each.targetGroupArn(),
                        each.targetId(),
                        each.port(),
                        each.zone(),
                        random.nextBoolean() ? "healthy" : "unhealthy",
                        null,
                        null))
                .toList();
        unmoved(before, Layout.place(topology(deployment), ViewOptions.ALL, before));
        unmoved(
                before,
                Layout.place(topology(Sample.with(deployment, Parts.TARGETS, targets)), ViewOptions.ALL, before));
    }

    private static void unmoved(Placement before, Placement after) {
        assertThat(after.arrangement()).isEqualTo(before.arrangement());
        for (var card : before.cards()) {
            after.card(card.key()).filter(now -> now.key().equals(card.key())).ifPresent(now -> {
                assertThat(now.box().x()).isEqualTo(card.box().x());
                assertThat(now.box().y()).isEqualTo(card.box().y());
            });
        }
    }

    @Test
    void aNewInstanceOfAScalingGroupMovesNobody() {
        for (var options : List.of(ViewOptions.ALL, COLLAPSED)) {
            var before = fresh(CheckOp.healthy(), options);
            var grown = withOneMore(CheckOp.healthy(), "i-0aaaaaaaaaaaaaaaa");
            var after = Layout.place(topology(grown), options, before);
            unmoved(before, after);
            assertThat(after.card("INSTANCE:i-0aaaaaaaaaaaaaaaa")).isPresent();
        }
    }

    private static Deployment withOneMore(Deployment deployment, String id) {
        var instances = new ArrayList<>(deployment.items(Parts.INSTANCES));
        instances.add(
                Sample.instance(id, "AUTOChOp", "pending", "us-east-1d", "subnet-1d", "10.20.1.99", List.of("sg-app")));
        var group = deployment.items(Parts.SCALING_GROUPS).getFirst();
        var members = new ArrayList<>(group.members());
        members.add(Sample.member(id, "Pending", "Healthy"));
        return Sample.with(
                Sample.with(deployment, Parts.INSTANCES, instances),
                Parts.SCALING_GROUPS,
                List.of(Sample.scalingGroup(
                        "AUTOChOp-asg", 2, 3, 4, members.toArray(io.atalaya.deployment.ScalingMember[]::new))));
    }

    @Test
    void whatIsGoneLeavesItsPlaceEmptyAndTheNextTakesIt() {
        var before = fresh(CheckOp.healthy(), ViewOptions.ALL);
        var without = Sample.with(
                CheckOp.healthy(),
                Parts.INSTANCES,
                CheckOp.healthy().items(Parts.INSTANCES).stream()
                        .filter(each -> !each.id().equals(CheckOp.ASG_1D))
                        .toList());
        without = Sample.with(without, Parts.TARGETS, List.of());
        var gone = Layout.place(topology(without), ViewOptions.ALL, before);
        unmoved(before, gone);
        assertThat(gone.card("INSTANCE:" + CheckOp.ASG_1D)).isEmpty();
        var replaced = Layout.place(topology(withOneMore(without, "i-0bbbbbbbbbbbbbbbb")), ViewOptions.ALL, gone);
        assertThat(replaced.card("INSTANCE:i-0bbbbbbbbbbbbbbbb")
                        .orElseThrow()
                        .box()
                        .y())
                .isEqualTo(before.card("INSTANCE:" + CheckOp.ASG_1D)
                        .orElseThrow()
                        .box()
                        .y());
    }

    @Test
    void whatDoesNotFitIsArrangedAnewAndSaid() {
        var before = fresh(CheckOp.healthy(), ViewOptions.ALL);
        var grown = CheckOp.healthy();
        for (int i = 0; i < 9; i++) {
            grown = withOneMore(grown, "i-0ccccccccccccccc" + i);
        }
        assertThat(Layout.place(topology(grown), ViewOptions.ALL, before).arrangement())
                .isEqualTo(before.arrangement() + 1);
    }

    @Test
    void healthyMembersCollapseAndTheUnhealthyNever() {
        var placement = fresh(CheckOp.incident(), COLLAPSED);
        var fleet = Fleet.of(500, 7);
        var sick = topology(fleet).nodes().stream()
                .filter(node -> node.kind() == NodeKind.INSTANCE && node.needsAttention())
                .map(node -> node.key())
                .toList();
        var collapsed = fresh(fleet, COLLAPSED);
        assertThat(sick).isNotEmpty().allSatisfy(key -> assertThat(
                        collapsed.card(key).orElseThrow().key())
                .isEqualTo(key));
        var shown = collapsed.cards().stream()
                .filter(card -> card.card().pile() || card.card().instance())
                .mapToInt(card -> card.card().count())
                .sum();
        assertThat(shown).as("piles and cards together are all instances").isEqualTo(500);
        assertThat(placement
                        .card("INSTANCE:" + CheckOp.ASG_1D)
                        .orElseThrow()
                        .card()
                        .pile())
                .isFalse();
    }

    @Test
    void problemsOnlyKeepsWhatIsWrongAndTheWayToIt() {
        var options = new ViewOptions(false, true, Set.of(), Set.of());
        var keys = fresh(CheckOp.incident(), options).cards().stream()
                .map(Placed::key)
                .toList();
        assertThat(keys)
                .contains(
                        "INSTANCE:" + CheckOp.ASG_1D,
                        Node.key(ResourceType.TARGET_GROUP, Sample.groupArn("ChOp-web")),
                        "HOSTED_ZONE:Z1",
                        "MOUNT_TARGET:fsmt-1d")
                .doesNotContain("INSTANCE:" + CheckOp.BASE, "DATABASE:dbprogressus", "MOUNT_TARGET:fsmt-1a");
    }

    @Test
    void theColumnsAreInTheOrderOfARequest() {
        var columns = fresh(CheckOp.healthy(), ViewOptions.ALL);
        for (int i = 1; i < Layer.values().length; i++) {
            assertThat(columns.column(Layer.values()[i]).x())
                    .isGreaterThan(columns.column(Layer.values()[i - 1]).right());
        }
    }

    @Test
    void aScalingGroupOverTwoZonesHasOneFrame() {
        var groups = fresh(CheckOp.healthy(), ViewOptions.ALL).frames().stream()
                .filter(frame -> frame.kind() == FrameBox.Kind.GROUP)
                .toList();
        assertThat(groups).hasSize(1);
    }

    @Test
    void tenThousandAreNoTower() {
        var topology = topology(Fleet.of(10_000, 1));
        for (var options : List.of(ViewOptions.ALL, COLLAPSED)) {
            var bounds = Layout.place(topology, options, null).bounds();
            assertThat(bounds.height() / bounds.width()).isBetween(0.2, 2.5);
        }
    }
}
