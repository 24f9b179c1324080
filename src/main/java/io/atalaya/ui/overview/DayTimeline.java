package io.atalaya.ui.overview;

import io.atalaya.deployment.State;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.StateShape;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** A day as one line: when something happened, and how dense. Marks that would touch become one. */
final class DayTimeline extends Region {
    private static final int TICKS = 8;
    private static final double APART = 9;

    private record Mark(double share, State state, Node node) {}

    private final Region axis = new Region();
    private final List<Region> ticks = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final DateTimeFormatter clock;
    private List<ChangeRow> rows = List.of();
    private Instant until = Instant.EPOCH;
    /** px for which the marks were made; they are made anew for other rows or another width only. */
    private double markedFor = -1;

    DayTimeline(ZoneId zone) {
        clock = DateTimeFormatter.ofPattern("HH:mm").withZone(zone);
        getStyleClass().add("day-timeline");
        axis.getStyleClass().add("day-axis");
        getChildren().add(axis);
        for (int i = 0; i <= TICKS; i++) {
            var tick = new Region();
            tick.getStyleClass().add("day-tick");
            var label = new Label();
            label.getStyleClass().addAll("mono-small", "muted");
            ticks.add(tick);
            labels.add(label);
            getChildren().addAll(tick, label);
        }
    }

    /** The marks stand where they are until a minute has passed: a line that creeps each second is restless. */
    void show(List<ChangeRow> newer, Instant now) {
        if (newer.equals(rows) && Duration.between(until, now).abs().compareTo(Duration.ofMinutes(1)) < 0) {
            return;
        }
        rows = List.copyOf(newer);
        until = now;
        markedFor = -1;
        var from = now.minus(OverviewModel.SPAN);
        for (int i = 0; i <= TICKS; i++) {
            labels.get(i)
                    .setText(clock.format(
                            from.plus(OverviewModel.SPAN.multipliedBy(i).dividedBy(TICKS))));
        }
        requestLayout();
    }

    private void remark(double width) {
        marks.forEach(mark -> getChildren().remove(mark.node()));
        marks.clear();
        var from = until.minus(OverviewModel.SPAN);
        var cluster = new ArrayList<ChangeRow>();
        for (var row : rows.reversed()) {
            if (!cluster.isEmpty() && (share(row, from) - share(cluster.getFirst(), from)) * width >= APART) {
                mark(cluster, from);
                cluster.clear();
            }
            cluster.add(row);
        }
        if (!cluster.isEmpty()) {
            mark(cluster, from);
        }
        marks.forEach(mark -> getChildren().add(mark.node()));
    }

    private static double share(ChangeRow row, Instant from) {
        return Duration.between(from, row.happening().at()).toMillis() / (double) OverviewModel.SPAN.toMillis();
    }

    private void mark(List<ChangeRow> together, Instant from) {
        var failed = together.stream().anyMatch(row -> row.happening().state() == State.FAILED);
        var tip = String.join(
                "\n",
                together.stream()
                        .limit(6)
                        .map(row ->
                                row.time() + "  " + AwsText.word(row.happening().word()) + "  "
                                        + AwsText.line(row.happening().text()))
                        .toList());
        Node node;
        if (failed) {
            var shape = new StateShape(StateShape.Size.PX14);
            shape.show(State.FAILED, false);
            shape.setMouseTransparent(false);
            node = shape;
        } else {
            node = new Region();
            node.getStyleClass().add("day-mark");
        }
        Tooltip.install(node, new Tooltip(tip));
        marks.add(new Mark(share(together.getLast(), from), failed ? State.FAILED : State.UNKNOWN, node));
    }

    @Override
    protected void layoutChildren() {
        var in = getInsets();
        double width = getWidth() - in.getLeft() - in.getRight();
        double middle = in.getTop() + 11;
        axis.resizeRelocate(in.getLeft(), middle, width, 1);
        if (width != markedFor) {
            // changing children asks for another layout: done each time, it would never end
            markedFor = width;
            remark(width);
        }
        for (int i = 0; i <= TICKS; i++) {
            double x = in.getLeft() + width * i / TICKS;
            ticks.get(i).resizeRelocate(Math.min(x, in.getLeft() + width - 1), middle - 6, 1, 12);
            var label = labels.get(i);
            label.autosize();
            double wanted = i == 0 ? x : i == TICKS ? x - label.getWidth() : x - label.getWidth() / 2;
            label.relocate(wanted, middle + 8);
        }
        for (var mark : marks) {
            mark.node().autosize();
            var bounds = mark.node().getLayoutBounds();
            mark.node()
                    .relocate(
                            in.getLeft() + width * mark.share() - bounds.getWidth() / 2,
                            middle + 0.5 - bounds.getHeight() / 2);
        }
    }
}
