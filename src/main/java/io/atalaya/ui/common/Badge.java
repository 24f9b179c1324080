package io.atalaya.ui.common;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A small rounded tag: {@code 2 failed}, {@code not AWS}. Its text never shrinks. */
public final class Badge extends Label {
    /** What its colour means. */
    public enum Tone {
        NEUTRAL,
        ACCENT,
        WARNING,
        DANGER
    }

    private Tone tone = Tone.NEUTRAL;

    public Badge() {
        this("", Tone.NEUTRAL);
    }

    public Badge(String text, Tone tone) {
        super(AwsText.word(text));
        getStyleClass().add("badge");
        setMinWidth(Region.USE_PREF_SIZE);
        setTone(tone);
    }

    public Tone getTone() {
        return tone;
    }

    public void setTone(Tone wanted) {
        getStyleClass().remove(styleClass(tone));
        getStyleClass().add(styleClass(wanted));
        tone = wanted;
    }

    /** A count that hides itself at zero. */
    public void showCount(int count, String text) {
        setText(AwsText.word(text));
        setVisible(count > 0);
        setManaged(count > 0);
    }

    private static String styleClass(Tone tone) {
        return "badge-" + tone.name().toLowerCase(Locale.ROOT);
    }
}
