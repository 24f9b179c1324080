package io.atalaya.deployment.address;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One address. All of IPv4 comes before all of IPv6.
 *
 * @param six whether it is of IPv6
 * @param high the upper 64 bits; 0 for IPv4
 * @param low the lower 64 bits, unsigned; an IPv4 address is its 32 bits
 */
public record Ip(boolean six, long high, long low) implements Comparable<Ip> {
    private static final int GROUPS = 8;

    /** The family's bits: 32 or 128. */
    public int bits() {
        return six ? 128 : 32;
    }

    /** An address without a mask; empty for anything else, zones of links among it. */
    public static Optional<Ip> parse(String text) {
        return text.indexOf(':') >= 0 ? six(text) : four(text);
    }

    public static Ip four(long bits) {
        return new Ip(false, 0, bits & 0xffff_ffffL);
    }

    private static Optional<Ip> four(String text) {
        long bits = 0;
        int fields = 0;
        int at = 0;
        while (at <= text.length()) {
            var dot = text.indexOf('.', at);
            var end = dot < 0 ? text.length() : dot;
            var value = digits(text, at, end, 10, 3);
            if (value < 0 || value > 255 || ++fields > 4) {
                return Optional.empty();
            }
            bits = bits << 8 | value;
            at = end + 1;
        }
        return fields == 4 ? Optional.of(four(bits)) : Optional.empty();
    }

    private static Optional<Ip> six(String text) {
        var gap = text.indexOf("::");
        var head = groups(gap < 0 ? text : text.substring(0, gap));
        var tail = gap < 0 ? new int[0] : groups(text.substring(gap + 2));
        if (head == null || tail == null) {
            return Optional.empty();
        }
        var missing = GROUPS - head.length - tail.length;
        if (gap < 0 ? missing != 0 : missing < 1) {
            return Optional.empty();
        }
        var all = new int[GROUPS];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(tail, 0, all, GROUPS - tail.length, tail.length);
        long high = 0;
        long low = 0;
        for (int i = 0; i < 4; i++) {
            high = high << 16 | all[i];
            low = low << 16 | all[i + 4];
        }
        return Optional.of(new Ip(true, high, low));
    }

    /** Groups of 16 bits, the last two perhaps written as IPv4; null for what is neither. */
    private static int @Nullable [] groups(String text) {
        if (text.isEmpty()) {
            return new int[0];
        }
        var fields = text.split(":", -1);
        var mapped = fields[fields.length - 1].indexOf('.') >= 0;
        var groups = new int[fields.length + (mapped ? 1 : 0)];
        if (groups.length > GROUPS) {
            return null;
        }
        for (int i = 0; i < fields.length - (mapped ? 1 : 0); i++) {
            groups[i] = digits(fields[i], 0, fields[i].length(), 16, 4);
            if (groups[i] < 0) {
                return null;
            }
        }
        if (mapped) {
            var four = four(fields[fields.length - 1]);
            if (four.isEmpty()) {
                return null;
            }
            groups[groups.length - 2] = (int) (four.get().low >>> 16);
            groups[groups.length - 1] = (int) (four.get().low & 0xffff);
        }
        return groups;
    }

    private static int digits(String text, int from, int to, int radix, int most) {
        if (to <= from || to - from > most) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            var character = text.charAt(i);
            var digit = character < 128 ? Character.digit(character, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }

    /** The one after it; the last of all has none and gives the first. */
    Ip next() {
        var next = low + 1;
        return new Ip(six, six && next == 0 ? high + 1 : high, next);
    }

    Ip previous() {
        return new Ip(six, six && low == 0 ? high - 1 : high, low - 1);
    }

    @Override
    public int compareTo(Ip other) {
        if (six != other.six) {
            return six ? 1 : -1;
        }
        var upper = Long.compareUnsigned(high, other.high);
        return upper != 0 ? upper : Long.compareUnsigned(low, other.low);
    }

    /** As AWS writes it: dotted, or RFC 5952. */
    @Override
    public String toString() {
        if (!six) {
            return (low >>> 24) + "." + (low >>> 16 & 255) + "." + (low >>> 8 & 255) + "." + (low & 255);
        }
        var groups = new int[GROUPS];
        for (int i = 0; i < 4; i++) {
            groups[i] = (int) (high >>> 48 - 16 * i & 0xffff);
            groups[i + 4] = (int) (low >>> 48 - 16 * i & 0xffff);
        }
        int gap = -1;
        int longest = 1;
        for (int i = 0; i < GROUPS; i++) {
            int length = 0;
            while (i + length < GROUPS && groups[i + length] == 0) {
                length++;
            }
            if (length > longest) {
                gap = i;
                longest = length;
            }
        }
        var text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == gap) {
                text.append("::");
                i += longest - 1;
                continue;
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
