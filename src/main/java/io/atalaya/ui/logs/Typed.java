package io.atalaya.ui.logs;

import io.atalaya.logs.find.Clause;

/** What somebody typed into the filter, with the short hands: {@code -word} hides, {@code /expression/} is a regular one. */
final class Typed {
    private Typed() {}

    /**
     * The clause that is meant.
     *
     * @param kind chosen beside the field
     * @param mode chosen beside the field
     */
    static Clause clause(String typed, Clause.Kind kind, Clause.Mode mode, boolean matchCase) {
        var text = typed.strip();
        var what = kind;
        if (text.length() > 1 && text.charAt(0) == '-' && kind == Clause.Kind.INCLUDE) {
            what = Clause.Kind.EXCLUDE;
            text = text.substring(1).strip();
        }
        var how = mode;
        if (mode == Clause.Mode.TEXT
                && text.length() > 2
                && text.startsWith("/")
                && text.endsWith("/")
                && text.indexOf(' ') < 0
                && text.chars().anyMatch(c -> "|*+?[(\\.^$".indexOf(c) >= 0)) {
            how = Clause.Mode.REGEX;
            text = text.substring(1, text.length() - 1);
        }
        return new Clause(what, how, text, matchCase, true);
    }
}
