package io.atalaya.aws.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Parts;
import io.atalaya.sandbox.server.route.AwsService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A fleet of sixty in pages of twenty, over the real wire. */
class UnchangedPagesTest {
    private static final int PAGES = 3;

    private final Wire wire = new Wire(new PageSize(20), Duration.ofSeconds(20), "fleet:60").readAll();

    @Test
    void whatDidNotChangeIsTheVerySameList() {
        try (wire) {
            var first = instances();
            assertThat(first.items()).hasSize(60);
            assertThat(first.pages()).isEqualTo(PAGES);
            var askedAt = wire.observed(Parts.INSTANCES).askedAt();

            wire.time.advance(Duration.ofSeconds(20));

            assertThat(wire.observed(Parts.INSTANCES).askedAt()).isAfter(askedAt);
            assertThat(instances()).isSameAs(first);
        }
    }

    @Test
    void everyPageIsAskedForOnceInEachRefresh() {
        try (wire) {
            var before = wire.sandbox.requests().count(AwsService.EC2, "DescribeInstances");
            assertThat(before).isEqualTo(PAGES);
            var refreshes = 0;
            for (var seen = wire.observed(Parts.INSTANCES).askedAt(); refreshes < 4; refreshes++) {
                while (Objects.equals(wire.observed(Parts.INSTANCES).askedAt(), seen)) {
                    wire.time.advance(Duration.ofSeconds(1));
                }
                seen = wire.observed(Parts.INSTANCES).askedAt();
            }
            assertThat(wire.sandbox.requests().count(AwsService.EC2, "DescribeInstances") - before)
                    .isEqualTo((long) PAGES * refreshes);
        }
    }

    @Test
    void whatChangedIsSeenAndTheOtherPagesStay() {
        try (wire) {
            var before = new ArrayList<>(instances().items());
            var stopped = before.get(30);
            wire.sandbox.world().change(() -> wire.sandbox.world().instances().stop(stopped.id()));

            wire.time.advance(Duration.ofSeconds(60));

            var after = instances().items();
            assertThat(after).hasSizeGreaterThanOrEqualTo(60);
            assertThat(after.get(30).id()).isEqualTo(stopped.id());
            assertThat(after.get(30).state()).isNotEqualTo(stopped.state());
            assertThat(after.get(5)).isSameAs(before.get(5));
            assertThat(after.subList(0, 30)).isEqualTo(before.subList(0, 30));
        }
    }

    @Test
    void aListThatShrinksAndGrowsIsWholeEachTime() {
        try (wire) {
            var world = wire.sandbox.world();
            var gone = instances().items().get(59).id();
            world.change(() -> world.compute().instances().remove(gone));
            wire.time.advance(Duration.ofSeconds(20));
            assertThat(instances().items()).hasSize(59).noneMatch(each -> each.id()
                    .equals(gone));

            world.change(() -> {
                for (var i = 0; i < 30; i++) {
                    var twin = world.compute().instances().all().iterator().next();
                    world.compute()
                            .instances()
                            .put(twin.toBuilder().instanceId("i-twin" + i).build());
                }
            });
            wire.time.advance(Duration.ofSeconds(20));
            assertThat(instances().items()).hasSize(89);
            assertThat(instances().pages()).isEqualTo(5);
            assertThat(instances().items()).doesNotHaveDuplicates();
        }
    }

    private Listing<Instance> instances() {
        return Objects.requireNonNull(wire.observed(Parts.INSTANCES).value());
    }
}
