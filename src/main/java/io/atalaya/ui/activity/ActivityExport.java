package io.atalaya.ui.activity;

import io.atalaya.deployment.text.Csv;
import io.atalaya.operate.trail.TrailMatch;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The acts as files for other programs. Times are UTC, ISO 8601. */
final class ActivityExport {
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
        return Csv.line(HEAD) + rows.stream().map(row -> Csv.line(cells(row))).collect(Collectors.joining());
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
}
