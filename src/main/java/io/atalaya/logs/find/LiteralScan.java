package io.atalaya.logs.find;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.function.IntConsumer;

/**
 * Finds one literal: looks, eight bytes at a time, for the two of its bytes that logs use least and compares where both stand.
 */
final class LiteralScan {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final int AT_ONCE = 32;
    /** Sets the bit that tells lower from upper case of an ASCII letter in all eight bytes. */
    private static final long CASE = 0x2020202020202020L;

    private final byte[] literal;
    private final boolean[] letter;
    private final boolean fold;
    private final int rare;
    private final int second;
    private final long rarePattern;
    private final long secondPattern;
    private final long rareCase;
    private final long secondCase;

    /** @param fold whether case of ASCII letters is disregarded */
    LiteralScan(byte[] literal, boolean fold) {
        this.literal = literal.clone();
        this.letter = new boolean[literal.length];
        this.fold = fold;
        for (int i = 0; i < literal.length; i++) {
            if (fold) {
                this.literal[i] = (byte) Rarity.lower(literal[i]);
                letter[i] = Rarity.isLetter(literal[i]);
            }
        }
        int best = 0;
        int next = literal.length > 1 ? 1 : 0;
        for (int i = 1; i < literal.length; i++) {
            if (rank(i) < rank(best)) {
                next = best;
                best = i;
            } else if (i != best && rank(i) < rank(next)) {
                next = i;
            }
        }
        rare = best;
        second = next;
        rarePattern = (this.literal[rare] & 0xFFL) * ONES;
        secondPattern = (this.literal[second] & 0xFFL) * ONES;
        rareCase = letter[rare] ? CASE : 0;
        secondCase = letter[second] ? CASE : 0;
    }

    private int rank(int index) {
        return Rarity.of(literal[index], fold);
    }

    int length() {
        return literal.length;
    }

    /** Where it begins first within the bytes; -1 when nowhere. */
    int find(byte[] bytes, int from, int to) {
        int last = to - literal.length;
        int reach = to - Math.max(rare, second) - AT_ONCE;
        int at = from;
        for (; at <= reach; at += AT_ONCE) {
            long one = hits(bytes, at);
            long two = hits(bytes, at + 8);
            long three = hits(bytes, at + 16);
            long four = hits(bytes, at + 24);
            if ((one | two | three | four) != 0) {
                int found = first(bytes, at, one, last);
                found = found < 0 ? first(bytes, at + 8, two, last) : found;
                found = found < 0 ? first(bytes, at + 16, three, last) : found;
                found = found < 0 ? first(bytes, at + 24, four, last) : found;
                if (found >= 0) {
                    return found;
                }
            }
        }
        for (; at <= last; at++) {
            if (isAt(bytes, at)) {
                return at;
            }
        }
        return -1;
    }

    /** A high bit for each of eight places where both bytes stand; for some more above one that is. */
    private long hits(byte[] bytes, int at) {
        long one = ((long) LONG.get(bytes, at + rare) | rareCase) ^ rarePattern;
        long two = ((long) LONG.get(bytes, at + second) | secondCase) ^ secondPattern;
        long both = one | two;
        return (both - ONES) & ~both & HIGHS;
    }

    /** Tells each text of a block that holds it, by its index, once. */
    void eachText(Block block, IntConsumer told) {
        var bytes = block.bytes();
        int last = block.count() == 0 ? 0 : block.end(block.count() - 1);
        int index = 0;
        for (int found = find(bytes, 0, last); found >= 0; ) {
            while (block.end(index) <= found) {
                index++;
            }
            int start = block.start(index);
            int end = block.end(index);
            boolean within = found >= start && found + literal.length <= end;
            if (within) {
                told.accept(index);
            }
            found = find(bytes, within ? end : Math.max(found + 1, start), last);
        }
    }

    /** A borrow may set bits above a true one, never instead of it: each is compared. */
    private int first(byte[] bytes, int at, long hits, int last) {
        for (long left = hits; left != 0; left &= left - 1) {
            int place = at + (Long.numberOfTrailingZeros(left) >>> 3);
            if (place <= last && isAt(bytes, place)) {
                return place;
            }
        }
        return -1;
    }

    private boolean isAt(byte[] bytes, int at) {
        for (int i = 0; i < literal.length; i++) {
            int each = bytes[at + i];
            if ((letter[i] ? each | 0x20 : each) != literal[i]) {
                return false;
            }
        }
        return true;
    }
}
