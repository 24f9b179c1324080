package io.atalaya.ui.logs;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.atalaya.logs.find.Clause;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where what was asked for stands in a line: clauses that mark or include, and what is searched for. */
final class Marks {
    /** More in one line are too many to tell apart. */
    private static final int MOST = 60;

    /** @param found whether it is what is searched for, else a mark */
    record Mark(int from, int to, boolean found) {}

    private record Needle(Pattern pattern, boolean found) {}

    private final List<Needle> needles = new ArrayList<>();

    Marks(List<Clause> clauses, @Nullable Clause search) {
        for (var each : clauses) {
            if (each.on() && each.kind() != Clause.Kind.EXCLUDE) {
                add(each, false);
            }
        }
        if (search != null) {
            add(search, true);
        }
    }

    private void add(Clause clause, boolean found) {
        if (clause.text().isEmpty() || clause.mode() == Clause.Mode.FIELD || clause.mode() == Clause.Mode.STREAM) {
            return;
        }
        var text = clause.mode() == Clause.Mode.TEXT ? Pattern.quote(clause.text()) : clause.text();
        try {
            needles.add(new Needle(Pattern.compile(text, clause.matchCase() ? 0 : Pattern.CASE_INSENSITIVE), found));
        } catch (PatternSyntaxException saidWhereItWasTyped) {
            return;
        }
    }

    /** Those of a line, in no order; empty where there are none. */
    List<Mark> of(String line) {
        if (needles.isEmpty() || line.isEmpty()) {
            return List.of();
        }
        var marks = new ArrayList<Mark>();
        for (var needle : needles) {
            var matcher = needle.pattern().matcher(line);
            while (matcher.find() && marks.size() < MOST) {
                if (matcher.end() > matcher.start()) {
                    marks.add(new Mark(matcher.start(), matcher.end(), needle.found()));
                }
            }
        }
        return marks;
    }
}
