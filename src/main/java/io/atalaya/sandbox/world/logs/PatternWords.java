package io.atalaya.sandbox.world.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a structured filter pattern, one after another. */
final class PatternWords {
    private static final Pattern WORD = Pattern.compile("\\s*(?:(\"(?:[^\"\\\\]|\\\\.)*\")|(%(?:[^%\\\\]|\\\\.)+%)"
            + "|(&&|\\|\\||!=|>=|<=|\\.\\.\\.|[(){}=<>,]|\\[(?=\\w|\\.\\.\\.)|](?=\\s*$))"
            + "|([^\\s\"%&|=<>!(){},]+?)(?=&&|\\|\\||[\\s=<>!(){},]|]\\s*$|$))");

    private final List<String> words = new ArrayList<>();
    private int at;

    PatternWords(String text) {
        Matcher m = WORD.matcher(text);
        int from = 0;
        while (from < text.length() && !text.substring(from).isBlank()) {
            if (!m.region(from, text.length()).lookingAt()) {
                throw invalid();
            }
            words.add(m.group().strip());
            from = m.end();
        }
    }

    static IllegalArgumentException invalid() {
        return new IllegalArgumentException("Invalid filter pattern");
    }

    boolean isOver() {
        return at >= words.size();
    }

    boolean take(String word) {
        boolean there = !isOver() && words.get(at).equalsIgnoreCase(word);
        if (there) {
            at++;
        }
        return there;
    }

    String next() {
        if (isOver()) {
            throw invalid();
        }
        return words.get(at++);
    }

    void expect(String word) {
        if (!take(word)) {
            throw invalid();
        }
    }
}
