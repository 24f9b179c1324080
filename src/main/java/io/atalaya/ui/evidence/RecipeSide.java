package io.atalaya.ui.evidence;

import io.atalaya.deployment.State;
import io.atalaya.evidence.recipe.Recipe;
import io.atalaya.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One recipe: what a capsule of it holds, or what is wrong with its file. */
final class RecipeSide extends VBox {
    private final Texts texts;
    private final EvidenceTexts words;
    private final Button capture = new Button();
    private final Button copy = new Button();
    private final ListView<Line> lines = new ListView<>(FXCollections.observableArrayList());
    private @Nullable Recipe shown;

    /**
     * @param begin opens the form for a recipe
     * @param own writes a recipe as one of the user's own
     */
    RecipeSide(Texts texts, EvidenceTexts words, Consumer<Recipe> begin, Consumer<Recipe> own) {
        this.texts = texts;
        this.words = words;
        capture.setText(texts.get("evidence.recipe.capture"));
        capture.setId("evidence-recipe-capture");
        capture.getStyleClass().addAll("accent", "in-panel");
        capture.setMinWidth(Region.USE_PREF_SIZE);
        capture.setOnAction(it -> with(begin));
        copy.setText(texts.get("evidence.recipe.copy"));
        copy.setId("evidence-recipe-copy");
        copy.getStyleClass().add("in-panel");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(it -> with(own));
        lines.getStyleClass().add("evidence-lines");
        lines.setId("evidence-recipe-lines");
        lines.setCellFactory(it -> new LineCell());
        lines.setMinHeight(0);
        VBox.setVgrow(lines, Priority.ALWAYS);
        var bar = new FlowPane(capture, copy);
        bar.getStyleClass().add("evidence-bar");
        getChildren().addAll(bar, lines);
        VBox.setVgrow(this, Priority.ALWAYS);
        setMinHeight(0);
    }

    private void with(Consumer<Recipe> act) {
        if (shown != null) {
            act.accept(shown);
        }
    }

    /** @param file where it is, or would be */
    void show(RecipeRow row, String file) {
        var recipe = row.recipe();
        shown = recipe;
        capture.setDisable(recipe == null);
        copy.setDisable(recipe == null);
        var all = new ArrayList<Line>();
        if (row.trouble() != null) {
            all.add(Line.item(State.FAILED, texts.get("evidence.recipe.wrong"), ""));
            all.add(Line.sub(row.trouble()));
        }
        all.add(Line.fact(texts.get("evidence.recipe.whose"), row.own() ? file : texts.get("evidence.recipe.shipped")));
        if (recipe != null) {
            part(all, "evidence.recipe.controls", recipe.controls());
            part(
                    all,
                    "evidence.recipe.claims",
                    recipe.claims().stream().map(it -> words.claim(it.id())).toList());
            part(all, "evidence.recipe.views", recipe.views());
            part(
                    all,
                    "evidence.recipe.lists",
                    recipe.lists().stream().map(it -> it.id()).toList());
        }
        lines.getItems().setAll(all);
    }

    private void part(List<Line> all, String key, List<String> values) {
        if (!values.isEmpty()) {
            all.add(Line.head(texts.get(key, values.size())));
            values.forEach(it -> all.add(Line.sub(it.equals(Recipe.EVERY) ? texts.get("evidence.recipe.every") : it)));
        }
    }
}
