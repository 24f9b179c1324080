package io.atalaya.noc.report;

import io.atalaya.deployment.text.Csv;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A shift for spreadsheets: an incident to a line, times in UTC as ISO 8601, nothing that could be taken for a formula. */
public final class CsvReport {
    private CsvReport() {}

    public static String of(ShiftReport report, ReportWords words) {
        return Csv.line(words.columns())
                + report.incidents().stream()
                        .map(each -> Csv.line(cells(each, report, words)))
                        .collect(Collectors.joining());
    }

    private static List<String> cells(Incident each, ShiftReport report, ReportWords words) {
        var known = each.acknowledged().orElse(null);
        return List.of(
                words.severity(each.severity()),
                words.standing(each.standing()),
                words.sentence(each.what()),
                ReportWords.line(each.where()),
                utc(each.opened()),
                utc(each.ended()),
                String.valueOf(each.lasted(report.to()).toSeconds()),
                String.valueOf(each.flaps()),
                known == null ? "" : ReportWords.line(known.by()),
                utc(known == null ? null : known.at()),
                text(each.owner()),
                text(each.note()));
    }

    private static String utc(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : ReportWords.line(said);
    }
}
