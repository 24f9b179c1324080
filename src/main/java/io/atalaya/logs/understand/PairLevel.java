package io.atalaya.logs.understand;

import io.atalaya.logs.Level;

/** The level of a line of {@code key=value} pairs (logfmt); looks no further than the first thing that is no pair. */
final class PairLevel {
    private final byte[] text;
    private final int end;
    private int at;

    PairLevel(byte[] text, int from, int end) {
        this.text = text;
        this.at = from;
        this.end = end;
    }

    Reading read() {
        while (at < end) {
            int key = at;
            while (at < end && (Chars.word(text[at]) || text[at] == '.' || text[at] == '@' || text[at] == '-')) {
                at++;
            }
            if (at == key || at >= end || text[at] != '=') {
                return Readings.UNKNOWN;
            }
            int keyEnd = at++;
            boolean quoted = at < end && text[at] == '"';
            int value = quoted ? ++at : at;
            int valueEnd = quoted ? quoteEnd() : wordEnd();
            var kind = LevelKey.of(text, key, keyEnd);
            if (kind != LevelKey.NONE && kind != LevelKey.LOG) {
                var word = LevelWords.find(text, value, valueEnd);
                if (word != null && word.level() != Level.UNKNOWN) {
                    return Readings.of(word.level());
                }
            }
            at = valueEnd + (quoted ? 1 : 0);
            while (at < end && (Chars.blank(text[at]) || text[at] == ',')) {
                at++;
            }
        }
        return Readings.UNKNOWN;
    }

    private int quoteEnd() {
        int i = at;
        while (i < end && text[i] != '"') {
            i += text[i] == '\\' ? 2 : 1;
        }
        return Math.min(i, end);
    }

    private int wordEnd() {
        int i = at;
        while (i < end && !Chars.blank(text[i]) && text[i] != ',') {
            i++;
        }
        return i;
    }
}
