package io.atalaya.noc.report;

import java.util.List;

/** A shift as plain text. */
public final class TextReport {
    private TextReport() {}

    /** Lines end as on Unix. */
    public static String of(ShiftReport report, ReportWords words) {
        return String.join("\n", lines(report, words)) + "\n";
    }

    static List<String> lines(ShiftReport report, ReportWords words) {
        var lines = new java.util.ArrayList<String>();
        lines.add(words.text("title", ReportWords.line(report.deployment())));
        lines.add(words.text("span", words.time(report.from()), words.time(report.to()), words.zone(report.to())));
        lines.add(words.text("by", ReportWords.line(report.by())));
        lines.add(words.text(
                "summary", report.incidents().size(), report.remaining().size()));
        section(words.text("remaining"), report.remaining(), report, words, lines);
        section(words.text("done"), report.done(), report, words, lines);
        lines.add("");
        lines.add(words.text("mutes"));
        if (report.mutes().isEmpty()) {
            lines.add("  " + words.text("none"));
        }
        report.mutes().forEach(each -> lines.add("  " + words.mute(each)));
        return lines;
    }

    private static void section(
            String title, List<Incident> incidents, ShiftReport report, ReportWords words, List<String> lines) {
        lines.add("");
        lines.add(title);
        if (incidents.isEmpty()) {
            lines.add("  " + words.text("none"));
        }
        for (var each : incidents) {
            lines.add("  " + words.severity(each.severity()) + " · " + words.sentence(each.what())
                    + (each.where().isEmpty() ? "" : " · " + ReportWords.line(each.where())));
            lines.add("    " + times(each, report, words));
            var owner = each.owner();
            lines.add("    " + (owner == null ? words.text("nobody") : words.text("owner", ReportWords.line(owner))));
            each.deeds().forEach(deed -> lines.add(("    " + words.deed(deed)).stripTrailing()));
        }
    }

    private static String times(Incident incident, ShiftReport report, ReportWords words) {
        var ended = incident.ended();
        return words.text("since", words.time(incident.opened()))
                + (ended == null ? "" : ", " + words.text("until", words.time(ended)))
                + ", " + words.length(incident.lasted(report.to()))
                + " · " + words.standing(incident.standing())
                + (incident.flaps() == 0 ? "" : " · " + words.text("flaps", incident.flaps()));
    }
}
