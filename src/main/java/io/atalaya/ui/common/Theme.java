package io.atalaya.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.paint.Color;

/**
 * How the console looks: light or dark, and how big its text is. One per program; every scene is handed to {@link #adopt}.
 * All sizes of the style sheet are in em of the root, so that the text scale takes everything with it.
 */
public final class Theme {
    /** Smallest and greatest text scale, in per cent. */
    public static final int SMALLEST = 80;

    public static final int GREATEST = 150;
    /** Root font size in px at 100 %. */
    public static final double BASE_SIZE = 13;

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final String SHEET = Objects.requireNonNull(Theme.class.getResource("/io/atalaya/ui/console.css"))
            .toExternalForm();

    /** Follow the system, or what the person set. */
    public enum Mode {
        SYSTEM,
        LIGHT,
        DARK
    }

    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(this, "mode", Mode.SYSTEM);
    private final IntegerProperty scale = new SimpleIntegerProperty(this, "scale", 100);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark", false);
    // Held here because the system's preferences know it only weakly.
    private final InvalidationListener onSystemChange = this::follow;

    /** On the JavaFX thread: loads the fonts and sets the user agent sheet of the whole program. */
    public Theme(Mode mode, int scalePercent) {
        Fonts.load();
        this.mode.set(mode);
        setScale(scalePercent);
        this.mode.addListener(this::follow);
        Platform.getPreferences().colorSchemeProperty().addListener(new WeakInvalidationListener(onSystemChange));
        follow(this.mode);
    }

    public ObjectProperty<Mode> mode() {
        return mode;
    }

    /** Text scale in per cent, {@link #SMALLEST} to {@link #GREATEST}. */
    public IntegerProperty scale() {
        return scale;
    }

    public void setScale(int percent) {
        scale.set(Math.clamp(percent, SMALLEST, GREATEST));
    }

    /** Whether the dark sheet is on now, by choice or by the system's. */
    public ReadOnlyBooleanProperty dark() {
        return dark.getReadOnlyProperty();
    }

    /** Gives a scene the console's sheet and keeps its text size and ground current. Its root may be replaced later. */
    public void adopt(Scene scene) {
        scene.getStylesheets().add(SHEET);
        InvalidationListener dress = it -> {
            var root = scene.getRoot();
            root.setStyle(fontSize());
            root.pseudoClassStateChanged(DARK, dark.get());
            scene.setFill(dark.get() ? Color.web("#0d1117") : Color.WHITE);
        };
        scene.getProperties().put(Theme.class, dress);
        var weak = new WeakInvalidationListener(dress);
        scale.addListener(weak);
        dark.addListener(weak);
        scene.rootProperty().addListener(dress);
        dress.invalidated(scale);
    }

    /** The same for the root of a popup, which has a scene of its own; once, when it opens. */
    public void dress(Parent popupRoot) {
        popupRoot.getStylesheets().add(SHEET);
        popupRoot.setStyle(fontSize());
    }

    private String fontSize() {
        return "-fx-font-size: " + BASE_SIZE * scale.get() / 100 + "px;";
    }

    private void follow(Observable changed) {
        boolean nowDark =
                switch (mode.get()) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                };
        Application.setUserAgentStylesheet(
                nowDark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        dark.set(nowDark);
    }
}
