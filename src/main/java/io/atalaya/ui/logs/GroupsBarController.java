package io.atalaya.ui.logs;

import io.atalaya.logs.tail.LiveTailCost;
import io.atalaya.logs.tail.TailStatus;
import io.atalaya.ui.common.ProblemTexts;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import io.atalaya.ui.common.ViewLoader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** The groups of a tail, each with how it is read and how much comes; what Live Tail costs. */
final class GroupsBarController {
    /** So many sessions an account may have open at once. */
    private static final int MOST_SESSIONS = 15;

    /** In less room the groups alone are shown. */
    private static final double NARROW = 760;

    /** What the bar's name and paddings take. */
    private static final double MARGIN = 110;

    private final Reader reader;
    private final Texts texts;
    private final Units units;
    private final ProblemTexts problems;
    private final Ways ways;
    private final Map<String, GroupChip> chips = new LinkedHashMap<>();
    private final Parent root;

    /**
     * What a person can do here.
     *
     * @param add asks for another group, beside this node
     * @param remove ends reading a group, by its ARN
     */
    record Ways(Consumer<javafx.scene.Node> add, Consumer<String> remove) {}

    @FXML
    private HBox bar;

    @FXML
    private FlowPane groups;

    @FXML
    private Button add;

    @FXML
    private Label cost;

    GroupsBarController(Reader reader, Texts texts, Ways ways) {
        this.reader = reader;
        this.texts = texts;
        this.ways = ways;
        this.units = new Units(texts.getLocale());
        this.problems = new ProblemTexts(texts);
        this.root = ViewLoader.load(this, texts);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        cost.visibleProperty().bind(bar.widthProperty().greaterThan(NARROW));
        cost.managedProperty().bind(cost.visibleProperty());
        add.setOnAction(it -> ways.add().accept(add));
        groups.prefWrapLengthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> bar.getWidth() - MARGIN - (cost.isVisible() ? cost.getWidth() : 0),
                        bar.widthProperty(),
                        cost.widthProperty(),
                        cost.visibleProperty()));
    }

    /** Looks again. */
    void tick() {
        var status = reader.log().status();
        var wanted = status.groups().stream().map(TailStatus.Group::arn).toList();
        if (!List.copyOf(chips.keySet()).equals(wanted)) {
            chips.clear();
            wanted.forEach(arn -> chips.put(arn, new GroupChip(reader.names(), arn, texts, ways.remove())));
            groups.getChildren().setAll(chips.values());
            groups.getChildren().add(add);
        }
        for (var group : status.groups()) {
            var chip = chips.get(group.arn());
            if (chip != null) {
                chip.show(group, status.state(), units, problems);
            }
        }
        cost(status);
    }

    private void cost(TailStatus status) {
        add.setDisable(status.state() == TailStatus.State.ENDED);
        switch (status.state()) {
            case ENDED -> cost.setText(texts.get("logs.cost.ended"));
            case PAUSED -> cost.setText(texts.get("logs.cost.paused"));
            case RUNNING -> {
                if (status.liveSessions() == 0) {
                    cost.setText(texts.get("logs.cost.polling"));
                } else {
                    cost.setText(texts.get(
                            "logs.cost.live",
                            status.liveSessions(),
                            MOST_SESSIONS,
                            units.number(status.liveSessions() * LiveTailCost.DOLLARS_PER_SESSION_MINUTE)));
                }
            }
        }
        cost.setTooltip(new Tooltip(texts.get(
                "logs.cost.sofar",
                units.number(Math.ceil(status.billedSeconds() / 60.0)),
                units.number(status.billedSeconds() / 60.0 * LiveTailCost.DOLLARS_PER_SESSION_MINUTE))));
    }
}
