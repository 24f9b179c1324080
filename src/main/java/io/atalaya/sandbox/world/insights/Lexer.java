package io.atalaya.sandbox.world.insights;

import io.atalaya.sandbox.world.insights.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a query into words. */
final class Lexer {
    private static final Pattern BLANK = Pattern.compile("(?:\\s+|#[^\\n]*)+");
    private static final Pattern NAME = Pattern.compile("@?[A-Za-z_][\\w.]*|@[\\w.]+");
    private static final Pattern QUOTED_NAME = Pattern.compile("`([^`]+)`");
    private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|s|m|h|d|w|mo|q|y)\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");
    private static final Pattern STRING =
            Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'((?:[^'\\\\]|\\\\.)*)'", Pattern.DOTALL);
    private static final Pattern REGEX = Pattern.compile("/((?:[^/\\\\\\n]|\\\\.)+)/");
    private static final Pattern SYMBOL = Pattern.compile("!=|<=|>=|=~|[|,()\\[\\]=<>+\\-*/%^]");

    private final String query;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String query) {
        this.query = query;
    }

    static List<Token> tokens(String query) {
        return new Lexer(query).all();
    }

    private List<Token> all() {
        while (true) {
            match(BLANK);
            if (at >= query.length()) {
                tokens.add(new Token(Kind.END, "<EOF>", at, at));
                return tokens;
            }
            if (!(regexMayFollow() && word(REGEX, Kind.REGEX)
                    || word(QUOTED_NAME, Kind.NAME)
                    || word(NAME, Kind.NAME)
                    || duration()
                    || word(NUMBER, Kind.NUMBER)
                    || word(STRING, Kind.STRING)
                    || word(SYMBOL, Kind.SYMBOL))) {
                throw MalformedQuery.unexpected(query, query.substring(at, at + 1), at, at + 1);
            }
        }
    }

    /** A slash divides, except where a pattern is expected. */
    private boolean regexMayFollow() {
        if (tokens.isEmpty()) {
            return false;
        }
        Token last = tokens.getLast();
        return last.is("like")
                || last.is("=~")
                || last.is("parse")
                || tokens.size() > 1 && tokens.get(tokens.size() - 2).is("parse");
    }

    private boolean duration() {
        int start = at;
        Matcher m = match(DURATION);
        if (m == null) {
            return false;
        }
        tokens.add(new Token(Kind.DURATION, m.group(), start, at));
        return true;
    }

    private boolean word(Pattern pattern, Kind kind) {
        int start = at;
        Matcher m = match(pattern);
        if (m == null) {
            return false;
        }
        String text = m.group();
        for (int g = 1; g <= m.groupCount(); g++) {
            if (m.group(g) != null) {
                text = kind == Kind.STRING ? m.group(g).replaceAll("\\\\([\"'\\\\])", "$1") : m.group(g);
            }
        }
        tokens.add(new Token(kind, text, start, at));
        return true;
    }

    private @Nullable Matcher match(Pattern pattern) {
        Matcher m = pattern.matcher(query).region(at, query.length());
        if (!m.lookingAt()) {
            return null;
        }
        at = m.end();
        return m;
    }
}
