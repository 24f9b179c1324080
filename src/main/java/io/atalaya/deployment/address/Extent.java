package io.atalaya.deployment.address;

import java.util.ArrayList;
import java.util.List;

/** An exact set of pairs of address and port: which addresses, each on which ports. Immutable. */
public final class Extent {
    public static final Extent NONE = new Extent(List.of());

    /** The same ports for all of these addresses; neither is empty. */
    public record Cell(Addresses addresses, Ports ports) {}

    /** No address is in two of them. */
    private final List<Cell> cells;

    private Extent(List<Cell> cells) {
        this.cells = cells;
    }

    public static Extent of(Addresses addresses, Ports ports) {
        return addresses.isEmpty() || ports.isEmpty() ? NONE : new Extent(List.of(new Cell(addresses, ports)));
    }

    /** Cells without a common address. */
    public List<Cell> cells() {
        return cells;
    }

    public boolean isEmpty() {
        return cells.isEmpty();
    }

    public boolean contains(Ip address, int port) {
        return cells.stream().anyMatch(each -> each.addresses.contains(address) && each.ports.contains(port));
    }

    public boolean containsAll(Extent other) {
        return other.minus(this).isEmpty();
    }

    /** All addresses in it, on whatever port. */
    public Addresses addresses() {
        return cells.stream().map(Cell::addresses).reduce(Addresses.NONE, Addresses::union);
    }

    /** All ports in it, of whichever address. */
    public Ports ports() {
        return cells.stream().map(Cell::ports).reduce(Ports.NONE, Ports::union);
    }

    public Extent union(Extent other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        var result = cells;
        for (var cell : other.cells) {
            result = add(result, cell);
        }
        return new Extent(merged(result));
    }

    private static List<Cell> add(List<Cell> cells, Cell more) {
        var result = new ArrayList<Cell>(cells.size() + 2);
        var left = more.addresses;
        for (var cell : cells) {
            var both = cell.addresses.intersect(left);
            if (both.isEmpty() || cell.ports.containsAll(more.ports)) {
                result.add(cell);
                left = left.minus(both);
                continue;
            }
            left = left.minus(both);
            keep(result, cell.addresses.minus(both), cell.ports);
            keep(result, both, cell.ports.union(more.ports));
        }
        keep(result, left, more.ports);
        return result;
    }

    public Extent intersect(Extent other) {
        var result = new ArrayList<Cell>();
        for (var mine : cells) {
            for (var theirs : other.cells) {
                var ports = mine.ports.intersect(theirs.ports);
                if (!ports.isEmpty()) {
                    keep(result, mine.addresses.intersect(theirs.addresses), ports);
                }
            }
        }
        return result.isEmpty() ? NONE : new Extent(merged(result));
    }

    public Extent minus(Extent other) {
        var result = cells;
        for (var cut : other.cells) {
            var next = new ArrayList<Cell>(result.size() + 1);
            for (var cell : result) {
                var both = cell.addresses.intersect(cut.addresses);
                if (both.isEmpty()) {
                    next.add(cell);
                    continue;
                }
                keep(next, cell.addresses.minus(both), cell.ports);
                keep(next, both, cell.ports.minus(cut.ports));
            }
            result = next;
        }
        return result.isEmpty() ? NONE : new Extent(merged(result));
    }

    private static void keep(List<Cell> cells, Addresses addresses, Ports ports) {
        if (!addresses.isEmpty() && !ports.isEmpty()) {
            cells.add(new Cell(addresses, ports));
        }
    }

    /** Addresses with the same ports are one cell. */
    private static List<Cell> merged(List<Cell> cells) {
        if (cells.size() < 2) {
            return List.copyOf(cells);
        }
        var merged = new ArrayList<Cell>(cells.size());
        outer:
        for (var cell : cells) {
            for (int i = 0; i < merged.size(); i++) {
                var other = merged.get(i);
                if (other.ports.equals(cell.ports)) {
                    merged.set(i, new Cell(other.addresses.union(cell.addresses), cell.ports));
                    continue outer;
                }
            }
            merged.add(cell);
        }
        merged.sort((one, other) -> one.addresses.first().compareTo(other.addresses.first()));
        return List.copyOf(merged);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Extent extent && extent.cells.equals(cells);
    }

    @Override
    public int hashCode() {
        return cells.hashCode();
    }

    @Override
    public String toString() {
        return cells.toString();
    }
}
