package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Deployment;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.catalogue.CatalogueFile;
import io.atalaya.noc.desk.PersonAct;
import io.atalaya.noc.desk.Signals;
import io.atalaya.noc.desk.store.Keeping;
import io.atalaya.watch.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeDeskTest {
    private static final Catalogue CATALOGUE = CatalogueFile.shipped();

    private final VirtualTime time = new VirtualTime();
    private final List<Signals> looks = new ArrayList<>();
    private int opened;
    private int left;

    /** Fails so many times. */
    private ScopeDesk desk(int failures) {
        return new ScopeDesk(
                () -> CATALOGUE,
                listener -> {
                    opened++;
                    if (opened <= failures) {
                        throw new IllegalStateException("a fault");
                    }
                    return new Seat();
                },
                time,
                time,
                time,
                "ana");
    }

    /** What a fault of opening leaves is a desk that says so, values that are watched, and another try. */
    @Test
    void aDeskThatCannotBeOpenedIsToldAndOpenedAgain() {
        try (var desk = desk(2)) {
            desk.start();
            desk.observe(Deployment.empty("us-east-1", null));
            time.advance(ScopeDesk.AGAIN.multipliedBy(2));
            var seen = desk.seen();
            assertThat(seen.board()).as("values are watched all the same").isNotNull();
            assertThat(seen.desk().lookedAt()).as("nobody looked for the desk").isNull();
            assertThat(seen.desk().keeping().own()).isInstanceOfSatisfying(Keeping.Unkept.class, it -> {
                assertThat(it.why()).isEqualTo(Keeping.Why.FAILED);
                assertThat(it.said()).contains("a fault");
            });
            assertThat(looks).isEmpty();

            time.advance(ScopeDesk.OPEN_AGAIN.multipliedBy(2));
            assertThat(opened).isEqualTo(3);
            assertThat(looks).isNotEmpty();
        }
        assertThat(left).isEqualTo(1);
    }

    @Test
    void looksWhileNothingIsNewBecauseValuesGrowOldByThemselves() {
        try (var desk = desk(0)) {
            desk.start();
            desk.observe(Deployment.empty("us-east-1", null));
            time.advance(Duration.ofMinutes(1));
            assertThat(looks).hasSizeBetween(10, 14);
        }
        var before = looks.size();
        time.advance(Duration.ofMinutes(1));
        assertThat(looks).as("after its end").hasSize(before);
    }

    private final class Seat implements OpenDesks.Seat {
        @Override
        public void look(Signals signals) {
            looks.add(signals);
        }

        @Override
        public void act(PersonAct act) {}

        @Override
        public void close() {
            left++;
        }
    }
}
