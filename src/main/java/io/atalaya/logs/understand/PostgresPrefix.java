package io.atalaya.logs.understand;

import org.jspecify.annotations.Nullable;

/** PostgreSQL's level at the end of a prefix without blanks. */
final class PostgresPrefix {
    private PostgresPrefix() {}

    /** RDS's prefix has no blanks: {@code 12:00:00 UTC:10.0.0.1(55555):user@db:[123]:ERROR:}. */
    static @Nullable Reading level(byte[] text, int from, int whole) {
        int last = whole - 1;
        if (whole - from < 8 || text[last] != ':') {
            return null;
        }
        int first = last;
        while (first > from && Chars.word(text[first - 1])) {
            first--;
        }
        if (first <= from || text[first - 1] != ':' || !LevelWords.capitals(text, first, last)) {
            return null;
        }
        if (Details.is(text, first, last)) {
            return Readings.CONTINUES;
        }
        var word = LevelWords.find(text, first, last);
        return word == null ? null : Readings.of(word.level());
    }
}
