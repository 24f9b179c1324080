package io.atalaya.ui.compute;

import io.atalaya.deployment.ScalingActivity;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.StateStyles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Scaling activities on one line of time, from the oldest that EC2 keeps to now; as wide as they took, if that can be seen. */
final class ActivityTimeline extends Region {
    private static final double LEAST = 6;
    private static final double HEIGHT = 12;
    private static final Duration SHORTEST = Duration.ofHours(1);

    private final Ages ages;
    private final Region axis = new Region();
    private final Label from = new Label();
    private final Label to = new Label();
    private final List<Region> marks = new ArrayList<>();
    private List<Rows.Activity> shown = List.of();
    private Instant start = Instant.EPOCH;
    private Instant end = Instant.EPOCH;

    ActivityTimeline(Ages ages) {
        this.ages = ages;
        getStyleClass().add("activity-timeline");
        axis.getStyleClass().add("activity-axis");
        from.getStyleClass().addAll("mono-small", "muted");
        to.getStyleClass().addAll("mono-small", "muted");
        getChildren().addAll(axis, from, to);
    }

    /** @param activities in any order */
    void show(List<Rows.Activity> activities, Instant now) {
        if (activities.equals(shown) && Duration.between(end, now).abs().compareTo(Duration.ofMinutes(1)) < 0) {
            return; // a line that creeps each second is restless
        }
        shown = List.copyOf(activities);
        end = now;
        start = shown.stream()
                .map(each -> each.activity().startedAt())
                .min(Instant::compareTo)
                .filter(first -> first.isBefore(now.minus(SHORTEST)))
                .orElse(now.minus(SHORTEST));
        getChildren().removeAll(marks);
        marks.clear();
        for (var each : shown) {
            var mark = new Region();
            mark.getStyleClass().add("activity-mark");
            StateStyles.apply(mark, each.seen().condition().state(), false);
            Tooltip.install(mark, new Tooltip(tip(each.activity(), now)));
            marks.add(mark);
        }
        getChildren().addAll(marks);
        from.setText(ages.time(start, now));
        to.setText(ages.clock(now));
        requestLayout();
    }

    private String tip(ScalingActivity it, Instant now) {
        var took = it.endedAt() == null ? "" : " · " + Durations.words(Duration.between(it.startedAt(), it.endedAt()));
        return ages.time(it.startedAt(), now) + took + "\n" + AwsText.hint(it.status() + " · " + it.description());
    }

    /** Where on the line a moment is, 0 to 1. */
    double share(Instant at) {
        var whole = Math.max(1, Duration.between(start, end).toMillis());
        return Math.clamp(Duration.between(start, at).toMillis() / (double) whole, 0, 1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + HEIGHT + 4 + from.prefHeight(-1) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        var in = getInsets();
        var width = Math.max(0, getWidth() - in.getLeft() - in.getRight());
        axis.resizeRelocate(in.getLeft(), in.getTop() + HEIGHT / 2, width, 1);
        for (int i = 0; i < marks.size(); i++) {
            var it = shown.get(i).activity();
            var left = share(it.startedAt()) * width;
            var right = share(it.endedAt() == null ? end : it.endedAt()) * width;
            var wide = Math.max(LEAST, right - left);
            marks.get(i)
                    .resizeRelocate(
                            in.getLeft() + Math.min(left, Math.max(0, width - wide)), in.getTop(), wide, HEIGHT);
        }
        from.autosize();
        to.autosize();
        from.relocate(in.getLeft(), in.getTop() + HEIGHT + 3);
        to.relocate(in.getLeft() + width - to.getWidth(), in.getTop() + HEIGHT + 3);
    }
}
