package io.atalaya.logs.understand;

import io.atalaya.logs.understand.Trace.Language;
import io.atalaya.logs.understand.Trace.Relation;
import io.atalaya.logs.understand.Trace.Thrown;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a trace line by line. One object for one message. */
final class TraceReader {
    private static final int MOST_TEXT = 1_000_000;
    private static final int MOST_FRAMES = 5_000;

    private final String text;
    private final List<Thrown> thrown = new ArrayList<>();
    private @Nullable Language language;

    private Relation relation = Relation.OUTERMOST;
    private String headline = "";
    private int headlineAt;
    private List<String> frames = new ArrayList<>();
    private int common;
    private int kept;
    /** Python tells frames first and the exception after them. */
    private boolean headlineFollows;

    TraceReader(String message) {
        this.text = message.length() > MOST_TEXT ? message.substring(0, MOST_TEXT) : message;
    }

    Optional<Trace> read() {
        int number = 0;
        for (int at = 0; at <= text.length() && kept < MOST_FRAMES; number++) {
            int to = text.indexOf('\n', at);
            to = to < 0 ? text.length() : to;
            line(text.substring(at, to), number);
            at = to + 1;
        }
        finish();
        if (language == null || thrown.stream().allMatch(each -> each.frames().isEmpty())) {
            return Optional.empty();
        }
        if (language == Language.PYTHON) {
            Collections.reverse(thrown); // Python tells the cause first
            relate();
        }
        return Optional.of(new Trace(language, thrown, Fingerprint.of(thrown)));
    }

    private void line(String raw, int number) {
        var line = raw.strip();
        var frame = TraceFrames.language(line);
        if (frame != null) {
            language = language == null ? frame : language;
            frames.add(line);
            kept++;
            headlineFollows |= frame == Language.PYTHON;
        } else if (TraceFrames.common(line) >= 0) {
            common = TraceFrames.common(line);
        } else if (TraceFrames.caused(line) > 0) {
            finish();
            begin(
                    line.startsWith("Suppressed") ? Relation.SUPPRESSED : Relation.CAUSE,
                    line.substring(TraceFrames.caused(line)),
                    number);
        } else if (line.startsWith("Traceback (most recent call last)")) {
            finish();
            begin(thrown.isEmpty() ? Relation.OUTERMOST : Relation.CAUSE, "", number);
        } else if (headlineFollows) {
            follow(raw, line, number);
        } else if (frames.isEmpty() && !line.isEmpty() && !line.equals("Stack trace:")) {
            headline = line;
            headlineAt = number;
        }
    }

    /** Python's line of source below a frame is indented; its exception is not. */
    private void follow(String raw, String line, int number) {
        if (!line.isEmpty() && !Character.isWhitespace(raw.charAt(0))) {
            headline = line;
            headlineAt = number;
            finish();
            begin(Relation.CAUSE, "", number);
        }
    }

    private void begin(Relation next, String line, int number) {
        relation = next;
        headline = line;
        headlineAt = number;
    }

    private void finish() {
        if (!frames.isEmpty() || relation != Relation.OUTERMOST && language != Language.PYTHON && !headline.isEmpty()) {
            thrown.add(new Thrown(relation, TraceFrames.type(headline), headline, headlineAt, frames, common));
        }
        frames = new ArrayList<>();
        common = 0;
        headlineFollows = false;
    }

    private void relate() {
        for (int i = 0; i < thrown.size(); i++) {
            var it = thrown.get(i);
            thrown.set(
                    i,
                    new Thrown(
                            i == 0 ? Relation.OUTERMOST : Relation.CAUSE,
                            it.type(),
                            it.headline(),
                            it.line(),
                            it.frames(),
                            it.common()));
        }
    }
}
