package io.atalaya.ui.activity;

import io.atalaya.operate.trail.TrailMatch;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The acts as files for other programs. Times are UTC, ISO 8601. */
final class ActivityExport {
    private static final String LINE_END = "\r\n"; // RFC 4180
    private static final List<String> HEAD = List.of(
            "number",
            "at",
            "act",
            "action",
            "resource",
            "verdict",
            "detail",
            "caller",
            "account",
            "region",
            "endpoint",
            "took_ms",
            "request_ids",
            "operation",
            "cli",
            "cloudtrail",
            "cloudtrail_event_id",
            "cloudtrail_asked_at",
            "cloudtrail_differences");

    private ActivityExport() {}

    static String csv(List<ActivityRow> rows) {
        return line(HEAD) + rows.stream().map(row -> line(cells(row))).collect(Collectors.joining());
    }

    private static List<String> cells(ActivityRow row) {
        var intent = row.intent();
        return List.of(
                String.valueOf(row.intentNumber()),
                row.at().toString(),
                intent.act(),
                intent.action(),
                intent.resource(),
                row.ending().name(),
                row.detail(),
                intent.caller(),
                intent.account(),
                intent.region(),
                intent.endpoint() == null ? "" : intent.endpoint(),
                row.took().map(Duration::toMillis).map(String::valueOf).orElse(""),
                String.join(" ", row.requestIds()),
                row.operation(),
                intent.cli(),
                row.trail() == null ? "" : row.trail().verdict().name(),
                row.eventId(),
                row.trail() == null || row.trail().askedAt() == null
                        ? ""
                        : row.trail().askedAt().toString(),
                row.trail() == null ? "" : differences(row.trail()));
    }

    private static String differences(TrailMatch match) {
        return match.differences().stream()
                .map(it -> it.what() + (it.name().isEmpty() ? "" : " " + it.name()) + ": " + it.journal() + " / "
                        + it.trail())
                .collect(Collectors.joining("; "));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(ActivityExport::cell).collect(Collectors.joining(",")) + LINE_END;
    }

    /** What a spreadsheet would take for a formula gets an apostrophe, behind which it is text. */
    static String cell(String text) {
        var harmless = isFormula(text) ? "'" + text : text;
        return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == '\'')
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }

    /** Some programs look past blanks and past the wide forms of the signs. */
    private static boolean isFormula(String text) {
        if (!text.isEmpty() && (text.charAt(0) == '\t' || text.charAt(0) == '\r' || text.charAt(0) == '\n')) {
            return true;
        }
        var seen = text.stripLeading();
        return !seen.isEmpty() && "=+-@|%＝＋－＠".indexOf(seen.charAt(0)) >= 0;
    }
}
