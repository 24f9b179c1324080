package io.atalaya.ui.acting;

import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The one place in every window's head that says READ-ONLY or ARMED, and the way from one to the other. */
public final class ArmingTag extends HBox {
    private static final PseudoClass ARMED = PseudoClass.getPseudoClass("armed-console");

    private final Icon icon = new Icon("fth-lock");
    private final Button tag = new Button("", icon);
    private final Button disarm = new Button("", new Icon("fth-x"));

    public ArmingTag() {
        getStyleClass().add("arming");
        tag.getStyleClass().add("tag");
        tag.setId("arming-tag");
        tag.setMinWidth(Region.USE_PREF_SIZE);
        disarm.getStyleClass().addAll("icon-button", "disarm");
        disarm.setId("disarm");
        getChildren().addAll(tag, disarm);
        setMinWidth(Region.USE_PREF_SIZE);
    }

    /** @param open shows the choice of how long */
    public void follow(ArmingModel model, Texts texts, Runnable open) {
        tag.setOnAction(it -> open.run());
        disarm.setOnAction(it -> model.disarm());
        disarm.setTooltip(new Tooltip(texts.get("acting.disarm")));
        disarm.setAccessibleText(texts.get("acting.disarm"));
        var hint = new Tooltip();
        hint.textProperty()
                .bind(model.armed().map(it -> texts.get(it ? "acting.tag.armed.hint" : "acting.tag.readOnly.hint")));
        tag.setTooltip(hint);
        tag.textProperty()
                .bind(model.countdown()
                        .map(it ->
                                it.isEmpty() ? texts.get("acting.tag.readOnly") : texts.get("acting.tag.armed", it)));
        tag.accessibleTextProperty().bind(tag.textProperty());
        model.armed().subscribe(armed -> {
            tag.pseudoClassStateChanged(ARMED, armed);
            icon.setLiteral(armed ? "fth-unlock" : "fth-lock");
            disarm.setVisible(armed);
            disarm.setManaged(armed);
        });
    }

    /** What a popup hangs on. */
    public Button anchor() {
        return tag;
    }
}
