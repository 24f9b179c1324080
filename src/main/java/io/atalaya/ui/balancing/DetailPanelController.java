package io.atalaya.ui.balancing;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import io.atalaya.deployment.balancing.Callout;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.acting.ActBar;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Badge;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.Panel;
import io.atalaya.ui.common.StateLabel;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** What is selected: its name and state, what can be done with it, and why it is as it is. */
public final class DetailPanelController {
    private static final int ID_ROOM = 28;

    /**
     * Where one goes from here.
     *
     * @param go to a resource that a sentence is about
     * @param map to the selected resource on the map
     * @param inspect to everything known of it
     * @param overall to what is said where nothing is selected
     */
    record Ways(Consumer<ResourceRef> go, Consumer<ResourceRef> map, Consumer<ResourceRef> inspect, Runnable overall) {}

    private final ViewContext context;
    private final Ways ways;
    private final DetailPane pane;
    private final ObjectProperty<@Nullable ResourceRef> chosen = new SimpleObjectProperty<>(this, "chosen");

    @FXML
    private Panel panel;

    @FXML
    private StateLabel state;

    @FXML
    private Badge calledOut;

    @FXML
    private CopyId id;

    @FXML
    private ActBar acts;

    @FXML
    private Hyperlink overall;

    @FXML
    private Button inspect;

    @FXML
    private Button map;

    @FXML
    private AgeLabel age;

    @FXML
    private StackPane holder;

    DetailPanelController(ViewContext context, Ways ways) {
        this.context = context;
        this.ways = ways;
        this.pane = new DetailPane(
                context.texts().get("balancing.go"),
                context.texts().get("balancing.path"),
                ways.go(),
                context.navigator()::ask,
                context.acts());
    }

    @FXML
    private void initialize() {
        holder.getChildren().add(pane);
        age.follow(context, List.of(Parts.TARGETS));
        acts.follow(context, chosen);
        overall.setOnAction(event -> ways.overall().run());
        inspect.setOnAction(event -> onSelected(ways.inspect()));
        map.setOnAction(event -> onSelected(ways.map()));
    }

    Panel root() {
        return panel;
    }

    void setForm(AgeLabel.Form form) {
        age.setForm(form);
    }

    /**
     * @param what what is selected; null for nothing
     * @param callouts everything that is called out
     */
    void show(Detail said, @Nullable Selected what, List<Callout> callouts) {
        pane.show(said);
        panel.setTitle(AwsText.line(said.title()));
        var seen = said.seen();
        show(state, seen != null);
        if (seen != null) {
            state.show(seen);
        }
        show(id, !said.id().isEmpty());
        if (!said.id().isEmpty()) {
            id.show(tail(said.id()), ID_ROOM, context.texts());
        }
        var resource = what == null ? null : what.resource();
        if (!Objects.equals(resource, chosen.get())) {
            chosen.set(resource);
        }
        show(inspect, what != null);
        show(map, what != null);
        show(overall, what != null);
        overall.setText(context.texts().get("balancing.overall", callouts.size()));
        calledOut.setTone(
                callouts.stream().anyMatch(each -> each.state() == State.FAILED)
                        ? Badge.Tone.DANGER
                        : Badge.Tone.WARNING);
        calledOut.showCount(what == null ? callouts.size() : 0, String.valueOf(callouts.size()));
    }

    private void onSelected(Consumer<ResourceRef> way) {
        var what = chosen.get();
        if (what != null) {
            way.accept(what);
        }
    }

    /** An ARN is long and its beginning always the same. */
    private static String tail(String id) {
        return id.startsWith("arn:") ? id.substring(id.lastIndexOf(':') + 1) : id;
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
