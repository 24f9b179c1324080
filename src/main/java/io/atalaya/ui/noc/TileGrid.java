package io.atalaya.ui.noc;

import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The tiles in as many columns as there is room for; arrows move between them. Nothing moves when values change. */
final class TileGrid extends Region {
    /** In em of the text: what a value with its unit and a short place needs. */
    private static final double LEAST_WIDTH = 11.4;

    private static final double HEIGHT = 8.6;
    private static final double GAP = 0.615;

    private final Texts texts;
    private final Consumer<String> open;
    private final List<TileNode> tiles = new ArrayList<>();
    private double em = 13;

    TileGrid(Texts texts, Consumer<String> open) {
        this.texts = texts;
        this.open = open;
        getStyleClass().add("noc-tiles");
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** The size of the text, in px. */
    void setEm(double px) {
        if (em != px) {
            em = px;
            requestLayout();
        }
    }

    void show(List<TileText> wanted, @Nullable String chosen) {
        while (tiles.size() < wanted.size()) {
            var tile = new TileNode(texts, open);
            tiles.add(tile);
            getChildren().add(tile);
        }
        while (tiles.size() > wanted.size()) {
            getChildren().remove(tiles.removeLast());
        }
        for (int i = 0; i < wanted.size(); i++) {
            tiles.get(i).show(wanted.get(i));
            tiles.get(i).setChosen(wanted.get(i).item().equals(chosen));
        }
    }

    void tick(Instant now) {
        tiles.forEach(it -> it.tick(now));
    }

    List<TileNode> tiles() {
        return List.copyOf(tiles);
    }

    private void key(KeyEvent event) {
        int at = -1;
        for (int i = 0; i < tiles.size(); i++) {
            at = tiles.get(i).isFocused() ? i : at;
        }
        if (at < 0 || event.isShortcutDown()) {
            return;
        }
        int by =
                switch (event.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    case UP -> -columns(getWidth());
                    case DOWN -> columns(getWidth());
                    default -> 0;
                };
        if (by != 0 && at + by >= 0 && at + by < tiles.size()) {
            tiles.get(at + by).requestFocus();
            event.consume();
        }
    }

    private int columns(double width) {
        double gap = GAP * em;
        return Math.max(1, (int) Math.floor((width + gap) / (LEAST_WIDTH * em + gap)));
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        int columns = columns(width < 0 ? 60 * em : width);
        int rows = (tiles.size() + columns - 1) / columns;
        return rows == 0 ? 0 : rows * HEIGHT * em + (rows - 1) * GAP * em;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 60 * em;
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST_WIDTH * em;
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double gap = GAP * em;
        double wide = (getWidth() - (columns - 1) * gap) / columns;
        for (int i = 0; i < tiles.size(); i++) {
            double x = snapPositionX(i % columns * (wide + gap));
            double right = snapPositionX(i % columns * (wide + gap) + wide);
            double y = snapPositionY(i / columns * (HEIGHT * em + gap));
            tiles.get(i).resizeRelocate(x, y, right - x, snapSizeY(HEIGHT * em));
        }
    }
}
