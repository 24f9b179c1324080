package io.atalaya.ui.common;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;

/** An id that copies itself with one click. Too long a one loses its middle, never its end. */
public final class CopyId extends Button {
    private String whole = "";

    public CopyId() {
        getStyleClass().setAll("copy-id", "mono");
        setAccessibleRole(AccessibleRole.BUTTON);
        setContentDisplay(ContentDisplay.RIGHT);
        setGraphic(new Icon(Feather.COPY));
        setOnAction(it -> copy(whole));
    }

    public CopyId(String value, Texts texts) {
        this();
        show(value, value.length(), texts);
    }

    /** @param room how many characters there is room for */
    public void show(String value, int room, Texts texts) {
        whole = value;
        setText(cut(AwsText.line(value), room));
        setTooltip(new Tooltip(AwsText.line(value) + "\n" + texts.get("common.copy.click")));
        setAccessibleText(texts.get("common.copy.accessible", AwsText.line(value)));
    }

    /** As {@link Words#cutMiddle}. */
    public static String cut(String value, int room) {
        return Words.cutMiddle(value, room);
    }

    /** Puts text on the clipboard. */
    public static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
