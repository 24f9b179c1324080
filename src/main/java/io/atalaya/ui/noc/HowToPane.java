package io.atalaya.ui.noc;

import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.catalogue.Recipe;
import io.atalaya.noc.items.ItemTile;
import io.atalaya.noc.items.Looked;
import io.atalaya.noc.items.Reading;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.PlainScroll;
import io.atalaya.ui.common.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Why an item has no value, source by source, and what to copy so that it gets one. */
final class HowToPane extends StackPane {
    private static final int MOST = 12;
    private static final int LINES = 14;
    private final Texts texts;
    private final ItemTexts words;

    HowToPane(Texts texts) {
        this.texts = texts;
        this.words = new ItemTexts(texts);
        getStyleClass().add("noc-howto");
    }

    void show(ItemTile tile, Catalogue catalogue) {
        var column = new VBox();
        column.getStyleClass().add("noc-howto-column");
        var without = tile.readings().stream().filter(it -> !it.hasValue()).toList();
        column.getChildren().add(looked(without));
        var recipes = new LinkedHashSet<Recipe>();
        for (var reading : without) {
            reading.looked().stream()
                    .map(Looked::recipe)
                    .map(catalogue::recipe)
                    .flatMap(Optional::stream)
                    .forEach(recipes::add);
        }
        recipes.forEach(it -> column.getChildren().add(recipe(it)));
        var scroll = new PlainScroll();
        scroll.getStyleClass().add("plain");
        scroll.setFitToWidth(true);
        scroll.setContent(column);
        getChildren().setAll(scroll);
    }

    private Region looked(List<Reading> readings) {
        var lines = new VBox();
        lines.getStyleClass().add("noc-looked");
        var seen = new LinkedHashSet<String>();
        for (var reading : readings) {
            var place = words.place(reading.place());
            for (var each : reading.looked()) {
                seen.add((place.isEmpty() ? "" : place + " · ") + words.why(each));
            }
        }
        if (seen.isEmpty()) {
            readings.stream().limit(1).forEach(it -> seen.add(words.reason(it)));
        }
        seen.stream().limit(MOST).forEach(text -> {
            var label = new Label(text);
            label.setWrapText(true);
            lines.getChildren().add(label);
        });
        if (seen.size() > MOST) {
            var label = new Label(texts.get("noc.tile.more", seen.size() - MOST));
            label.getStyleClass().add("secondary");
            lines.getChildren().add(label);
        }
        return lines;
    }

    private Region recipe(Recipe recipe) {
        var title = new Label(words.found(recipe.nameKey()).orElse(recipe.id()));
        title.getStyleClass().add("strong");
        title.setMinWidth(0);
        var where = new Label(AwsText.line(recipe.where()));
        where.getStyleClass().addAll("mono", "muted");
        where.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var copy = new Button(texts.get("noc.howto.copy"), new Icon(Feather.COPY));
        copy.getStyleClass().addAll("in-panel", "noc-copy");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(it -> {
            CopyId.copy(recipe.text());
            copy.setText(texts.get("noc.howto.copied"));
        });
        var head = new HBox(title, where, gap, copy);
        head.getStyleClass().add("noc-recipe-head");
        head.setAlignment(Pos.CENTER_LEFT);
        var text = new TextArea(recipe.text());
        text.setEditable(false);
        text.getStyleClass().add("noc-recipe");
        text.setPrefRowCount((int) Math.clamp(recipe.text().lines().count(), 2, LINES));
        var box = new VBox(head, text);
        box.getStyleClass().add("noc-recipe-box");
        return box;
    }
}
