package io.atalaya.ui.evidence;

import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The pictures of a capsule, one page at a time; a click shows it as large as it is. */
final class PicturePane extends VBox {
    private final Texts texts;
    private final Consumer<String> load;
    private final Label name = new Label();
    private final Label page = new Label();
    private final Label trouble = new Label();
    private final Button before = button("fth-chevron-left", "evidence-picture-before");
    private final Button after = button("fth-chevron-right", "evidence-picture-after");
    private final ImageView picture = new ImageView();
    private final ScrollPane scroll = new ScrollPane(picture);
    private List<String> names = List.of();
    private int at;
    private boolean large;

    /** @param load is asked for the picture of a name, and answers with {@link #show} or {@link #fail} */
    PicturePane(Texts texts, Consumer<String> load) {
        this.texts = texts;
        this.load = load;
        getStyleClass().add("evidence-pictures");
        name.getStyleClass().addAll("mono-small");
        name.setMinWidth(0);
        page.getStyleClass().add("secondary");
        page.setMinWidth(Region.USE_PREF_SIZE);
        page.setId("evidence-picture-page");
        trouble.setWrapText(true);
        trouble.managedProperty().bind(trouble.visibleProperty());
        trouble.visibleProperty().bind(trouble.textProperty().isNotEmpty());
        before.setAccessibleText(texts.get("evidence.picture.before"));
        after.setAccessibleText(texts.get("evidence.picture.after"));
        before.setOnAction(it -> turn(at - 1));
        after.setOnAction(it -> turn(at + 1));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(before, page, after, name, space);
        head.getStyleClass().add("evidence-actions");
        head.setAlignment(Pos.CENTER_LEFT);
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        picture.setId("evidence-picture");
        scroll.getStyleClass().addAll("plain");
        scroll.setPannable(true);
        scroll.setOnMouseClicked(it -> {
            if (it.isStillSincePress()) {
                large = !large;
                size();
            }
        });
        scroll.widthProperty().addListener(it -> size());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, trouble, scroll);
    }

    private static Button button(String icon, String id) {
        var button = new Button("", new Icon(icon));
        button.getStyleClass().add("icon-button");
        button.setId(id);
        return button;
    }

    /** From now on these, the first of them at once. */
    void follow(List<String> pictures) {
        names = List.copyOf(pictures);
        large = false;
        picture.setImage(null);
        turn(0);
    }

    private void turn(int wanted) {
        at = Math.clamp(wanted, 0, Math.max(0, names.size() - 1));
        before.setDisable(at == 0);
        after.setDisable(at >= names.size() - 1);
        if (names.isEmpty()) {
            name.setText("");
            page.setText("");
            trouble.setText(texts.get("evidence.none.pictures"));
            return;
        }
        name.setText(AwsText.line(names.get(at)));
        page.setText(texts.get("evidence.picture.page", at + 1, names.size()));
        trouble.setText("");
        load.accept(names.get(at));
    }

    /** A picture that was asked for, unless another one was since. */
    void show(String which, Image image) {
        if (!names.isEmpty() && names.get(at).equals(which)) {
            picture.setImage(image);
            picture.setAccessibleText(AwsText.line(which));
            size();
        }
    }

    void fail(String which, String why) {
        if (!names.isEmpty() && names.get(at).equals(which)) {
            picture.setImage(null);
            trouble.setText(AwsText.hint(why));
        }
    }

    /** As wide as there is room, or as it was captured. */
    private void size() {
        var image = picture.getImage();
        if (image != null) {
            var room = Math.max(50, scroll.getWidth() - 16);
            picture.setFitWidth(large ? image.getWidth() / 2 : Math.min(room, image.getWidth()));
        }
    }
}
