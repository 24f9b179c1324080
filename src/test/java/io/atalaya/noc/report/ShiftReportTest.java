package io.atalaya.noc.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.text.Csv;
import io.atalaya.noc.desk.Desk;
import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.MuteRule;
import io.atalaya.noc.desk.PersonAct;
import io.atalaya.noc.desk.Script;
import io.atalaya.noc.desk.Severity;
import io.atalaya.noc.desk.Signals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShiftReportTest {
    private static final Instant START = Script.MIDNIGHT;

    private final Desk desk = new Desk("here");
    private DeskState state = DeskState.EMPTY;
    private Instant now = START;

    @BeforeEach
    void aShift() {
        at(10, "cpu", "=cmd()");
        act(new PersonAct.Acknowledge("cpu", "ana", Severity.WARNING));
        act(new PersonAct.Note("cpu", "ana", "=HYPERLINK(\"x\")\nzweite 木"));
        at(20, "=cmd()");
        at(25, "cpu", "=cmd()");
        at(40, "=cmd()", "disk");
        act(new PersonAct.Take("disk", "bea"));
        act(new PersonAct.HandOver("disk", "bea", "carlos"));
        at(50, "disk");
        act(new PersonAct.Mute("m", "ana", MuteRule.Scope.KIND, "ALARM", null, "planned work"));
        now = START.plusSeconds(60 * 60);
    }

    private void at(int minute, String... wrong) {
        now = START.plusSeconds(60L * minute);
        var signals = List.of(wrong).stream()
                .map(key -> Script.signal(key, Severity.WARNING, now, null, true))
                .toList();
        state = desk.look(state, Signals.of(signals, Set.of("alarms")), now).state();
    }

    private void act(PersonAct act) {
        now = now.plusSeconds(30);
        state = desk.act(state, act, now).state();
    }

    private ShiftReport report() {
        return ShiftReport.of(state, START, now, "CheckOP checkop-co", "ana");
    }

    private static ReportWords words(Locale locale) {
        return new ReportWords(
                locale, ZoneId.of("America/Bogota"), it -> "¡" + it.arguments().getFirst() + " ç ã!");
    }

    @Test
    void saysWhatFiredWhoTookItAndWhatIsOpen() {
        var report = report();
        assertThat(report.remaining()).extracting(Incident::key).containsExactly("=cmd()", "disk");
        assertThat(report.done()).singleElement().satisfies(it -> {
            assertThat(it.key()).isEqualTo("cpu");
            assertThat(it.flaps()).isEqualTo(1);
            assertThat(it.owner()).isEqualTo("ana");
            assertThat(it.ended()).isEqualTo(START.plusSeconds(60 * 40));
            assertThat(it.deeds())
                    .extracting(Incident.Deed::kind)
                    .containsExactly(Incident.Deed.Kind.ACKNOWLEDGED, Incident.Deed.Kind.NOTED);
        });
        assertThat(report.remaining().getLast().owner()).isEqualTo("carlos");
        assertThat(report.remaining().getFirst().standing()).isEqualTo(Incident.Standing.HELD);
    }

    @Test
    void whatWasOverBeforeTheShiftIsNotInIt() {
        var later = ShiftReport.of(state, START.plusSeconds(60 * 45), now, "x", "ana");
        assertThat(later.incidents()).extracting(Incident::key).containsExactly("=cmd()", "disk");
    }

    /** Two consoles tell of the same trouble: it is one. */
    @Test
    void whatTwoConsolesSawIsOneIncident() {
        var other = new Desk("there");
        var theirs = DeskState.EMPTY;
        for (int minute : new int[] {10, 20}) {
            var then = START.plusSeconds(60L * minute + 15);
            var signals = minute == 10
                    ? List.of(Script.signal("cpu", Severity.WARNING, then, null, true))
                    : List.<io.atalaya.noc.desk.Signal>of();
            theirs = other.look(theirs, Signals.of(signals, Set.of("alarms")), then)
                    .state();
        }
        state = Desk.merged(state, theirs);
        assertThat(report().incidents()).extracting(Incident::key).containsOnlyOnce("cpu");
    }

    @Test
    void textInEachLanguage() {
        var english = TextReport.of(report(), words(Locale.ENGLISH));
        assertThat(english)
                .contains("Shift hand-over: CheckOP checkop-co")
                .contains("From 2026-11-23 19:00:00 to 2026-11-23 20:00:00, America/Bogota (UTC-05:00)")
                .contains("3 incidents; 2 are left for the next shift.")
                .contains("bea handed it over to carlos")
                .contains("over, not seen by anybody")
                .contains("Everything of the kind ALARM, until taken back, by ana planned work")
                .doesNotContain("{");
        assertThat(TextReport.of(report(), words(Locale.of("es")))).contains("Entrega de turno", "Sigue abierto");
        assertThat(TextReport.of(report(), words(Locale.of("pt", "BR"))))
                .contains("Passagem de turno", "Aviso")
                .doesNotContain("Shift");
    }

    @Test
    void noCellOfTheCsvIsAFormula() {
        var csv = CsvReport.of(report(), words(Locale.ENGLISH));
        assertThat(csv.split("\r\n")).hasSize(4).allMatch(it -> !it.isBlank());
        assertThat(csv).contains(Csv.cell("=HYPERLINK(\"x\") zweite 木")).doesNotContain(",=");
    }

    @Test
    void thePdfHoldsTheSame() throws IOException {
        for (int i = 0; i < 80; i++) {
            at(51, "disk", "a very long name ".repeat(i % 20 + 1) + i);
        }
        var out = new ByteArrayOutputStream();
        PdfReport.write(report(), words(Locale.of("pt", "BR")), out);
        try (var document = Loader.loadPDF(out.toByteArray())) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            var text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Passagem de turno: CheckOP", "ç ã!", "Página 1 de ", "carlos", "zweite ?");
            assertThat(document.getDocumentInformation().getTitle()).contains("CheckOP");
        }
    }
}
