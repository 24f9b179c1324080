package io.atalaya.ui.evidence;

import io.atalaya.evidence.recipe.Recipe;
import io.atalaya.evidence.replay.Shelf;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What somebody says who wants a capsule: of which recipe, where to, what opens the key, what is left out besides. */
final class CapsuleForm extends VBox {
    private final Texts texts;
    private final ViewPictures pictures;
    private final ComboBox<Recipe> recipe = new ComboBox<>();
    private final Label asks = wrapped("secondary");
    private final TextField file = new TextField();
    private final PasswordField passphrase = new PasswordField();
    private final Label passphraseHint = wrapped("caption");
    private final TextField masks = new TextField();
    private final Button make = new Button();

    /**
     * @param saveAs asks where to
     * @param begin is told what is wanted
     */
    CapsuleForm(
            Texts texts, ViewPictures pictures, Function<String, Optional<Path>> saveAs, Consumer<CaptureAsk> begin) {
        this.texts = texts;
        this.pictures = pictures;
        getStyleClass().add("evidence-form");
        recipe.setId("evidence-form-recipe");
        recipe.setMaxWidth(Double.MAX_VALUE);
        recipe.setCellFactory(it -> new RecipeCell());
        recipe.setButtonCell(new RecipeCell());
        recipe.valueProperty().subscribe(it -> explain(it));
        recipe.setAccessibleText(texts.get("evidence.form.recipe"));
        file.setId("evidence-form-file");
        file.setPromptText(texts.get("evidence.form.file.usual"));
        file.setAccessibleText(texts.get("evidence.form.file"));
        HBox.setHgrow(file, Priority.ALWAYS);
        var choose = new Button(texts.get("evidence.form.choose"));
        choose.getStyleClass().add("in-panel");
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(it -> saveAs.apply(name()).ifPresent(path -> file.setText(path.toString())));
        passphrase.setId("evidence-form-passphrase");
        passphrase.setAccessibleText(texts.get("evidence.form.passphrase"));
        masks.setId("evidence-form-masks");
        masks.setPromptText(texts.get("evidence.form.masks.prompt"));
        masks.setAccessibleText(texts.get("evidence.form.masks"));
        make.setText(texts.get("evidence.form.make"));
        make.setId("evidence-form-make");
        make.getStyleClass().add("accent");
        make.setDefaultButton(false);
        make.disableProperty().bind(recipe.valueProperty().isNull());
        make.setOnAction(it -> ask().ifPresent(begin));
        getChildren()
                .addAll(
                        caption("evidence.form.recipe"),
                        recipe,
                        asks,
                        caption("evidence.form.file"),
                        new HBox(8, file, choose),
                        caption("evidence.form.passphrase"),
                        passphrase,
                        passphraseHint,
                        caption("evidence.form.masks"),
                        masks,
                        hint("evidence.form.masks.why"),
                        make,
                        hint("evidence.form.readOnly"));
    }

    /** The recipes there are; what was chosen stays chosen. */
    void follow(List<RecipeRow> recipes, Shelf.Standing standing) {
        var before = recipe.getValue();
        recipe.getItems()
                .setAll(recipes.stream()
                        .map(RecipeRow::recipe)
                        .flatMap(it -> Stream.ofNullable(it))
                        .toList());
        recipe.setValue(recipe.getItems().stream()
                .filter(it -> before != null && it.name().equals(before.name()))
                .findFirst()
                .orElse(recipe.getItems().isEmpty() ? null : recipe.getItems().getFirst()));
        passphraseHint.setText(texts.get(
                standing.key() == null
                        ? "evidence.form.passphrase.first"
                        : standing.locked() ? "evidence.form.passphrase.locked" : "evidence.form.passphrase.open"));
        passphrase.setDisable(standing.key() != null && !standing.locked());
    }

    void choose(Recipe wanted) {
        recipe.getItems().stream()
                .filter(it -> it.name().equals(wanted.name()))
                .findFirst()
                .ifPresent(recipe::setValue);
    }

    void focusFirst() {
        recipe.requestFocus();
    }

    private Optional<CaptureAsk> ask() {
        var chosen = recipe.getValue();
        if (chosen == null) {
            return Optional.empty();
        }
        var typed = passphrase.getText();
        passphrase.clear();
        var ask = new CaptureAsk(
                chosen.title(),
                chosen,
                file.getText().isBlank() ? null : Path.of(file.getText().strip()),
                typed.isEmpty() ? null : typed.toCharArray(),
                Stream.of(masks.getText().split("[,\\s]+", -1))
                        .filter(it -> !it.isBlank())
                        .toList(),
                pictures,
                texts);
        file.clear(); // one that is there is never overwritten
        return Optional.of(ask);
    }

    private String name() {
        var chosen = recipe.getValue();
        return (chosen == null ? "evidence" : chosen.name()) + ".zip";
    }

    private void explain(@Nullable Recipe chosen) {
        asks.setText(
                chosen == null
                        ? ""
                        : texts.get(
                                "evidence.form.asks",
                                pictures.views(chosen).size(),
                                chosen.lists().size(),
                                chosen.claims().size()));
    }

    private Label caption(String key) {
        var label = new Label(texts.get(key));
        label.getStyleClass().add("strong");
        return label;
    }

    private Label hint(String key) {
        var label = wrapped("caption");
        label.setText(texts.get(key));
        return label;
    }

    private static Label wrapped(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A recipe by its title; whoever wrote the file may have written anything. */
    private static final class RecipeCell extends ListCell<Recipe> {
        @Override
        protected void updateItem(@Nullable Recipe item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : AwsText.line(item.name() + " · " + item.title()));
        }
    }
}
