package io.atalaya.ui.compute;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.InstanceCheck;
import io.atalaya.deployment.ScheduledEvent;
import io.atalaya.deployment.State;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.StateLabel;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Both status checks of a machine, and what AWS plans to do to it. */
final class MachineHealth extends VBox {
    private final Texts texts;
    private final Ages ages;

    MachineHealth(Texts texts, Ages ages) {
        this.texts = texts;
        this.ages = ages;
        getStyleClass().addAll("panel-body", "machine-health");
    }

    /** @param check null where it was not read, or the machine does not run */
    void show(Instance instance, @Nullable InstanceCheck check, Freshness trust, Instant now) {
        getChildren().clear();
        row("compute.machine.state", Condition.of(ofState(instance.state()), instance.state()), trust);
        if (check == null) {
            getChildren().add(words(texts.get("compute.machine.unchecked")));
            return;
        }
        row("compute.machine.system", of(check.systemStatus()), trust);
        row("compute.machine.instance", of(check.instanceStatus()), trust);
        if (check.events().isEmpty()) {
            getChildren().add(words(texts.get("compute.machine.noEvents")));
        }
        check.events().forEach(event -> getChildren().add(event(event, now)));
    }

    private void row(String key, Condition condition, Freshness trust) {
        var name = new Label(texts.get(key));
        name.getStyleClass().addAll("secondary", "machine-name");
        var state = new StateLabel();
        state.show(condition, trust);
        var box = new HBox(name, state);
        box.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(box);
    }

    private Node event(ScheduledEvent event, Instant now) {
        var state = new StateLabel();
        state.show(new Condition(State.DEGRADED, event.code(), event.description()), Freshness.CURRENT);
        var when = event.notBefore() == null
                ? texts.get("compute.machine.soon")
                : texts.get("compute.machine.from", ages.time(event.notBefore(), now));
        var until = event.notAfter() == null
                ? ""
                : " " + texts.get("compute.machine.until", ages.time(event.notAfter(), now));
        return new VBox(state, words(when + until), words(AwsText.line(event.description())));
    }

    private static Label words(String text) {
        var label = new Label(text);
        label.getStyleClass().add("secondary");
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** EC2's words for a check. */
    static Condition of(String status) {
        return Condition.of(
                switch (status) {
                    case "ok" -> State.HEALTHY;
                    case "impaired" -> State.FAILED;
                    case "initializing" -> State.CHANGING;
                    default -> State.UNKNOWN;
                },
                status);
    }

    private static State ofState(String state) {
        return switch (state) {
            case "running" -> State.HEALTHY;
            case "pending", "stopping", "shutting-down" -> State.CHANGING;
            default -> State.UNKNOWN;
        };
    }
}
