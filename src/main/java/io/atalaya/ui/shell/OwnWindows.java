package io.atalaya.ui.shell;

import io.atalaya.ui.LayoutMemory;
import io.atalaya.ui.View;
import io.atalaya.ui.acting.ArmingModel;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.common.ViewLoader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** Views in windows of their own, on a second monitor: same connection, same snapshot, same API budget. */
final class OwnWindows {
    private record Own(Stage stage, View view, OwnWindowController frame) {}

    private final ShellModel model;
    private final TopBarModel top;
    private final Texts texts;
    private final Theme theme;
    private final LayoutMemory memory;
    private final ArmingModel armed;
    private final Consumer<Node> showArming;
    private final Map<String, Own> open = new LinkedHashMap<>();

    /**
     * @param armed of this deployment
     * @param showArming asks for how long, beside this node
     */
    OwnWindows(
            ShellModel model,
            TopBarModel top,
            Texts texts,
            Theme theme,
            LayoutMemory memory,
            ArmingModel armed,
            Consumer<Node> showArming) {
        this.armed = armed;
        this.showArming = showArming;
        this.model = model;
        this.top = top;
        this.texts = texts;
        this.theme = theme;
        this.memory = memory;
    }

    /** Opens the view's window, or brings it to the front. */
    void open(RailEntry entry) {
        var known = open.get(entry.id());
        if (known != null) {
            known.stage().toFront();
            return;
        }
        var view = entry.factory().get();
        var title = texts.get(entry.titleKey());
        var frame = new OwnWindowController(top, title, view, armed, texts, showArming);
        var scene = new Scene(ViewLoader.load(frame, texts), 1100, 760);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (ShellKeys.ARM.match(event)) {
                frame.showArming();
                event.consume();
            }
        });
        theme.adopt(scene);
        var stage = new Stage();
        stage.titleProperty().bind(top.accountProperty().map(it -> title + " · " + it + " · Atalaya"));
        stage.setScene(scene);
        new WindowPlace(memory, "window." + entry.id()).restore(stage);
        stage.setOnHidden(it -> {
            if (open.remove(entry.id()) != null) {
                frame.close();
                view.deactivate();
                view.close();
                model.setDetached(entry.id(), false);
            }
        });
        open.put(entry.id(), new Own(stage, view, frame));
        model.setDetached(entry.id(), true);
        stage.show();
        view.activate();
    }

    /** Closes all without forgetting which were open. */
    void closeAll() {
        var all = new ArrayList<>(open.values());
        open.clear();
        for (var each : all) {
            each.frame().close();
            each.view().deactivate();
            each.view().close();
            each.stage().close();
        }
    }
}
