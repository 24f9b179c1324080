package io.atalaya.logs.view;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A bit for each event, by id: 1.25 MB for ten million. Knows how many are set. */
final class Bits {
    private static final int PAGE = 16;
    private static final int WORDS = 1 << PAGE - 6;

    private @Nullable long[][] pages = new long[16][];
    /** Number of the first page. */
    private long base;

    private long count;

    boolean get(long id) {
        var page = page(id);
        return page != null && (page[word(id)] & 1L << id) != 0;
    }

    /** Whether it was different before. */
    boolean set(long id, boolean value) {
        var page = page(id);
        if (page == null) {
            if (!value) {
                return false;
            }
            page = grow(id);
        }
        boolean was = (page[word(id)] & 1L << id) != 0;
        if (was == value) {
            return false;
        }
        page[word(id)] ^= 1L << id;
        count += value ? 1 : -1;
        return true;
    }

    long count() {
        return count;
    }

    /** Clears all below and forgets their pages. */
    void dropBelow(long id) {
        long last = id >> PAGE;
        int gone = Math.clamp(last - base, 0, pages.length);
        for (int i = 0; i < gone; i++) {
            count -= cardinality(pages[i], WORDS);
        }
        if (gone > 0) {
            pages = Arrays.copyOfRange(pages, gone, gone + Math.max(16, pages.length - gone));
            base += gone;
        }
        var page = page(id);
        if (page != null) {
            int word = word(id);
            count -= cardinality(page, word);
            Arrays.fill(page, 0, word, 0);
            long below = page[word] & (1L << id) - 1;
            count -= Long.bitCount(below);
            page[word] ^= below;
        }
    }

    private static long cardinality(long @Nullable [] page, int words) {
        long sum = 0;
        for (int i = 0; page != null && i < words; i++) {
            sum += Long.bitCount(page[i]);
        }
        return sum;
    }

    private static int word(long id) {
        return (int) (id >>> 6) & WORDS - 1;
    }

    private long @Nullable [] page(long id) {
        long at = (id >> PAGE) - base;
        return at < 0 || at >= pages.length ? null : pages[(int) at];
    }

    private long[] grow(long id) {
        long number = id >> PAGE;
        if (count == 0 && Arrays.stream(pages).allMatch(each -> each == null)) {
            base = Math.max(0, number - pages.length / 2);
        }
        if (number < base) {
            int more = (int) (base - number) + pages.length / 2;
            more = (int) Math.min(more, base);
            var wider = new long[pages.length + more][];
            System.arraycopy(pages, 0, wider, more, pages.length);
            pages = wider;
            base -= more;
        }
        int at = (int) (number - base);
        if (at >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(at + 1, pages.length * 2));
        }
        var page = new long[WORDS];
        pages[at] = page;
        return page;
    }
}
