package io.atalaya.ui.compute;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.compute.Lineage;
import io.atalaya.deployment.compute.LineageLink;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.CubicCurve;
import org.jspecify.annotations.Nullable;

/** A lineage in five columns with the lines between them: whole where all is current, dashed and amber where it is not. */
final class LineageView extends Region {
    private static final int COLUMNS = 5;
    private static final double GAP = 34;
    private static final double HEAD = 22;

    private record Line(LineageLink link, CubicCurve curve) {}

    private final Texts texts;
    private final LineageTexts steps;
    private final Consumer<ResourceRef> open;
    private final List<Label> heads = new ArrayList<>();
    private final List<LineageCard> cards = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Label older = new Label();
    private List<LineageText> shown = List.of();
    private List<LineageLink> linked = List.of();
    private @Nullable ResourceRef selected;

    LineageView(Texts texts, LineageTexts steps, Consumer<ResourceRef> open) {
        this.texts = texts;
        this.steps = steps;
        this.open = open;
        getStyleClass().add("lineage");
        for (var key : List.of("base", "image", "template", "group", "machines")) {
            var head = new Label(texts.get("compute.lineage." + key));
            head.getStyleClass().add("caption");
            heads.add(head);
        }
        older.getStyleClass().add("caption");
        getChildren().addAll(heads);
        getChildren().add(older);
    }

    /** Draws anew only what is different: a refresh that changes nothing moves nothing. */
    void show(Lineage lineage, Instant now) {
        var newer = lineage.steps().stream().map(step -> steps.of(step, now)).toList();
        older.setText(lineage.olderImages() == 0 ? "" : texts.get("compute.lineage.older", lineage.olderImages()));
        if (newer.equals(shown) && lineage.links().equals(linked)) {
            return;
        }
        shown = newer;
        linked = lineage.links();
        getChildren().removeAll(cards);
        lines.forEach(line -> getChildren().remove(line.curve()));
        cards.clear();
        lines.clear();
        for (var link : linked) {
            var curve = new CubicCurve();
            curve.setManaged(false);
            curve.setMouseTransparent(true);
            curve.getStyleClass().addAll("lineage-line", link.current() ? "lineage-current" : "lineage-behind");
            lines.add(new Line(link, curve));
            getChildren().add(curve);
        }
        for (var text : shown) {
            var card = new LineageCard(text, open);
            cards.add(card);
            getChildren().add(card);
        }
        select(selected);
        requestLayout();
    }

    void select(@Nullable ResourceRef ref) {
        selected = ref;
        cards.forEach(card -> card.select(ref != null && card.text().covers().contains(ref)));
    }

    @Override
    protected double computePrefHeight(double width) {
        var most = 1L;
        for (int column = 0; column < COLUMNS; column++) {
            int at = column;
            most = Math.max(
                    most, shown.stream().filter(text -> text.column() == at).count());
        }
        return getInsets().getTop()
                + HEAD
                + most * (cardHeight() + 8)
                + 18
                + getInsets().getBottom();
    }

    private double cardHeight() {
        return cards.isEmpty() ? 46 : Math.ceil(cards.getFirst().prefHeight(-1));
    }

    @Override
    protected void layoutChildren() {
        var in = getInsets();
        double width = getWidth() - in.getLeft() - in.getRight();
        double cardWidth = Math.max(60, (width - GAP * (COLUMNS - 1)) / COLUMNS);
        double height = cardHeight();
        var next = new double[COLUMNS];
        Map<String, LineageCard> byKey = new HashMap<>();
        for (int i = 0; i < COLUMNS; i++) {
            heads.get(i).resizeRelocate(in.getLeft() + i * (cardWidth + GAP), in.getTop(), cardWidth, HEAD - 4);
        }
        for (var card : cards) {
            int column = card.text().column();
            double y = in.getTop() + HEAD + next[column] * (height + 8);
            card.resizeRelocate(in.getLeft() + column * (cardWidth + GAP), y, cardWidth, height);
            next[column]++;
            byKey.put(card.text().key(), card);
        }
        older.resizeRelocate(
                in.getLeft() + cardWidth + GAP, in.getTop() + HEAD + next[1] * (height + 8), cardWidth, 16);
        for (var line : lines) {
            draw(
                    line.curve(),
                    byKey.get(line.link().from()),
                    byKey.get(line.link().to()));
        }
    }

    private static void draw(CubicCurve curve, @Nullable LineageCard from, @Nullable LineageCard to) {
        curve.setVisible(from != null && to != null);
        if (from == null || to == null) {
            return;
        }
        double x1 = from.getLayoutX() + from.getWidth();
        double y1 = Math.round(from.getLayoutY() + from.getHeight() / 2) + 0.5;
        double x2 = to.getLayoutX();
        double y2 = Math.round(to.getLayoutY() + to.getHeight() / 2) + 0.5;
        double bend = (x2 - x1) / 2;
        curve.setStartX(x1);
        curve.setStartY(y1);
        curve.setControlX1(x1 + bend);
        curve.setControlY1(y1);
        curve.setControlX2(x2 - bend);
        curve.setControlY2(y2);
        curve.setEndX(x2);
        curve.setEndY(y2);
    }
}
