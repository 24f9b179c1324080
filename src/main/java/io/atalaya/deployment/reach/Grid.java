package io.atalaya.deployment.reach;

import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Extent;
import io.atalaya.deployment.address.Ports;
import java.util.ArrayList;
import java.util.List;

/** The addresses of one side, and what of ports still passes for each. Immutable. */
final class Grid {
    /** Which ports a firewall sees. */
    enum Dimension {
        /** Those that are reached. */
        PORTS,
        /** Those that the client answers on. */
        CLIENT,
        /** Those that a NAT gateway uses instead. */
        TRANSLATED
    }

    /** All of it together for all of these addresses; nothing is empty. */
    record Cell(Addresses addresses, Ports ports, Ports client, Ports translated) {
        private Cell with(Addresses fewer, Dimension dimension, Ports pass) {
            return switch (dimension) {
                case PORTS -> new Cell(fewer, ports.intersect(pass), client, translated);
                case CLIENT -> new Cell(fewer, ports, client.intersect(pass), translated);
                case TRANSLATED -> new Cell(fewer, ports, client, translated.intersect(pass));
            };
        }

        private boolean isEmpty() {
            return addresses.isEmpty() || ports.isEmpty() || client.isEmpty() || translated.isEmpty();
        }
    }

    private final List<Cell> cells;

    private Grid(List<Cell> cells) {
        this.cells = cells;
    }

    static Grid of(Cell all) {
        return new Grid(all.isEmpty() ? List.of() : List.of(all));
    }

    static Grid none() {
        return new Grid(List.of());
    }

    List<Cell> cells() {
        return cells;
    }

    /** Only what this lets through, by addresses and ports of one kind. */
    Grid narrow(Dimension dimension, Extent pass) {
        var narrowed = new ArrayList<Cell>(cells.size());
        for (var cell : cells) {
            for (var open : pass.cells()) {
                keep(narrowed, cell.with(cell.addresses.intersect(open.addresses()), dimension, open.ports()));
            }
        }
        return new Grid(List.copyOf(narrowed));
    }

    Grid only(Addresses addresses) {
        var narrowed = new ArrayList<Cell>(cells.size());
        for (var cell : cells) {
            keep(narrowed, new Cell(cell.addresses.intersect(addresses), cell.ports, cell.client, cell.translated));
        }
        return new Grid(List.copyOf(narrowed));
    }

    private static void keep(List<Cell> cells, Cell cell) {
        if (!cell.isEmpty()) {
            cells.add(cell);
        }
    }

    /** Whether nothing of it was taken away. */
    boolean whole(Cell all) {
        var left = all.addresses;
        for (var cell : cells) {
            if (cell.ports.containsAll(all.ports)
                    && cell.client.containsAll(all.client)
                    && cell.translated.containsAll(all.translated)) {
                left = left.minus(cell.addresses);
            }
        }
        return left.isEmpty();
    }

    /** What passes on both sides. */
    static List<Passing> join(Grid source, Grid target) {
        var passing = new ArrayList<Passing>();
        for (var from : source.cells) {
            for (var to : target.cells) {
                var ports = from.ports.intersect(to.ports);
                var client = from.client.intersect(to.client);
                var translated = from.translated.intersect(to.translated);
                if (!ports.isEmpty() && !client.isEmpty() && !translated.isEmpty()) {
                    passing.add(new Passing(from.addresses, to.addresses, ports, client, translated));
                }
            }
        }
        return List.copyOf(passing);
    }
}
