package io.atalaya.ui.noc;

import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.Entry;
import io.atalaya.noc.desk.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.layout.Region;

/** The last day of the desk: above the line what was critical, below it what was a warning. Follows the desk, not the second. */
final class DayStrip extends Region {
    static final Duration SPAN = Duration.ofHours(24);
    private static final double LEAST = 3;

    /** A span of trouble, as shares of the day. */
    record Piece(double from, double to, Severity severity) {}

    private final Region axis = new Region();
    private List<Piece> pieces = List.of();

    DayStrip() {
        getStyleClass().add("noc-strip");
        axis.getStyleClass().add("noc-strip-axis");
        getChildren().add(axis);
    }

    /** What of each severity lay within the day. */
    static List<Piece> pieces(DeskState state, Instant now) {
        var from = now.minus(SPAN);
        return state.entries().values().stream()
                .filter(it -> it.severity() != Severity.UNKNOWN || it.worst() != Severity.UNKNOWN)
                .filter(it -> end(it, now).isAfter(from))
                .map(it -> new Piece(share(it.opened(), from), share(end(it, now), from), it.worst()))
                .sorted(java.util.Comparator.comparingDouble(Piece::from))
                .toList();
    }

    private static Instant end(Entry entry, Instant now) {
        var ended = entry.ended();
        return ended == null ? now : ended;
    }

    private static double share(Instant at, Instant from) {
        return Math.clamp(Duration.between(from, at).toMillis() / (double) SPAN.toMillis(), 0, 1);
    }

    void show(List<Piece> newer) {
        if (newer.equals(pieces)) {
            return;
        }
        pieces = newer;
        while (getChildren().size() > newer.size() + 1) {
            getChildren().removeLast();
        }
        while (getChildren().size() < newer.size() + 1) {
            getChildren().add(new Region());
        }
        for (int i = 0; i < newer.size(); i++) {
            var style = newer.get(i).severity() == Severity.CRITICAL ? "noc-strip-critical" : "noc-strip-warning";
            getChildren().get(i + 1).getStyleClass().setAll("region", style);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double middle = Math.round(getHeight() / 2);
        axis.resizeRelocate(0, middle, getWidth(), 1);
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            double wide = Math.max(LEAST, (piece.to() - piece.from()) * getWidth());
            double left = Math.min(piece.from() * getWidth(), getWidth() - wide);
            boolean above = piece.severity() == Severity.CRITICAL;
            getChildren().get(i + 1).resizeRelocate(left, above ? middle - 9 : middle + 3, wide, 7);
        }
    }
}
