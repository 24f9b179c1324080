package io.atalaya.logs.store;

import java.util.Arrays;

/** A set of small numbers that one thread adds to and others read. Adding is in place, but for growing. */
final class Bits {
    static final Bits NONE = new Bits(new long[0], 0);

    private final long[] words;
    private final int count;

    private Bits(long[] words, int count) {
        this.words = words;
        this.count = count;
    }

    boolean has(int number) {
        return number >>> 6 < words.length && (words[number >>> 6] & 1L << number) != 0;
    }

    /** With one that was not in it; to be published by whoever holds it. */
    Bits with(int number) {
        var word = number >>> 6;
        var more = word < words.length ? words : Arrays.copyOf(words, Math.max(word + 1, words.length * 2));
        more[word] |= 1L << number;
        return new Bits(more, count + 1);
    }

    int count() {
        return count;
    }
}
