package io.atalaya.ui.perimeter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * One thing that is different between two moments.
 *
 * @param name of the resource, group or ACL
 * @param ref {@code SECURITY_GROUP sg-1}
 * @param what the rest of the line
 */
record Difference(Kind kind, String name, String ref, List<String> what) {
    /** What sort of difference; openings first. */
    enum Kind {
        OPENED,
        CLOSED,
        RULE_ADDED,
        RULE_REMOVED
    }

    Difference {
        what = List.copyOf(what);
    }

    /** What opened, what closed, and the rules that came and went. */
    static List<Difference> between(PastPerimeter before, PastPerimeter after) {
        var found = new ArrayList<Difference>();
        add(found, Kind.OPENED, after.openings(), before.openings());
        add(found, Kind.CLOSED, before.openings(), after.openings());
        add(found, Kind.RULE_ADDED, after.rules(), before.rules());
        add(found, Kind.RULE_REMOVED, before.rules(), after.rules());
        return found;
    }

    private static void add(List<Difference> found, Kind kind, List<String> these, List<String> others) {
        var left = new HashSet<>(others);
        for (var line : these) {
            if (!left.contains(line)) {
                var parts = line.split("\t", -1);
                if (parts.length >= 3) {
                    found.add(new Difference(
                            kind, parts[0], parts[1], List.of(parts).subList(2, parts.length)));
                }
            }
        }
    }
}
