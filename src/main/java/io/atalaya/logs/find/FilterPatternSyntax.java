package io.atalaya.logs.find;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads CloudWatch Logs' filter patterns as far as a person needs at once: what one asks for, in its parts, and what is surely wrong
 * with it. What it lets pass AWS may still refuse (TestMetricFilter tells). Patterns regard case; terms are whole words for AWS.
 */
public final class FilterPatternSyntax {
    /** AWS takes no longer one. */
    public static final int LONGEST = 1024;

    private static final int MOST_REGEXES = 2;

    private FilterPatternSyntax() {}

    /** What kind of pattern it is. */
    public enum Kind {
        /** Empty: every event. */
        ALL,
        /** Words and "phrases", {@code ?either ?or}, {@code -not}, {@code %regex%}. */
        TERMS,
        /** {@code { $.field = value }}: only events that are JSON. */
        JSON,
        /** {@code [a, b, c = 5*]}: events as words between blanks. */
        COLUMNS
    }

    /** What is wrong. */
    public enum Trouble {
        TOO_LONG,
        /** A quote without its partner. */
        QUOTE_OPEN,
        /** A {@code %} without its partner. */
        REGEX_OPEN,
        REGEX_EMPTY,
        /** AWS takes two in a pattern. */
        REGEX_TOO_MANY,
        /** A brace, bracket or parenthesis without its partner. */
        BRACKET_OPEN,
        /** Something after the last brace or bracket. */
        BEHIND_END,
        /** A JSON pattern names fields with {@code $.}. */
        NO_SELECTOR,
        /** Neither a comparison nor EXISTS, IS NULL, IS TRUE and the like. */
        NO_COMPARISON,
        /** {@code AND}, {@code OR}: in JSON patterns it is {@code &&} and {@code ||}. */
        WORD_FOR_SIGN,
        /** {@code ?one} beside terms that must occur: AWS then disregards the {@code ?} terms. */
        OPTIONAL_DISREGARDED,
        /** Letters, figures and {@code _} stand for themselves; terms with other characters need quotes. */
        NEEDS_QUOTES
    }

    /** @param position in the pattern, in characters from 0 */
    public record Finding(Trouble trouble, int position) {}

    /**
     * What a pattern asks for.
     *
     * @param all terms that must occur
     * @param any one of which must
     * @param none that must not
     * @param trouble empty where none was seen
     */
    public record Meaning(Kind kind, List<String> all, List<String> any, List<String> none, Optional<Finding> trouble) {
        public Meaning {
            all = List.copyOf(all);
            any = List.copyOf(any);
            none = List.copyOf(none);
        }
    }

    public static Meaning read(String pattern) {
        var text = pattern.strip();
        int offset = pattern.indexOf(text);
        if (pattern.length() > LONGEST) {
            return of(Kind.TERMS, Optional.of(new Finding(Trouble.TOO_LONG, LONGEST)));
        }
        if (text.isEmpty()) {
            return of(Kind.ALL, Optional.empty());
        }
        return switch (text.charAt(0)) {
            case '{' -> of(Kind.JSON, json(pattern, offset));
            case '[' -> of(Kind.COLUMNS, brackets(pattern, offset));
            default -> terms(pattern);
        };
    }

    private static Meaning of(Kind kind, Optional<Finding> trouble) {
        return new Meaning(kind, List.of(), List.of(), List.of(), trouble);
    }

    private static Meaning terms(String pattern) {
        var all = new ArrayList<String>();
        var any = new ArrayList<String>();
        var none = new ArrayList<String>();
        Optional<Finding> trouble = Optional.empty();
        int regexes = 0;
        int firstOptional = -1;
        for (int at = 0; at < pattern.length(); ) {
            if (Character.isWhitespace(pattern.charAt(at))) {
                at++;
                continue;
            }
            int begin = at;
            var into = all;
            if (pattern.charAt(at) == '?') {
                into = any;
                firstOptional = firstOptional < 0 ? at : firstOptional;
                at++;
            } else if (pattern.charAt(at) == '-') {
                into = none;
                at++;
            }
            char first = at < pattern.length() ? pattern.charAt(at) : ' ';
            int end = first == '"' || first == '%' ? closing(pattern, at, first) : wordEnd(pattern, at);
            if (end < 0) {
                var open = first == '"' ? Trouble.QUOTE_OPEN : Trouble.REGEX_OPEN;
                return new Meaning(Kind.TERMS, all, any, none, Optional.of(new Finding(open, at)));
            }
            if (first == '%') {
                regexes++;
                trouble = end - at < 3 ? first(trouble, Trouble.REGEX_EMPTY, at) : trouble;
                trouble = regexes > MOST_REGEXES ? first(trouble, Trouble.REGEX_TOO_MANY, at) : trouble;
            } else if (first != '"' && !isWord(pattern.substring(at, end))) {
                trouble = first(trouble, Trouble.NEEDS_QUOTES, begin);
            }
            into.add(pattern.substring(at, end));
            at = end;
        }
        if (firstOptional >= 0 && !(all.isEmpty() && none.isEmpty())) {
            trouble = first(trouble, Trouble.OPTIONAL_DISREGARDED, firstOptional);
        }
        return new Meaning(Kind.TERMS, all, any, none, trouble);
    }

    private static Optional<Finding> first(Optional<Finding> found, Trouble trouble, int at) {
        return found.isPresent() ? found : Optional.of(new Finding(trouble, at));
    }

    private static boolean isWord(String term) {
        return !term.isEmpty() && term.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
    }

    private static int wordEnd(String pattern, int from) {
        int at = from;
        while (at < pattern.length() && !Character.isWhitespace(pattern.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Behind the partner; -1 without. */
    private static int closing(String pattern, int from, char quote) {
        for (int at = from + 1; at < pattern.length(); at++) {
            if (pattern.charAt(at) == '\\') {
                at++;
            } else if (pattern.charAt(at) == quote) {
                return at + 1;
            }
        }
        return -1;
    }

    /** Brackets, quotes and regexes have their partners, and the outermost ends the pattern. */
    private static Optional<Finding> brackets(String pattern, int from) {
        var open = new ArrayDeque<Integer>();
        for (int at = from; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            if (c == '"' || c == '%') {
                int end = closing(pattern, at, c);
                if (end < 0) {
                    return Optional.of(new Finding(c == '"' ? Trouble.QUOTE_OPEN : Trouble.REGEX_OPEN, at));
                }
                at = end - 1;
            } else if ("{[(".indexOf(c) >= 0) {
                open.push(at);
            } else if ("}])".indexOf(c) >= 0) {
                if (open.isEmpty() || "}])".indexOf(c) != "{[(".indexOf(pattern.charAt(open.peek()))) {
                    return Optional.of(new Finding(Trouble.BRACKET_OPEN, at));
                }
                open.pop();
                if (open.isEmpty() && !pattern.substring(at + 1).isBlank()) {
                    return Optional.of(new Finding(Trouble.BEHIND_END, at + 1));
                }
            }
        }
        return open.isEmpty() ? Optional.empty() : Optional.of(new Finding(Trouble.BRACKET_OPEN, open.peekLast()));
    }

    private static Optional<Finding> json(String pattern, int from) {
        var trouble = brackets(pattern, from);
        if (trouble.isPresent()) {
            return trouble;
        }
        for (var part : conditions(pattern, from + 1, pattern.lastIndexOf('}'))) {
            var text = pattern.substring(part[0], part[1]);
            int at = part[0] + text.indexOf(text.strip());
            var condition = text.strip();
            if (!condition.startsWith("$.") && !condition.startsWith("$[")) {
                return Optional.of(new Finding(Trouble.NO_SELECTOR, at));
            }
            if (condition.matches("(?s).*\\s(AND|OR|and|or)\\s+\\$.*")) {
                return Optional.of(new Finding(Trouble.WORD_FOR_SIGN, at));
            }
            boolean compares = condition.matches("(?s)\\$[^=<>!\\s]+\\s*(=|!=|<=|>=|<|>)\\s*\\S.*")
                    || condition.matches("(?is)\\$\\S+\\s+(IS\\s+(NOT\\s+)?(NULL|TRUE|FALSE)|NOT\\s+EXISTS|EXISTS)");
            if (!compares) {
                return Optional.of(new Finding(Trouble.NO_COMPARISON, at));
            }
        }
        return Optional.empty();
    }

    /** Where conditions between {@code &&} and {@code ||} begin and end, without the parentheses around them. */
    private static List<int[]> conditions(String pattern, int from, int to) {
        var parts = new ArrayList<int[]>();
        int begin = from;
        for (int at = from; at <= to; at++) {
            char c = at < to ? pattern.charAt(at) : ')';
            if (c == '"' || c == '%') {
                at = closing(pattern, at, c) - 1;
            } else if (c == '(' || c == ')' || c == '&' || c == '|') {
                if (!pattern.substring(begin, at).isBlank()) {
                    parts.add(new int[] {begin, at});
                }
                begin = at + 1;
            }
        }
        return parts.isEmpty() ? List.of(new int[] {from, to}) : parts;
    }
}
