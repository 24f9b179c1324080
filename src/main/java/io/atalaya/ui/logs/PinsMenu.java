package io.atalaya.ui.logs;

import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The events that are marked, oldest first; choosing one leads to it. */
public final class PinsMenu extends MenuButton {
    private static final int MOST_CHARS = 80;
    private List<Pins.Pin> shown = List.of();

    public PinsMenu() {
        setGraphic(new Icon(Feather.LIST));
        setMinWidth(Region.USE_PREF_SIZE);
        setVisible(false);
        setManaged(false);
    }

    /** @param go to one of them */
    void show(List<Pins.Pin> pins, Clock clock, Texts texts, Consumer<Pins.Pin> go) {
        if (pins.equals(shown)) {
            return;
        }
        shown = pins;
        setText(String.valueOf(pins.size()));
        setAccessibleText(texts.get("logs.pins", pins.size()));
        setVisible(!pins.isEmpty());
        setManaged(!pins.isEmpty());
        getItems()
                .setAll(pins.stream()
                        .map(pin -> {
                            var item = new MenuItem(clock.time(pin.at()) + "  " + words(pin));
                            item.setMnemonicParsing(false);
                            item.setOnAction(it -> go.accept(pin));
                            return item;
                        })
                        .toList());
    }

    private static String words(Pins.Pin pin) {
        var text =
                LogText.line(pin.note().isEmpty() ? LogText.lines(pin.text(), 1).getFirst() : pin.note());
        return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "…";
    }
}
