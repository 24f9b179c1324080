package io.atalaya.ui.databases;

import io.atalaya.deployment.ClusterMember;
import io.atalaya.deployment.DatabaseEvent;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.State;
import io.atalaya.deployment.databases.DatabaseView;
import io.atalaya.deployment.databases.SnapshotUse;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Badge;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.Panel;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.ViewLoader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The panels beside the card: what is called out, what is going to happen, what happened, what can be restored. */
final class SideController {
    /** AWS says one to two minutes; after that nobody knows what became of it. */
    private static final Duration GOES_ON = Duration.ofMinutes(10);

    private final ViewContext context;
    private final Texts texts;
    private final Ages ages;
    private final CautionTexts cautionTexts;
    private final MaintenanceTexts maintenanceTexts;
    private final BackupTexts backupTexts;
    private final Label noEvents = new Label();
    private final RestoreAxis axis = new RestoreAxis();
    private final Consumer<ResourceRef> go;
    private final Parent root;

    @FXML
    private Panel calledPanel;

    @FXML
    private Badge calledCount;

    @FXML
    private VBox called;

    @FXML
    private Badge pendingCount;

    @FXML
    private VBox pending;

    @FXML
    private AgeLabel pendingAge;

    @FXML
    private Panel clusterPanel;

    @FXML
    private VBox cluster;

    @FXML
    private AgeLabel clusterAge;

    @FXML
    private DataTable<DatabaseEvent> events;

    @FXML
    private AgeLabel eventsAge;

    @FXML
    private VBox restore;

    @FXML
    private Label restoreFrom;

    @FXML
    private Label restoreTo;

    @FXML
    private VBox restoreHolder;

    @FXML
    private Label restoreNote;

    @FXML
    private AgeLabel restoreAge;

    @FXML
    private VBox failovers;

    /** @param go to another database of a cluster */
    SideController(ViewContext context, Ages ages, TableColumns columns, Consumer<ResourceRef> go) {
        this.context = context;
        this.texts = context.texts();
        this.ages = ages;
        this.cautionTexts = new CautionTexts(texts, ages);
        this.maintenanceTexts = new MaintenanceTexts(texts, ages);
        this.backupTexts = new BackupTexts(texts, ages, context.zone());
        this.go = go;
        this.root = ViewLoader.load(this, texts);
        events.getColumns().addAll(columns.events());
        TableColumns.newestFirst(events, events.getColumns().getFirst());
    }

    @FXML
    private void initialize() {
        restoreHolder.getChildren().add(axis);
        for (var label : List.of(pendingAge, clusterAge, eventsAge, restoreAge)) {
            label.setForm(AgeLabel.Form.BRIEF);
        }
        pendingAge.follow(context, List.of(Parts.DATABASE_MAINTENANCE));
        clusterAge.follow(context, List.of(Parts.DATABASE_CLUSTERS));
        eventsAge.follow(context, List.of(Parts.DATABASE_EVENTS));
        restoreAge.follow(context, List.of(Parts.DATABASES, Parts.DATABASE_BACKUPS));
        noEvents.setWrapText(true);
        noEvents.getStyleClass().add("secondary");
        events.setPlaceholder(noEvents);
    }

    Parent root() {
        return root;
    }

    void show(DatabaseView view) {
        var now = context.now().getValue();
        called(view, now);
        pending(view, now);
        cluster(view);
        events.apply(view.events());
        events.setStale(deployment().observed(Parts.DATABASE_EVENTS).freshness(now) == Freshness.LAST_KNOWN);
        noEvents.setText(note(Parts.DATABASE_EVENTS, "databases.events.none"));
        restorable(view, now);
        failovers(view, now);
    }

    private void called(DatabaseView view, Instant now) {
        var cautions = view.cautions();
        calledPanel.setVisible(!cautions.isEmpty());
        calledPanel.setManaged(!cautions.isEmpty());
        calledCount.showCount(cautions.size(), String.valueOf(cautions.size()));
        calledCount.setTone(
                cautions.stream().anyMatch(each -> each.state() == State.FAILED)
                        ? Badge.Tone.DANGER
                        : Badge.Tone.WARNING);
        called.getChildren()
                .setAll(cautions.stream()
                        .map(each -> line(each.state(), cautionTexts.sentence(each, now)))
                        .toList());
    }

    private static HBox line(State state, String text) {
        var shape = new StateShape(StateShape.Size.PX14);
        shape.show(state, false);
        var words = new Label(AwsText.hint(text));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(shape, words);
        line.getStyleClass().add("side-line");
        return line;
    }

    private void pending(DatabaseView view, Instant now) {
        var modifications = view.database().pendingModifications();
        int count = view.maintenance().size() + modifications.size();
        pendingCount.showCount(count, String.valueOf(count));
        pending.getChildren().clear();
        for (var each : view.maintenance()) {
            var title = new Label(AwsText.line(maintenanceTexts.title(each)));
            title.getStyleClass().add("strong");
            title.setMinWidth(0);
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var when = new Label(maintenanceTexts.when(each, now));
            when.getStyleClass().add("mono");
            when.setMinWidth(Region.USE_PREF_SIZE);
            var shape = new StateShape(StateShape.Size.PX14);
            shape.show(State.DEGRADED, false);
            var head = new HBox(shape, title, gap, when);
            head.getStyleClass().add("side-line");
            pending.getChildren().addAll(head, words(maintenanceTexts.meaning(each, view, now)));
            if (each.description() != null) {
                pending.getChildren().add(words(each.description()));
            }
        }
        for (var each : modifications) {
            pending.getChildren().add(line(State.CHANGING, texts.get("databases.pending.modification", each)));
        }
        if (count == 0) {
            pending.getChildren().add(words(note(Parts.DATABASE_MAINTENANCE, "databases.pending.none")));
        } else {
            PartNote.of(deployment(), Parts.DATABASE_MAINTENANCE, texts)
                    .ifPresent(note -> pending.getChildren().add(words(note)));
        }
    }

    private Deployment deployment() {
        return context.deployment().getValue();
    }

    /** What stands where there is nothing: that there is nothing, or that nobody knows. */
    private String note(Part<?> part, String key) {
        return PartNote.of(deployment(), part, texts).orElseGet(() -> texts.get(key));
    }

    private static Label words(String text) {
        var words = new Label(AwsText.hint(text));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().add("secondary");
        return words;
    }

    private void cluster(DatabaseView view) {
        var it = view.cluster();
        clusterPanel.setVisible(it != null);
        clusterPanel.setManaged(it != null);
        cluster.getChildren().clear();
        if (it == null) {
            return;
        }
        clusterPanel.setNote(it.id() + " · " + it.status());
        for (var member : it.members()) {
            cluster.getChildren().add(member(member, view));
        }
        if (it.endpoint() != null) {
            cluster.getChildren().add(words(texts.get("databases.cluster.writerAt", it.endpoint())));
        }
        if (it.readerEndpoint() != null) {
            cluster.getChildren().add(words(texts.get("databases.cluster.readersAt", it.readerEndpoint())));
        }
    }

    private HBox member(ClusterMember member, DatabaseView view) {
        var name = name(member, view);
        var role = new Label(texts.get(
                member.writer() ? "databases.cluster.writer" : "databases.cluster.reader",
                member.promotionTier(),
                member.parameterStatus()));
        role.getStyleClass().add("secondary");
        role.setMinWidth(0);
        var line = new HBox(name, role);
        line.getStyleClass().addAll("side-line", "cluster-line");
        return line;
    }

    /** The way to another member; the one that is looked at is just named. */
    private Labeled name(ClusterMember member, DatabaseView view) {
        var text = AwsText.line(member.databaseId());
        if (member.databaseId().equals(view.database().id())) {
            var here = new Label(text);
            here.getStyleClass().add("strong");
            here.setMinWidth(0);
            return here;
        }
        var link = new Hyperlink(text);
        link.setOnAction(event -> go.accept(new ResourceRef(ResourceType.DATABASE, member.databaseId())));
        link.setMinWidth(0);
        return link;
    }

    private void restorable(DatabaseView view, Instant now) {
        var window = view.restorable();
        var from = window == null ? null : window.from();
        var to = window == null ? null : window.to();
        var known = from != null && to != null;
        restore.getChildren().getFirst().setVisible(to != null);
        restore.getChildren().getFirst().setManaged(to != null);
        restoreHolder.setVisible(known);
        restoreHolder.setManaged(known);
        if (window == null || to == null) {
            restoreNote.setText(
                    view.database().backupRetentionDays() == 0 && view.cluster() == null
                            ? texts.get("databases.restore.off")
                            : note(
                                    view.cluster() == null ? Parts.DATABASE_BACKUPS : Parts.DATABASE_CLUSTERS,
                                    "databases.restore.none"));
            return;
        }
        restoreFrom.setText(from == null ? note(Parts.DATABASE_BACKUPS, "databases.unknown") : ages.time(from, now));
        restoreTo.setText(ages.time(to, now));
        if (from != null) {
            axis.show(
                    from,
                    to,
                    view.snapshots().stream()
                            .map(SnapshotUse::snapshot)
                            .map(each -> each.createdAt())
                            .filter(Objects::nonNull)
                            .toList(),
                    restoreFrom.getText() + " - " + restoreTo.getText());
        }
        restoreNote.setText(backupTexts.behind(to, now)
                + (known ? " " + texts.get("databases.restore.marks") : "")
                + " "
                + backupTexts.replicated(window));
    }

    private void failovers(DatabaseView view, Instant now) {
        failovers.getChildren().clear();
        for (var each : view.failovers()) {
            var took = each.took();
            failovers
                    .getChildren()
                    .add(line(
                            took != null
                                    ? State.HEALTHY
                                    : now.isBefore(each.at().plus(GOES_ON)) ? State.CHANGING : State.UNKNOWN,
                            took == null
                                    ? texts.get("databases.failover.at", ages.time(each.at(), now), each.message())
                                    : texts.get(
                                            "databases.failover.took",
                                            ages.time(each.at(), now),
                                            Durations.words(took))));
        }
        if (view.failovers().isEmpty()) {
            var read = PartNote.of(deployment(), Parts.DATABASE_EVENTS, texts);
            failovers
                    .getChildren()
                    .add(words(read.orElseGet(() -> texts.get(
                            view.hasStandby() ? "databases.failover.none" : "databases.failover.impossible"))));
        }
    }
}
