package io.atalaya.app;

import io.atalaya.evidence.replay.Replay;
import io.atalaya.evidence.replay.Side;
import io.atalaya.ui.common.AwsText;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What a comparison says to a person: every claim, row and field that differs, one line each. */
final class CompareReport {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private final ResourceBundle texts;
    private final ZoneId zone;

    /** @param zone in which times are told */
    CompareReport(ResourceBundle texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    void tell(Replay replay, PrintWriter out) {
        say(out, side("compare.side.then", replay.then()));
        say(out, side("compare.side.now", replay.now()));
        replay.unlike().forEach(it -> say(out, "! " + text("compare.unlike." + it.name())));
        for (var claim : replay.claims()) {
            say(
                    out,
                    Objects.equals(claim.then(), claim.now())
                            ? text("compare.claim.facts", claim.claim(), verdict(claim.now()))
                            : text("compare.claim", claim.claim(), verdict(claim.then()), verdict(claim.now())));
            claim.facts()
                    .forEach(it -> say(
                            out,
                            "    " + it.resource() + " " + it.fact() + ": " + orNone(it.then()) + " -> "
                                    + orNone(it.now())));
        }
        for (var unread : replay.unread()) {
            say(out, text("compare.unread", unread.part(), read(unread.then()), read(unread.now())));
        }
        replay.lists().forEach(it -> tell(it, out));
        if (replay.isEmpty()) {
            say(out, text("compare.same"));
        }
    }

    private void tell(Replay.ListChange list, PrintWriter out) {
        if (list.kind() != Replay.Kind.CHANGED) {
            say(out, text("compare.list." + list.kind().name(), list.part()));
            return;
        }
        say(
                out,
                text(
                        "compare.list",
                        list.part(),
                        list.count(Replay.Kind.ADDED),
                        list.count(Replay.Kind.REMOVED),
                        list.count(Replay.Kind.CHANGED)));
        for (var row : list.rows()) {
            var sign =
                    switch (row.kind()) {
                        case ADDED -> "+";
                        case REMOVED -> "-";
                        case CHANGED -> "~";
                    };
            say(out, "  " + sign + " " + row.key().words());
            for (var field : row.fields()) {
                say(
                        out,
                        "      "
                                + switch (row.kind()) {
                                    case ADDED -> field.field() + ": " + field.now();
                                    case REMOVED -> field.field() + ": " + field.then();
                                    case CHANGED ->
                                        field.field() + ": " + orNone(field.then()) + " -> " + orNone(field.now());
                                });
            }
        }
    }

    private String side(String key, Side side) {
        var facts = side.facts();
        return text(
                key,
                TIME.format(facts.takenAt().atZone(zone)),
                facts.recipe(),
                facts.origin().deployment(),
                facts.origin().account(),
                facts.origin().region(),
                facts.id());
    }

    private String verdict(@Nullable String verdict) {
        var key = "compare.verdict." + verdict;
        return verdict == null ? text("compare.notJudged") : texts.containsKey(key) ? texts.getString(key) : verdict;
    }

    private String read(@Nullable String problem) {
        return problem == null ? text("compare.read") : problem;
    }

    private static String orNone(@Nullable String value) {
        return value == null || value.isEmpty() ? "-" : value;
    }

    private String text(String key, Object... arguments) {
        return texts.getString(key).formatted(arguments);
    }

    /** Whoever made a capsule may write anything into it. */
    private static void say(PrintWriter out, String line) {
        out.println(AwsText.line(line));
    }
}
