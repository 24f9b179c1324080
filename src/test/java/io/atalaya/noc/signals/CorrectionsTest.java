package io.atalaya.noc.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.overview.FindingKind;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.desk.Desk;
import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.Entry;
import io.atalaya.noc.desk.Severity;
import io.atalaya.noc.desk.Signal;
import io.atalaya.noc.desk.Signals;
import io.atalaya.noc.desk.Words;
import io.atalaya.operate.act.Operation;
import io.atalaya.ui.common.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CorrectionsTest {
    private static final Catalogue NOTHING = new Catalogue(List.of(), java.util.Map.of(), 1, List.of());
    private static final Set<String> ACTS = Arrays.stream(Operation.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .collect(Collectors.toSet());

    @Test
    void everyActThatIsOfferedExists() {
        for (var kind : FindingKind.values()) {
            assertThat(ACTS).containsAll(Corrections.of(entry(kind.name()), NOTHING));
        }
        assertThat(ACTS).containsAll(Corrections.of(entry("RDS_EVENT"), NOTHING));
        assertThat(Corrections.of(entry("NOBODY_KNOWS"), NOTHING)).isEmpty();
    }

    @Test
    void onAnInstanceOnlyWhatIsDoneOnInstances() {
        var state = new Desk("here")
                .look(DeskState.EMPTY, AllSignals.of(CheckopSample.degraded(), Sample.NOW), Sample.NOW)
                .state();
        var target = state.queue().stream()
                .filter(each -> each.kind().equals("TARGET_UNHEALTHY"))
                .findFirst()
                .orElseThrow();
        assertThat(Corrections.onItself(target, NOTHING))
                .containsExactly("RebootInstance", "EnterStandby", "DeregisterTarget");
    }

    /** What is raised on the desk has a runbook in every language. */
    @Test
    void everyKindThatIsRaisedHasARunbook() {
        for (var locale : Texts.LANGUAGES) {
            var texts = new Texts(locale, List.of("io.atalaya.noc.desk.desk"));
            for (var kind : FindingKind.values()) {
                if (!NOTES.contains(kind)) {
                    assertThat(texts.getString("noc.runbook." + kind)).isNotBlank();
                }
            }
            assertThat(texts.getString("noc.runbook.RDS_EVENT")).isNotBlank();
        }
    }

    /** Only worth knowing: the desk does not raise them. */
    private static final Set<FindingKind> NOTES = Set.of(
            FindingKind.SOURCES_NOT_OFFERED,
            FindingKind.TEMPLATE_BEHIND,
            FindingKind.INSTANCES_BEHIND,
            FindingKind.ADDRESSES_UNUSED,
            FindingKind.VOLUMES_UNATTACHED);

    private static Entry entry(String kind) {
        var signal = new Signal(
                "k", kind, Severity.WARNING, Words.verbatim("x"), null, "", "s", null, null, Sample.NOW, true);
        return new Desk("here")
                .look(DeskState.EMPTY, Signals.of(List.of(signal), Set.of("s")), Sample.NOW)
                .state()
                .entry("k")
                .orElseThrow();
    }
}
