package io.atalaya.ui.databases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The time to which a database can be restored, with its snapshots as marks. Every second between them is as good. */
final class RestoreAxis extends Region {
    private static final double MARK = 2;
    private static final double TRACK = 8;

    private final Region track = new Region();
    private final Region newest = new Region();
    private final List<Region> marks = new ArrayList<>();
    private List<Instant> snapshots = List.of();
    private @Nullable Instant from;
    private @Nullable Instant to;

    RestoreAxis() {
        getStyleClass().add("restore-axis");
        track.getStyleClass().add("restore-track");
        newest.getStyleClass().add("restore-newest");
        track.setManaged(false);
        newest.setManaged(false);
        getChildren().addAll(track, newest);
    }

    /** @param taken when the snapshots were; those outside are left out */
    void show(Instant earliest, Instant latest, List<Instant> taken, String inWords) {
        from = earliest;
        to = latest;
        snapshots = taken.stream()
                .filter(at -> !at.isBefore(earliest) && !at.isAfter(latest))
                .toList();
        getChildren().removeAll(marks);
        marks.clear();
        for (int i = 0; i < snapshots.size(); i++) {
            var mark = new Region();
            mark.getStyleClass().add("restore-mark");
            mark.setManaged(false);
            marks.add(mark);
        }
        getChildren().addAll(1, marks);
        setAccessibleText(inWords);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (from == null || to == null) {
            return;
        }
        double height = getHeight();
        double length = Math.max(1, Duration.between(from, to).toSeconds());
        track.resizeRelocate(0, (height - TRACK) / 2, getWidth(), TRACK);
        for (int i = 0; i < marks.size(); i++) {
            double share = Duration.between(from, snapshots.get(i)).toSeconds() / length;
            marks.get(i).resizeRelocate(Math.round(share * (getWidth() - MARK)), 2, 1, height - 4);
        }
        newest.resizeRelocate(getWidth() - MARK, 0, MARK, height);
    }
}
