package io.atalaya.aws.readers;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The matrix as text that a person reads. */
final class FaultTable {
    private final List<FaultCell.Told> cells;
    private final List<FaultHerd.Told> herds;

    FaultTable(List<FaultCell.Told> cells, List<FaultHerd.Told> herds) {
        this.cells = cells.stream()
                .sorted(Comparator.comparing(FaultCell.Told::source).thenComparing(FaultCell.Told::trouble))
                .toList();
        this.herds = herds;
    }

    /** One line for each source: after how long it is as before. */
    String matrix() {
        var text = new StringBuilder();
        var columns = new StringBuilder();
        var names = new StringBuilder();
        for (var trouble : Trouble.values()) {
            columns.append(String.format(Locale.ROOT, " | %10s", trouble));
            names.append(String.format(Locale.ROOT, " | %10s", trouble.kind()));
        }
        line(text, "| %-22s | %7s | %16s%s |", "source", "cadence", "requests/cadence", columns);
        line(text, "|%s|%s|%s%s|", "-".repeat(24), "-".repeat(8) + ":", "-".repeat(17) + ":", "|----------:".repeat(8));
        line(text, "| %-22s | %7s | %16s%s |", "named", "", "", names);
        for (var of : bySource().values()) {
            var cells = new StringBuilder();
            of.forEach(cell -> cells.append(String.format(Locale.ROOT, " | %10s", cell.recovery())));
            var first = of.getFirst();
            line(
                    text,
                    "| %-22s | %5d s | %16s%s |",
                    first.source(),
                    first.cadence().toSeconds(),
                    rate(
                            first.healthy(),
                            of.stream()
                                    .mapToDouble(FaultCell.Told::failing)
                                    .max()
                                    .orElse(0)),
                    cells);
        }
        return text.toString();
    }

    /** What happens when a whole service, or everything, is in trouble. */
    String herds() {
        var text = new StringBuilder();
        line(
                text,
                "| %-22s | %7s | %-8s | %16s | %21s |",
                "all of",
                "sources",
                "fault",
                "requests/min",
                "last one recovers in");
        line(
                text,
                "|%s|%s|%s|%s|%s|",
                "-".repeat(24),
                "-".repeat(8) + ":",
                "-".repeat(10),
                "-".repeat(17) + ":",
                "-".repeat(22) + ":");
        for (var herd : herds) {
            line(
                    text,
                    "| %-22s | %7d | %-8s | %16s | %12.2f cadences |",
                    herd.herd(),
                    herd.sources(),
                    herd.trouble(),
                    rate(herd.healthy(), herd.failing()),
                    herd.recovery());
        }
        return text.toString();
    }

    /** Everything there is to say of each cell. */
    String details() {
        var text = new StringBuilder();
        line(
                text,
                "%-22s %7s %-10s %-8s %9s %-10s %11s %17s",
                "source",
                "cadence",
                "fault",
                "kept",
                "age",
                "named",
                "recovers in",
                "requests/cadence");
        for (var cell : cells) {
            line(
                    text,
                    "%-22s %5d s %-10s %-8s %9s %-10s %11s %17s",
                    cell.source(),
                    cell.cadence().toSeconds(),
                    cell.trouble(),
                    cell.kept(),
                    cell.age(),
                    cell.named(),
                    cell.recovery(),
                    rate(cell.healthy(), cell.failing()));
        }
        return text.toString();
    }

    private Map<String, List<FaultCell.Told>> bySource() {
        return cells.stream().collect(Collectors.groupingBy(FaultCell.Told::source, TreeMap::new, Collectors.toList()));
    }

    private static String rate(double healthy, double failing) {
        return healthy + failing == 0 ? "-" : String.format(Locale.ROOT, "%.2f -> %.2f", healthy, failing);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
