package io.atalaya.ui.logs;

import io.atalaya.logs.TailedGroup;
import io.atalaya.ui.View;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.ViewLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The Logs view: the logs that are open, one or two of them side by side, or the page where one begins. */
public final class LogsController implements View {
    private final ViewContext context;
    private final LogsModel model;
    private final LogPorts ports;
    private final Map<OpenLog, ReaderController> readers = new LinkedHashMap<>();
    private final List<OpenLog> inSight = new ArrayList<>();
    private final StartController start;
    private final Split split = new Split();
    private final Parent root;
    private final ListChangeListener<OpenLog> onOpen = change -> arrange();
    private boolean active;
    private @Nullable OpenLog addingTo;

    @FXML
    private HBox tabs;

    @FXML
    private StackPane stage;

    /**
     * @param model shared with the view's other windows
     */
    public LogsController(ViewContext context, LogsModel model, LogPorts ports) {
        this.context = context;
        this.model = model;
        this.ports = ports;
        this.start = new StartController(context, model, this::begin);
        this.root = ViewLoader.load(this, context.texts());
        model.open().addListener(new WeakListChangeListener<>(onOpen));
        arrange();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void activate() {
        if (active) {
            return;
        }
        active = true;
        model.looking(true);
        model.look();
        start.activate();
        inSight.forEach(log -> reader(log).activate());
    }

    @Override
    public void deactivate() {
        if (!active) {
            return;
        }
        active = false;
        model.looking(false);
        start.deactivate();
        readers.values().forEach(ReaderController::deactivate);
    }

    private ReaderController reader(OpenLog log) {
        return readers.computeIfAbsent(
                log,
                it -> new ReaderController(
                        it,
                        context,
                        new ReaderController.Ways(
                                anchor -> showStart(log),
                                arn -> model.replace(
                                        log,
                                        log.groups().stream()
                                                .filter(each -> !each.arn().equals(arn))
                                                .toList()),
                                () -> model.close(log),
                                ports)));
    }

    /** The readers that there are for what is open: new ones in sight, those of closed logs gone. */
    private void arrange() {
        var open = model.open();
        for (var gone :
                readers.keySet().stream().filter(it -> !open.contains(it)).toList()) {
            var reader = readers.remove(gone);
            if (reader != null) {
                reader.close();
            }
        }
        inSight.removeIf(it -> !open.contains(it));
        for (var log : open) {
            if (!readers.containsKey(log)) {
                reader(log);
                inSight.clear();
                inSight.add(log);
                addingTo = null;
            }
        }
        if (inSight.isEmpty() && !open.isEmpty()) {
            inSight.add(open.getLast());
        }
        draw();
    }

    private void draw() {
        var choosing = inSight.isEmpty() || addingTo != null;
        var nodes = new ArrayList<Node>();
        inSight.forEach(it -> nodes.add(reader(it).root()));
        start.canGoBack(!inSight.isEmpty());
        split.show(choosing ? List.of() : nodes);
        stage.getChildren().setAll(choosing ? start.root() : split);
        readers.forEach((log, reader) -> {
            if (inSight.contains(log) && active && !choosing) {
                reader.activate();
            } else {
                reader.deactivate();
            }
        });
        tabs();
    }

    private void tabs() {
        tabs.getChildren().clear();
        var several = model.open().size() > 1;
        tabs.setVisible(several);
        tabs.setManaged(several);
        for (var log : model.open()) {
            var names =
                    new GroupNames(log.groups().stream().map(TailedGroup::arn).toList());
            var tab = new ToggleButton(String.join(
                    " + ", log.groups().stream().map(it -> names.of(it.arn())).toList()));
            tab.getStyleClass().add("log-tab");
            tab.setSelected(inSight.contains(log));
            tab.setOnAction(it -> choose(log, false));
            tab.setOnMouseClicked(event -> {
                if (event.isShortcutDown()) {
                    choose(log, true);
                }
            });
            tabs.getChildren().add(tab);
        }
        var beside = new ToggleButton(context.texts().get("logs.sideBySide"));
        beside.getStyleClass().add("log-tab");
        beside.setSelected(inSight.size() > 1);
        beside.setOnAction(it -> sideBySide());
        tabs.getChildren().add(beside);
    }

    private void choose(OpenLog log, boolean beside) {
        addingTo = null;
        if (beside && !inSight.contains(log)) {
            while (inSight.size() >= Split.MOST) {
                inSight.removeFirst();
            }
        } else {
            inSight.clear();
        }
        if (!inSight.contains(log)) {
            inSight.add(log);
        }
        draw();
    }

    /** Two at once, or one again. */
    private void sideBySide() {
        if (inSight.size() > 1) {
            inSight.subList(1, inSight.size()).clear();
        } else {
            model.open().stream()
                    .filter(it -> !inSight.contains(it))
                    .findFirst()
                    .ifPresent(inSight::add);
        }
        draw();
    }

    private void showStart(OpenLog log) {
        addingTo = log;
        start.choose(log.groups());
        draw();
    }

    private void begin(List<TailedGroup> groups, @Nullable String pattern, Duration back) {
        var before = addingTo;
        addingTo = null;
        if (groups.isEmpty()) {
            draw();
        } else if (before != null) {
            model.replace(before, groups);
        } else {
            model.tail(groups, pattern, back);
        }
    }

    /** For tests: the reader of a log that is open. */
    ReaderController readerOf(OpenLog log) {
        return reader(log);
    }
}
