package io.atalaya.ui.logs;

import io.atalaya.deployment.Parts;
import io.atalaya.logs.TailedGroup;
import io.atalaya.logs.insights.RawPlace;
import io.atalaya.logs.ledger.Gap;
import io.atalaya.ui.View;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.ViewLoader;
import io.atalaya.ui.logs.insights.InsightsController;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
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
    /** So much of the time before a row of Logs Insights is read with it. */
    private static final Duration AROUND = Duration.ofMinutes(2);

    private final ViewContext context;
    private final LogsModel model;
    private final LogPorts ports;
    private final Map<OpenLog, ReaderController> readers = new LinkedHashMap<>();
    private final List<OpenLog> inSight = new ArrayList<>();
    private final StartController start;
    private final InsightsController insights;
    private final Split split = new Split();
    private final Parent root;
    private final ListChangeListener<OpenLog> onOpen = change -> arrange();
    private final ListChangeListener<OpenLog> weakly = new WeakListChangeListener<>(onOpen);
    private boolean active;
    private boolean asked;
    private @Nullable OpenLog addingTo;
    private Mode mode = Mode.READING;
    private @Nullable RawPlace wanted;

    /** What of the view is on screen. */
    private enum Mode {
        /** The logs that are open, or the start where none is. */
        READING,
        /** Choosing what to read. */
        CHOOSING,
        /** Asking Logs Insights. */
        ASKING
    }

    @FXML
    private HBox tabs;

    @FXML
    private StackPane stage;

    /**
     * @param model shared with the view's other windows
     * @param asking makes the pane of Logs Insights, which leads to the raw log of a row
     */
    public LogsController(
            ViewContext context,
            LogsModel model,
            LogPorts ports,
            Function<Consumer<RawPlace>, InsightsController> asking) {
        this.context = context;
        this.model = model;
        this.ports = ports;
        this.start = new StartController(context, model, ports, this::begin);
        this.insights = asking.apply(this::showRaw);
        this.root = ViewLoader.load(this, context.texts());
        model.open().addListener(weakly);
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
        draw();
    }

    @Override
    public void deactivate() {
        if (!active) {
            return;
        }
        active = false;
        model.looking(false);
        start.deactivate();
        insights.deactivate();
        asked = false;
        readers.values().forEach(ReaderController::deactivate);
    }

    /** Each reader has a view of its log that would go on filtering what comes. */
    @Override
    public void close() {
        model.open().removeListener(weakly);
        insights.close();
        readers.values().forEach(ReaderController::close);
        readers.clear();
        inSight.clear();
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
                                this::askInsights,
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
                mode = Mode.READING;
            }
        }
        if (inSight.isEmpty() && !open.isEmpty()) {
            inSight.add(open.getLast());
        }
        draw();
    }

    private void draw() {
        var reading = mode == Mode.READING && !inSight.isEmpty();
        var nodes = new ArrayList<Node>();
        inSight.forEach(it -> nodes.add(reader(it).root()));
        start.canGoBack(!inSight.isEmpty());
        split.show(reading ? nodes : List.of());
        stage.getChildren().setAll(mode == Mode.ASKING ? insights.root() : reading ? split : start.root());
        readers.forEach((log, reader) -> {
            if (inSight.contains(log) && active && reading) {
                reader.activate();
            } else {
                reader.deactivate();
            }
        });
        ask(active && mode == Mode.ASKING);
        tabs();
        goToWanted();
    }

    private void ask(boolean now) {
        if (now != asked) {
            asked = now;
            if (now) {
                insights.activate();
            } else {
                insights.deactivate();
            }
        }
    }

    private void tabs() {
        tabs.getChildren().clear();
        for (var log : model.open()) {
            var names =
                    new GroupNames(log.groups().stream().map(TailedGroup::arn).toList());
            var tab = tab(
                    String.join(
                            " + ",
                            log.groups().stream().map(it -> names.of(it.arn())).toList()),
                    mode == Mode.READING && inSight.contains(log),
                    () -> choose(log, false));
            tab.setOnMouseClicked(event -> {
                if (event.isShortcutDown()) {
                    choose(log, true);
                }
            });
            tabs.getChildren().add(tab);
        }
        var choosing = mode == Mode.CHOOSING || mode == Mode.READING && inSight.isEmpty();
        var fresh = tab(context.texts().get("logs.newTail"), choosing, () -> {
            addingTo = null;
            mode = Mode.CHOOSING;
            draw();
        });
        fresh.setId("logs-new");
        var asking = tab(context.texts().get("logs.insights"), mode == Mode.ASKING, () -> {
            mode = Mode.ASKING;
            draw();
        });
        asking.setId("logs-insights");
        tabs.getChildren().addAll(fresh, asking);
        if (model.open().size() > 1) {
            var beside = tab(context.texts().get("logs.sideBySide"), inSight.size() > 1, this::sideBySide);
            beside.setId("logs-side-by-side");
            tabs.getChildren().add(beside);
        }
    }

    private static ToggleButton tab(String words, boolean chosen, Runnable choose) {
        var tab = new ToggleButton(words);
        tab.getStyleClass().add("log-tab");
        tab.setSelected(chosen);
        tab.setOnAction(it -> choose.run());
        return tab;
    }

    /** The raw log around a row of Logs Insights: in a log that is open and holds it, else in a new one. */
    private void showRaw(RawPlace place) {
        wanted = place;
        var known = model.open().stream().filter(it -> holds(it, place)).findFirst();
        if (known.isPresent()) {
            choose(known.get(), false);
            return;
        }
        var now = context.now().getValue();
        var back = Duration.between(place.at(), now).plus(AROUND);
        context.deployment().getValue().items(Parts.LOG_GROUPS).stream()
                .filter(it -> it.name().equals(GroupNames.name(place.group())))
                .findFirst()
                .ifPresent(it -> model.tail(List.of(TailedGroup.all(it.name(), it.arn())), null, back));
    }

    /** What was too much to read again is asked of Logs Insights, which takes whole seconds. */
    private void askInsights(Gap gap) {
        mode = Mode.ASKING;
        draw();
        insights.ask(
                Set.of(gap.group()),
                Instant.ofEpochSecond(Math.floorDiv(gap.from(), 1000L)),
                Instant.ofEpochSecond(Math.ceilDiv(gap.to(), 1000L)));
    }

    private static boolean holds(OpenLog log, RawPlace place) {
        var name = GroupNames.name(place.group());
        return log.groups().stream().anyMatch(it -> GroupNames.name(it.arn()).equals(name))
                && !log.begun().isAfter(place.at());
    }

    private void goToWanted() {
        var place = wanted;
        if (place != null && mode == Mode.READING) {
            inSight.stream().filter(it -> holdsGroup(it, place)).findFirst().ifPresent(it -> {
                wanted = null;
                reader(it).goTo(place.at().toEpochMilli());
            });
        }
    }

    private static boolean holdsGroup(OpenLog log, RawPlace place) {
        return log.groups().stream().anyMatch(it -> GroupNames.name(it.arn()).equals(GroupNames.name(place.group())));
    }

    private void choose(OpenLog log, boolean beside) {
        addingTo = null;
        mode = Mode.READING;
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
        mode = Mode.READING;
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
        mode = Mode.CHOOSING;
        start.choose(log.groups(), log.started().pattern());
        draw();
    }

    private void begin(List<TailedGroup> groups, @Nullable String pattern, Duration back) {
        var before = addingTo;
        addingTo = null;
        mode = Mode.READING;
        if (groups.isEmpty()) {
            draw();
        } else if (before != null) {
            model.replace(before, groups, pattern, back);
        } else {
            model.tail(groups, pattern, back);
        }
    }

    /** For tests: the reader of a log that is open. */
    ReaderController readerOf(OpenLog log) {
        return reader(log);
    }
}
