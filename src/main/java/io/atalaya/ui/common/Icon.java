package io.atalaya.ui.common;

import javafx.beans.NamedArg;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.FeatherIkonHandler;

/**
 * A Feather icon whose size is in em of the text around it. Ikonli's own FontIcon takes its em from itself, so that it would
 * grow with every pass of the style sheet and not follow the text scale.
 */
public final class Icon extends Label {
    private static final FeatherIkonHandler FEATHER = new FeatherIkonHandler();
    private String literal = "";

    public Icon(Ikon icon) {
        this();
        show(icon);
    }

    /** @param literal {@code fth-clock} */
    public Icon(@NamedArg("literal") String literal) {
        this();
        setLiteral(literal);
    }

    public Icon() {
        getStyleClass().setAll("icon");
        setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.NODE);
        setMouseTransparent(true);
    }

    public String getLiteral() {
        return literal;
    }

    public void setLiteral(String wanted) {
        show(FEATHER.resolve(wanted));
    }

    public void show(Ikon icon) {
        literal = icon.getDescription();
        setText(Character.toString(icon.getCode()));
    }
}
