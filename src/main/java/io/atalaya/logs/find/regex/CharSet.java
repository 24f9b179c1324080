package io.atalaya.logs.find.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A set of code points: sorted ranges, both ends included, none touching the next. Immutable. */
final class CharSet {
    static final int LAST = Character.MAX_CODE_POINT;
    static final CharSet DIGITS = of('0', '9');
    static final CharSet WORDS = of('0', '9', 'A', 'Z', '_', '_', 'a', 'z');
    static final CharSet BLANKS = of('\t', '\n', '\f', '\r', ' ', ' ');
    static final CharSet ANY = of(0, LAST);
    static final CharSet NOT_NEWLINE = of(0, '\n' - 1, '\n' + 1, LAST);

    private final int[] ranges;

    private CharSet(int[] ranges) {
        this.ranges = ranges;
    }

    static CharSet of(int... ends) {
        return new CharSet(ends);
    }

    static CharSet one(int codePoint) {
        return of(codePoint, codePoint);
    }

    CharSet or(CharSet other) {
        List<int[]> all = new ArrayList<>();
        for (var each : List.of(this, other)) {
            for (int i = 0; i < each.ranges.length; i += 2) {
                all.add(new int[] {each.ranges[i], each.ranges[i + 1]});
            }
        }
        all.sort((a, b) -> Integer.compare(a[0], b[0]));
        List<int[]> merged = new ArrayList<>();
        for (var range : all) {
            if (!merged.isEmpty() && range[0] <= merged.getLast()[1] + 1) {
                merged.getLast()[1] = Math.max(merged.getLast()[1], range[1]);
            } else {
                merged.add(range);
            }
        }
        return new CharSet(merged.stream().flatMapToInt(Arrays::stream).toArray());
    }

    CharSet not() {
        var ends = new ArrayList<Integer>();
        int from = 0;
        for (int i = 0; i < ranges.length; i += 2) {
            if (ranges[i] > from) {
                ends.add(from);
                ends.add(ranges[i] - 1);
            }
            from = ranges[i + 1] + 1;
        }
        if (from <= LAST) {
            ends.add(from);
            ends.add(LAST);
        }
        return new CharSet(ends.stream().mapToInt(Integer::intValue).toArray());
    }

    /** With the other case of its ASCII letters, and what Unicode folds with k and s. Only for sets of ASCII. */
    CharSet folded() {
        var folded = this;
        for (int c = 'a'; c <= 'z'; c++) {
            if (has(c) || has(c - 0x20)) {
                folded = folded.or(one(c)).or(one(c - 0x20));
            }
        }
        folded = folded.has('k') ? folded.or(one(0x212A)) : folded;
        return folded.has('s') ? folded.or(one(0x17F)) : folded;
    }

    /** Whether it is one of the accented letters of western Europe whose other case differs in one bit, and that have but two. */
    static boolean isLatinLetter(int c) {
        int upper = c & ~0x20;
        return upper >= 0xC0 && upper <= 0xDE && upper != 0xD7 && upper != 0xC5; // × and ÷; Å is the unit as well
    }

    boolean has(int codePoint) {
        for (int i = 0; i < ranges.length; i += 2) {
            if (codePoint >= ranges[i] && codePoint <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** The only one in it; -1 where there are more, or none. */
    int single() {
        return ranges.length == 2 && ranges[0] == ranges[1] ? ranges[0] : -1;
    }

    /** Whether it is this letter in lower and upper case, and nothing else. */
    boolean isLetter(int lower) {
        return Arrays.equals(ranges, new int[] {lower - 0x20, lower - 0x20, lower, lower});
    }

    boolean isAscii() {
        return ranges.length == 0 || ranges[ranges.length - 1] < 0x80;
    }

    /** Whether everything beyond ASCII is in. */
    boolean hasAllBeyondAscii() {
        int last = ranges.length - 2;
        return last >= 0 && ranges[last] <= 0x80 && ranges[last + 1] == LAST;
    }

    /** What is beyond ASCII, if it is no more than a few; more are an empty array and {@link #isAscii} is false. */
    int[] fewBeyondAscii(int most) {
        int count = 0;
        var few = new int[most];
        for (int i = 0; i < ranges.length; i += 2) {
            for (int c = Math.max(0x80, ranges[i]); c <= ranges[i + 1]; c++) {
                if (count == most) {
                    return new int[0];
                }
                few[count++] = c;
            }
        }
        return Arrays.copyOf(few, count);
    }
}
