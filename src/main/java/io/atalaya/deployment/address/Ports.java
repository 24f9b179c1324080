package io.atalaya.deployment.address;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An exact set of ports, 0 to 65535. The messages of ICMP are ports too: type times 256 plus code ({@link Protocol#icmp}); a
 * protocol without ports has one, 0. Immutable.
 */
public final class Ports {
    public static final Ports NONE = new Ports(new int[0]);
    public static final Ports ALL = range(0, 65_535);
    /** What a client may answer on, of all kinds of client (AWS's advice for network ACLs). */
    public static final Ports EPHEMERAL = range(1024, 65_535);

    /** A range with both of its ends. */
    public record Range(int first, int last) {
        @Override
        public String toString() {
            return first == last ? Integer.toString(first) : first + "-" + last;
        }
    }

    /** First and last, in turn, in order; no two ranges touch. */
    private final int[] bounds;

    private Ports(int[] bounds) {
        this.bounds = bounds;
    }

    public static Ports of(int port) {
        return range(port, port);
    }

    /** Both ends belong to it; none where the first is behind the last. What no port can be is cut off. */
    public static Ports range(int first, int last) {
        var from = Math.max(first, 0);
        var to = Math.min(last, 65_535);
        return from > to ? new Ports(new int[0]) : new Ports(new int[] {from, to});
    }

    public boolean isEmpty() {
        return bounds.length == 0;
    }

    public boolean contains(int port) {
        for (int i = 0; i < bounds.length; i += 2) {
            if (port >= bounds[i] && port <= bounds[i + 1]) {
                return true;
            }
        }
        return false;
    }

    public boolean containsAll(Ports other) {
        return other.minus(this).isEmpty();
    }

    /** In order. */
    public List<Range> ranges() {
        var ranges = new ArrayList<Range>();
        for (int i = 0; i < bounds.length; i += 2) {
            ranges.add(new Range(bounds[i], bounds[i + 1]));
        }
        return List.copyOf(ranges);
    }

    public Ports union(Ports other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        return inverse().intersect(other.inverse()).inverse();
    }

    private Ports inverse() {
        var out = new int[bounds.length + 2];
        int count = 0;
        int next = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            if (bounds[i] > next) {
                out[count++] = next;
                out[count++] = bounds[i] - 1;
            }
            next = bounds[i + 1] + 1;
        }
        if (next <= 65_535) {
            out[count++] = next;
            out[count++] = 65_535;
        }
        return new Ports(Arrays.copyOf(out, count));
    }

    public Ports intersect(Ports other) {
        if (isEmpty() || other.isEmpty()) {
            return NONE;
        }
        var out = new int[bounds.length + other.bounds.length];
        int count = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < bounds.length && theirs < other.bounds.length) {
            var first = Math.max(bounds[mine], other.bounds[theirs]);
            var last = Math.min(bounds[mine + 1], other.bounds[theirs + 1]);
            if (first <= last) {
                out[count++] = first;
                out[count++] = last;
            }
            if (bounds[mine + 1] <= other.bounds[theirs + 1]) {
                mine += 2;
            } else {
                theirs += 2;
            }
        }
        return count == 0 ? NONE : new Ports(Arrays.copyOf(out, count));
    }

    public Ports minus(Ports other) {
        return isEmpty() || other.isEmpty() ? this : intersect(other.inverse());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ports ports && Arrays.equals(ports.bounds, bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    @Override
    public String toString() {
        return ranges().stream().map(Range::toString).collect(Collectors.joining(","));
    }
}
