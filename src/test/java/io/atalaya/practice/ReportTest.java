package io.atalaya.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.overview.Finding;
import io.atalaya.deployment.overview.FindingKind;
import io.atalaya.deployment.overview.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The truth beside what was said: what was said when, what was taken back, what nobody noticed. */
class ReportTest {
    private static final Instant START = Instant.parse("2026-03-03T14:02:00Z");

    private final List<Happened> happened = new ArrayList<>();
    private final Witness witness = new Witness();
    private final List<Noted> noted = new ArrayList<>();

    private static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }

    private void truth(int second, String what, String about, Object... arguments) {
        happened.add(new Happened(at(second), what, List.of(about), List.of(arguments)));
    }

    private static Finding unhealthy(String instance) {
        return new Finding(
                FindingKind.TARGET_UNHEALTHY,
                Urgency.FAILED,
                new ResourceRef(ResourceType.INSTANCE, instance),
                Parts.TARGETS,
                null,
                List.of(instance));
    }

    private Report report(int now) {
        var run = new Run("target-hangs", START, at(300), false, null, happened);
        return Report.of(run, witness.said(), noted, at(now));
    }

    private Line only(int now) {
        return report(now).lines().getFirst();
    }

    @Test
    void whatWasSaidIsSaidSoManySecondsLater() {
        truth(10, "APPLICATION_HANGS", "i-1");
        witness.begin(List.of(), START);
        witness.look(List.of(), at(20));
        witness.look(List.of(unhealthy("i-1")), at(24));
        var line = only(60);
        assertThat(line.verdict()).isEqualTo(Line.Verdict.SAID);
        assertThat(line.delay()).isEqualTo(Duration.ofSeconds(14));
        assertThat(report(60).first()).contains(Duration.ofSeconds(14));
        assertThat(report(60).missed()).isEmpty();
    }

    @Test
    void whatIsSaidOfAnotherResourceIsNotThis() {
        truth(10, "APPLICATION_HANGS", "i-1");
        witness.begin(List.of(), START);
        witness.look(List.of(unhealthy("i-2")), at(24));
        assertThat(report(60).lines())
                .extracting(Line::verdict)
                .containsExactly(Line.Verdict.PENDING, Line.Verdict.OWN);
        assertThat(report(400).lines())
                .extracting(Line::verdict)
                .containsExactly(Line.Verdict.MISSED, Line.Verdict.OWN);
        assertThat(report(400).missed()).hasSize(1);
        assertThat(report(400).first()).isEmpty();
    }

    @Test
    void whatWasThereBeforeExplainsNothing() {
        truth(10, "APPLICATION_HANGS", "i-1");
        witness.begin(List.of(unhealthy("i-1")), START);
        witness.look(List.of(unhealthy("i-1")), at(24));
        assertThat(report(400).lines()).extracting(Line::verdict).containsExactly(Line.Verdict.MISSED);
    }

    @Test
    void anEndIsTakenBackOrStillSaid() {
        truth(10, "APPLICATION_HANGS", "i-1");
        truth(300, "APPLICATION_MENDED", "i-1");
        witness.begin(List.of(), START);
        witness.look(List.of(unhealthy("i-1")), at(24));
        assertThat(report(310).lines().getLast().verdict()).isEqualTo(Line.Verdict.PENDING);
        assertThat(report(600).lines().getLast().verdict()).isEqualTo(Line.Verdict.STILL_SAID);
        witness.look(List.of(), at(331));
        var end = report(600).lines().getLast();
        assertThat(end.verdict()).isEqualTo(Line.Verdict.TAKEN_BACK);
        assertThat(end.delay()).isEqualTo(Duration.ofSeconds(31));
    }

    @Test
    void aChangeThatWasShownCountsAsNoted() {
        truth(10, "FAILOVER_BEGAN", "db", "db", "us-east-1a");
        noted.add(new Noted(at(31), "db", "DBInstanceStatus available → rebooting"));
        witness.begin(List.of(), START);
        var line = only(600);
        assertThat(line.verdict()).isEqualTo(Line.Verdict.NOTED);
        assertThat(line.delay()).isEqualTo(Duration.ofSeconds(21));
    }

    @Test
    void whatBeganBeforeAnybodyLookedCountsFromTheFirstLook() {
        truth(-10_800, "GROWTH_BEGAN", "fs", "files", 16);
        witness.begin(List.of(), START);
        witness.look(
                List.of(new Finding(
                        FindingKind.FILE_SYSTEM_GROWS,
                        Urgency.DEGRADED,
                        new ResourceRef(ResourceType.FILE_SYSTEM, "fs"),
                        Parts.METRICS,
                        null,
                        List.of("files"))),
                at(40));
        assertThat(only(60).delay()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void whatSomebodyDidAsksForNothing() {
        truth(0, "REFRESH_BEGAN", "asg", "asg");
        witness.begin(List.of(), START);
        assertThat(only(600).verdict()).isEqualTo(Line.Verdict.NOTHING_TO_SAY);
    }

    @Test
    void manyOfOneGroupAreOneLine() {
        for (int i = 0; i < 24; i++) {
            truth(30, "TARGET_OUT", "i-" + i, "i-" + i, "web", "Target.Timeout");
        }
        truth(31, "TARGET_OUT", "i-x", "i-x", "files", "Target.Timeout");
        witness.begin(List.of(), START);
        assertThat(report(60).lines()).extracting(Line::times).containsExactly(24, 1);
    }
}
