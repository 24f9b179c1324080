package io.atalaya.logs.find;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Locale;

/** Reads regular expressions, and says what is wrong with those that are none. {@code ^} and {@code $} are the ends of each line. */
final class Regexes {
    /** A program larger than this is refused: its time for each byte would be felt. */
    private static final int LARGEST = 20_000;

    private Regexes() {}

    static Pattern compile(String regex, boolean matchCase) throws BadClause {
        try {
            var pattern = Pattern.compile(regex, Pattern.MULTILINE | (matchCase ? 0 : Pattern.CASE_INSENSITIVE));
            if (pattern.programSize() > LARGEST) {
                throw new BadClause(BadClause.Reason.REGEX_TOO_LARGE, -1, "");
            }
            return pattern;
        } catch (PatternSyntaxException bad) {
            throw explain(regex, bad);
        }
    }

    private static BadClause explain(String regex, PatternSyntaxException bad) {
        var piece = bad.getPattern() == null ? "" : bad.getPattern();
        int at = regex.contains(piece) && !piece.isEmpty() ? regex.indexOf(piece) : unclosed(regex);
        var around = at < 0 ? regex : regex.substring(at);
        if (around.startsWith("(?=")
                || around.startsWith("(?!")
                || around.startsWith("(?<=")
                || around.startsWith("(?<!")) {
            return new BadClause(BadClause.Reason.LOOK_AROUND, at, piece);
        }
        if (around.startsWith("(?>")
                || bad.getDescription().toLowerCase(Locale.ROOT).contains("nested repetition")) {
            return new BadClause(BadClause.Reason.POSSESSIVE, at, piece);
        }
        if (around.length() > 1
                && around.charAt(0) == '\\'
                && (around.charAt(1) >= '1' && around.charAt(1) <= '9' || around.charAt(1) == 'k')) {
            return new BadClause(BadClause.Reason.BACK_REFERENCE, at, piece);
        }
        if (bad.getDescription().contains("repeat") || bad.getDescription().contains("repetition size")) {
            return new BadClause(BadClause.Reason.REGEX_TOO_LARGE, at, piece);
        }
        return new BadClause(BadClause.Reason.REGEX_SYNTAX, at, piece);
    }

    /** The first parenthesis without its partner; -1 where all have one. */
    private static int unclosed(String regex) {
        var open = new ArrayDeque<Integer>();
        boolean set = false;
        for (int at = 0; at < regex.length(); at++) {
            switch (regex.charAt(at)) {
                case '\\' -> at++;
                case '[' -> set = true;
                case ']' -> set = false;
                case '(' -> {
                    if (!set) {
                        open.push(at);
                    }
                }
                case ')' -> {
                    if (!set && open.poll() == null) {
                        return at;
                    }
                }
                default -> {}
            }
        }
        return open.isEmpty() ? -1 : open.getLast();
    }
}
