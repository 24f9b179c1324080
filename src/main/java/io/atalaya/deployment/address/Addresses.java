package io.atalaya.deployment.address;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** An exact set of addresses of both families: ranges in order that neither meet nor touch. Immutable. */
public final class Addresses {
    public static final Addresses NONE = new Addresses(List.of());
    public static final Addresses ALL_FOUR = of(Block.ALL_FOUR);
    public static final Addresses ALL_SIX = of(Block.ALL_SIX);
    public static final Addresses ALL = ALL_FOUR.union(ALL_SIX);

    /** A range with both of its ends, of one family. */
    public record Range(Ip first, Ip last) {
        @Override
        public String toString() {
            return first.equals(last) ? first.toString() : first + "-" + last;
        }
    }

    private final List<Range> ranges;

    private Addresses(List<Range> ranges) {
        this.ranges = ranges;
    }

    public static Addresses of(Ip address) {
        return new Addresses(List.of(new Range(address, address)));
    }

    public static Addresses of(Block block) {
        return new Addresses(List.of(new Range(block.first(), block.last())));
    }

    /** The blocks that can be read; what is no block is left out. */
    public static Addresses ofBlocks(Collection<String> blocks) {
        return ofRanges(blocks.stream()
                .flatMap(each -> Block.parse(each).stream())
                .map(each -> new Range(each.first(), each.last()))
                .toList());
    }

    public static Addresses ofAll(Collection<Ip> addresses) {
        return ofRanges(addresses.stream().map(each -> new Range(each, each)).toList());
    }

    private static Addresses ofRanges(List<Range> unordered) {
        if (unordered.isEmpty()) {
            return NONE;
        }
        var sorted = new ArrayList<>(unordered);
        sorted.sort((one, other) -> one.first.compareTo(other.first));
        var merged = new ArrayList<Range>(sorted.size());
        for (var range : sorted) {
            var before = merged.isEmpty() ? null : merged.getLast();
            if (before != null && touches(before.last, range.first)) {
                if (range.last.compareTo(before.last) > 0) {
                    merged.set(merged.size() - 1, new Range(before.first, range.last));
                }
            } else {
                merged.add(range);
            }
        }
        return new Addresses(List.copyOf(merged));
    }

    /** Whether a range that ends here and one that begins there, not before the first one, are one. */
    private static boolean touches(Ip end, Ip begin) {
        if (begin.compareTo(end) <= 0) {
            return true;
        }
        return begin.six() == end.six() && begin.previous().equals(end);
    }

    /** In order. */
    public List<Range> ranges() {
        return ranges;
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Whether it is exactly one address. */
    public boolean isOne() {
        return ranges.size() == 1 && ranges.getFirst().first.equals(ranges.getFirst().last);
    }

    /** The lowest address; there must be one. */
    public Ip first() {
        return ranges.getFirst().first;
    }

    public boolean contains(Ip address) {
        int low = 0;
        int high = ranges.size() - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var range = ranges.get(middle);
            if (address.compareTo(range.first) < 0) {
                high = middle - 1;
            } else if (address.compareTo(range.last) > 0) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    public boolean containsAll(Addresses other) {
        return other.minus(this).isEmpty();
    }

    public Addresses union(Addresses other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        var all = new ArrayList<Range>(ranges.size() + other.ranges.size());
        all.addAll(ranges);
        all.addAll(other.ranges);
        return ofRanges(all);
    }

    public Addresses intersect(Addresses other) {
        if (isEmpty() || other.isEmpty()) {
            return NONE;
        }
        var both = new ArrayList<Range>();
        int mine = 0;
        int theirs = 0;
        while (mine < ranges.size() && theirs < other.ranges.size()) {
            var one = ranges.get(mine);
            var two = other.ranges.get(theirs);
            var first = one.first.compareTo(two.first) >= 0 ? one.first : two.first;
            var last = one.last.compareTo(two.last) <= 0 ? one.last : two.last;
            if (first.compareTo(last) <= 0) {
                both.add(new Range(first, last));
            }
            if (one.last.compareTo(two.last) <= 0) {
                mine++;
            } else {
                theirs++;
            }
        }
        return both.isEmpty() ? NONE : new Addresses(List.copyOf(both));
    }

    public Addresses minus(Addresses other) {
        if (isEmpty() || other.isEmpty()) {
            return this;
        }
        var left = new ArrayList<Range>();
        int at = 0;
        for (var range : ranges) {
            var first = range.first;
            var open = true;
            while (at < other.ranges.size() && other.ranges.get(at).last.compareTo(first) < 0) {
                at++;
            }
            for (int i = at; i < other.ranges.size() && open; i++) {
                var cut = other.ranges.get(i);
                if (cut.first.compareTo(range.last) > 0) {
                    break;
                }
                if (cut.first.compareTo(first) > 0) {
                    left.add(new Range(first, cut.first.previous()));
                }
                open = cut.last.compareTo(range.last) < 0;
                first = open ? cut.last.next() : first;
            }
            if (open) {
                left.add(new Range(first, range.last));
            }
        }
        return left.isEmpty() ? NONE : new Addresses(List.copyOf(left));
    }

    /** The part of one family. */
    public Addresses family(boolean six) {
        return intersect(six ? ALL_SIX : ALL_FOUR);
    }

    /** The fewest blocks that are this set, in order: as rules are written. */
    public List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        for (var range : ranges) {
            var first = range.first;
            while (true) {
                var bits = first.bits();
                while (bits > 0) {
                    var wider = new Block(first, bits - 1);
                    if (!wider.first().equals(first) || wider.last().compareTo(range.last) > 0) {
                        break;
                    }
                    bits--;
                }
                var block = new Block(first, bits);
                blocks.add(block);
                if (block.last().equals(range.last)) {
                    break;
                }
                first = block.last().next();
            }
        }
        return List.copyOf(blocks);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Addresses set && set.ranges.equals(ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    @Override
    public String toString() {
        return ranges.stream().map(Range::toString).collect(Collectors.joining(" "));
    }
}
