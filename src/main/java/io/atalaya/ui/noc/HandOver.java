package io.atalaya.ui.noc;

import io.atalaya.noc.report.CsvReport;
import io.atalaya.noc.report.PdfReport;
import io.atalaya.noc.report.ReportWords;
import io.atalaya.noc.report.ShiftReport;
import io.atalaya.noc.report.TextReport;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.noc.chart.ChartSaver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Writes the report of a shift into a file that the person chooses: PDF, or CSV or text where the name ends so. */
final class HandOver {
    private final ViewContext context;
    private final AlarmDesk desk;
    private final ChartSaver saver;
    private final DeskWords words;

    HandOver(ViewContext context, AlarmDesk desk, ChartSaver saver) {
        this.context = context;
        this.desk = desk;
        this.saver = saver;
        this.words = new DeskWords(context.texts(), context.zone());
    }

    /**
     * Of the desk as it is now.
     *
     * @param shift how far back
     * @param told key and argument of what has come of it
     */
    void save(Duration shift, BiConsumer<String, String> told) {
        var now = context.now().getValue();
        var report = ShiftReport.of(desk.state().getValue(), now.minus(shift), now, deployment(), desk.person());
        var said = new ReportWords(context.texts().getLocale(), context.zone(), it -> words.title(it, now));
        var name = DateTimeFormatter.ofPattern("'hand-over-'yyyy-MM-dd'T'HH-mm'.pdf'", Locale.ROOT)
                .withZone(context.zone())
                .format(now);
        saver.file(name, file -> write(report, said, file), told);
    }

    private String deployment() {
        var snapshot = context.deployment().getValue();
        var caller = snapshot.caller();
        if (caller == null) {
            return snapshot.region();
        }
        var alias = caller.alias();
        return (alias == null ? "" : alias + " ") + caller.account() + " " + snapshot.region();
    }

    private static void write(ShiftReport report, ReportWords words, Path file) throws IOException {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            Files.writeString(file, CsvReport.of(report, words), StandardCharsets.UTF_8);
        } else if (name.endsWith(".txt")) {
            Files.writeString(file, TextReport.of(report, words), StandardCharsets.UTF_8);
        } else {
            try (var out = Files.newOutputStream(file)) {
                PdfReport.write(report, words, out);
            }
        }
    }
}
