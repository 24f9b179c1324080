package io.atalaya.ui.noc;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.facts.FactValue;
import io.atalaya.deployment.facts.Facts;
import io.atalaya.noc.desk.Desk;
import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.Entry;
import io.atalaya.noc.desk.PersonAct;
import io.atalaya.noc.desk.Severity;
import io.atalaya.noc.signals.AllSignals;
import io.atalaya.practice.Drill;
import io.atalaya.ui.common.Texts;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** A composite alarm and what is below it: one entry of the queue, one bell, one acknowledgement. */
class CompositeOnTheDeskTest {
    private static final String SERVICE = "Service checkop.co";
    private static final String WEB = "Healthy targets ChOp-web";
    private static final String HTTP = "HTTP 5xx Progresus-ELB";

    private final Drill drill = new Drill("checkop").looking();
    private final Desk desk = new Desk("here");
    private DeskState state = DeskState.EMPTY;

    @AfterEach
    void close() {
        drill.close();
    }

    private void says(String alarm, StateValue value) {
        var world = drill.sandbox.world();
        world.change(() -> world.alarms().set(alarm, value, "a test", "{}", world.now()));
    }

    private void look() {
        drill.time.advance(Duration.ofSeconds(31));
        state = desk.look(state, AllSignals.of(drill.newest(), drill.time.instant()), drill.time.instant())
                .state();
    }

    private List<String> loud() {
        return state.loud(drill.time.instant()).stream()
                .filter(each -> each.kind().equals("ALARM"))
                .map(Entry::key)
                .map(each -> each.substring(each.lastIndexOf(':') + 1))
                .filter(each -> List.of(SERVICE, WEB, HTTP).contains(each))
                .toList();
    }

    private Entry entry(String alarm) {
        return state.queue().stream()
                .filter(each -> each.key().endsWith(":" + alarm))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itsAlarmsStandBelowItAndCallOnceTogether() {
        says(WEB, StateValue.ALARM);
        look();
        drill.time.advance(Duration.ofSeconds(30));
        says(WEB, StateValue.ALARM);
        says(SERVICE, StateValue.ALARM);
        look();
        assertThat(loud()).containsExactly(SERVICE);
        var now = drill.time.instant();
        assertThat(state.calling(now))
                .filteredOn(each -> each.key().endsWith(WEB))
                .isEmpty();
        var row = new DeskRows(new Texts(Locale.ENGLISH, DeskRowsTest.BUNDLES), ZoneOffset.UTC)
                .of(state, DeskRows.Page.OPEN, now).stream()
                        .filter(each -> each.key().endsWith(SERVICE))
                        .findFirst()
                        .orElseThrow();
        assertThat(row.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(row.below()).singleElement().satisfies(each -> assertThat(each.what())
                .contains(WEB));

        state = desk.act(state, new PersonAct.Acknowledge(row.key(), "maria", row.severity()), now)
                .state();
        assertThat(entry(WEB).isAcknowledged()).isTrue();
        says(HTTP, StateValue.ALARM);
        look();
        assertThat(loud()).as("a later one is still below it").containsExactly(SERVICE);
        assertThat(entry(HTTP).isAcknowledged()).isFalse();
        says(SERVICE, StateValue.OK);
        says(WEB, StateValue.OK);
        says(HTTP, StateValue.OK);
        look();
        assertThat(loud()).as("over: nobody said to know of the later one").containsExactly(HTTP);
    }

    @Test
    void withoutItEachStandsForItself() {
        says(SERVICE, StateValue.OK);
        says(WEB, StateValue.ALARM);
        look();
        assertThat(loud()).containsExactly(WEB);
    }

    @Test
    void theInspectorNamesWhatIsBelowAndItsState() {
        says(WEB, StateValue.ALARM);
        look();
        var deployment = drill.newest();
        var service = deployment.items(Parts.ALARMS).stream()
                .filter(Alarm::composite)
                .findFirst()
                .orElseThrow();
        assertThat(service.name()).isEqualTo(SERVICE);
        assertThat(Facts.of(service, deployment.index()))
                .filteredOn(each -> each.value() instanceof FactValue.Link)
                .extracting(each -> ((FactValue.Link) each.value()).text())
                .contains(WEB + " · ALARM", HTTP + " · OK");
    }
}
