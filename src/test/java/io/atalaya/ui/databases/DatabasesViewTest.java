package io.atalaya.ui.databases;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.ClusterMember;
import io.atalaya.deployment.DatabaseCluster;
import io.atalaya.deployment.DatabaseSketch;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Sample;
import io.atalaya.practice.Drill;
import io.atalaya.ui.Acts;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.LayoutMemory;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.Panel;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.inspector.InspectorController;
import io.atalaya.ui.inspector.InspectorModel;
import io.atalaya.watch.DeploymentHistory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class DatabasesViewTest extends UiTest {
    private static final ResourceRef DATABASE = new ResourceRef(ResourceType.DATABASE, "dbprogressus");

    private final Contexts world = new Contexts();
    private final Map<String, String> kept = new HashMap<>();
    private final LayoutMemory memory = new LayoutMemory() {
        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void put(String key, String value) {
            kept.put(key, value);
        }
    };

    private DatabasesController open(Locale locale, DeploymentHistory history) throws Exception {
        return onFx(() -> {
            var texts = texts(
                    locale,
                    "io.atalaya.ui.common.common",
                    "io.atalaya.ui.acting.acting",
                    "io.atalaya.ui.databases.databases",
                    "io.atalaya.ui.inspector.inspector");
            var context = world.context(texts);
            var inspector = new InspectorController(context, new InspectorModel(Runnable::run, Runnable::run), null);
            var controller = new DatabasesController(context, memory, inspector, history::changes);
            controller.activate();
            return controller;
        });
    }

    private DatabasesController open(Deployment deployment) throws Exception {
        doOnFx(() -> world.deployment.set(deployment));
        var controller = open(Locale.ENGLISH, new DeploymentHistory(() -> Contexts.NOW));
        show(controller.root(), 1240, 824);
        return controller;
    }

    private void follow(Drill drill, DeploymentHistory history) throws Exception {
        drill.onSnapshot(history::observe);
        drill.looking().time.advance(Duration.ofSeconds(70));
        put(drill);
    }

    private void put(Drill drill) throws Exception {
        doOnFx(() -> {
            world.now.set(drill.time.instant());
            world.deployment.set(drill.newest());
        });
        settle();
    }

    private String text(String id) {
        return robot.lookup("#" + id).queryAs(Label.class).getText();
    }

    /** Every text on screen inside a node. */
    private String words(String id) throws Exception {
        return onFx(() -> {
            var found = new ArrayList<String>();
            collect(robot.lookup("#" + id).query(), found);
            return String.join("\n", found).replace('\u00a0', ' ');
        });
    }

    private static void collect(Node node, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            found.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(each -> collect(each, found));
        }
    }

    @Test
    void oneDatabaseWithAllThereIsToKnow() throws Exception {
        try (var drill = new Drill("checkop")) {
            var history = new DeploymentHistory(drill.time);
            follow(drill, history);
            doOnFx(() -> theme().mode().set(Theme.Mode.LIGHT));
            var controller = open(Locale.ENGLISH, history);
            show(controller.root(), 1240, 824);
            picture("databases-checkop-light");

            assertThat(controller.selectedDatabase().getValue()).isEqualTo(DATABASE);
            assertThat(text("databases-word")).isEqualTo("available");
            assertThat(words("databases-card"))
                    .contains(
                            "dbprogressus.cq3x7a1kz0p2.us-east-1.rds.amazonaws.com:3306",
                            "MySQL Community 8.0.39",
                            "db.r5.xlarge, 4 vCPU, 32 GiB",
                            "us-east-1a, no standby",
                            "at most 2 730, set in checkop-mysql8",
                            "checkop-mysql8, in-sync",
                            "rds-ca-rsa2048-g1, until 25 May 2061",
                            "217 GiB allocated",
                            "1 000 GiB maximum, autoscaling on",
                            "of 2 730",
                            "private, deletion protection on",
                            "Single-AZ");
            assertThat(text("databases-forecast")).contains("grows at 195 GiB", "0.68 GiB a day", "full in about ");
            assertThat(text("databases-backup")).contains("Last successful backup", "one zone: us-east-1a");
            assertThat(words("databases-side"))
                    .contains("Operating system update", "because there is no standby", "None can happen")
                    .contains("copies by hand are not known from here");
            assertThat(onFx(() -> offences(controller.root(), 1240))).isEmpty();

            show(controller.root(), 944, 624);
            picture("databases-checkop-small");
            assertThat(onFx(() -> offences(controller.root(), 944))).isEmpty();
        }
    }

    @Test
    void storageThatRunsOutIsForecastByTheMinuteAndItsEndIsSeen() throws Exception {
        try (var drill = new Drill("checkop")) {
            var history = new DeploymentHistory(drill.time);
            follow(drill, history);
            doOnFx(() -> theme().mode().set(Theme.Mode.DARK));
            var controller = open(Locale.ENGLISH, history);
            show(controller.root(), 1240, 824);

            drill.sandbox.scenarios().start("storage-full");
            drill.time.advance(Duration.ofMinutes(6));
            put(drill);
            picture("databases-storage-filling");
            assertThat(text("databases-forecast")).startsWith("full in ").contains("if it goes on");
            assertThat(words("databases-side")).contains("Storage is full in");

            drill.time.advance(Duration.ofMinutes(5));
            put(drill);
            picture("databases-storage-full");
            assertThat(text("databases-word")).isEqualTo("storage-full");
            assertThat(text("databases-since")).startsWith("since ").doesNotContain("before");
            assertThat(text("databases-forecast")).isEqualTo("full");
            assertThat(words("databases-side")).contains("Allocated storage has been exhausted", "No storage is left");
        }
    }

    @Test
    void aFailoverShowsTheZoneThatServesAndHowLongItTook() throws Exception {
        try (var drill = new Drill("citsmart")) {
            var history = new DeploymentHistory(drill.time);
            follow(drill, history);
            var controller = open(Locale.of("pt", "BR"), history);
            show(controller.root(), 1240, 824);
            assertThat(words("databases-card")).contains("sa-east-1a atende, em espera sa-east-1b");
            assertThat(text("databases-backup")).contains("duas zonas");

            drill.sandbox.scenarios().start("database-failover");
            drill.time.advance(Duration.ofSeconds(35));
            put(drill);
            assertThat(text("databases-word")).isEqualTo("rebooting");
            drill.time.advance(Duration.ofMinutes(3));
            put(drill);
            picture("databases-failed-over-pt");
            assertThat(text("databases-word")).isEqualTo("available");
            assertThat(words("databases-card")).contains("sa-east-1b atende, em espera sa-east-1a");
            assertThat(words("databases-side")).contains("durou 74 s");
        }
    }

    @Test
    void severalAreChosenFromAListAndACluster() throws Exception {
        var controller = open(clustered());
        assertThat(robot.lookup("#databases-list").queryAs(DataTable.class).getItems())
                .hasSize(3);
        doOnFx(() -> assertThat(controller.reveal(new ResourceRef(ResourceType.DATABASE_CLUSTER, "ledger")))
                .isTrue());
        assertThat(controller.selectedDatabase().getValue())
                .isEqualTo(new ResourceRef(ResourceType.DATABASE, "ledger-1"));
        picture("databases-cluster");
        robot.clickOn((Node) robot.lookup("#databases-side .hyperlink").query());
        assertThat(controller.selectedDatabase().getValue())
                .isEqualTo(new ResourceRef(ResourceType.DATABASE, "ledger-2"));
        assertThat(words("databases-card")).contains("Reader of ledger");
        doOnFx(() -> assertThat(controller.reveal(new ResourceRef(ResourceType.INSTANCE, "i-1")))
                .isFalse());
    }

    private static Deployment clustered() {
        var deployment = CheckopSample.with(
                CheckopSample.healthy(),
                Parts.DATABASES,
                30,
                List.of(
                        DatabaseSketch.member("ledger-1", "ledger"),
                        DatabaseSketch.member("ledger-2", "ledger"),
                        Sample.database("dbprogressus", "available")));
        return CheckopSample.with(
                deployment,
                Parts.DATABASE_CLUSTERS,
                30,
                List.of(new DatabaseCluster(
                        "ledger",
                        "arn:ledger",
                        "aurora-mysql",
                        "8.0",
                        "available",
                        "writer.host",
                        "reader.host",
                        3306,
                        true,
                        List.of("us-east-1a", "us-east-1b"),
                        List.of(
                                new ClusterMember("ledger-1", true, "in-sync", 1),
                                new ClusterMember("ledger-2", false, "in-sync", 1)),
                        1,
                        true,
                        true,
                        7,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        Map.of())));
    }

    @Test
    void slashFiltersSnapshotsAndARevealedOneIsChosen() throws Exception {
        var controller = open(CheckopSample.healthy());
        robot.clickOn("Snapshots 1");
        robot.type(KeyCode.SLASH).write("nothing");
        var table = robot.lookup("#databases-snapshots").queryAs(DataTable.class);
        assertThat(table.getItems()).isEmpty();
        assertThat(kept).containsEntry("databases.filter", "nothing");
        var ref = new ResourceRef(ResourceType.DATABASE_SNAPSHOT, "dbprogressus-pre-2026-48");
        doOnFx(() -> assertThat(controller.reveal(ref)).isTrue());
        assertThat(controller.selectedSnapshot().getValue()).isEqualTo(ref);
        assertThat(table.getItems()).hasSize(1);
        picture("databases-snapshots");
        robot.clickOn("Parameter groups 0");
        picture("databases-groups");
    }

    @Test
    void whatIsDeniedIsNotCalledNothing() throws Exception {
        var deployment = CheckopSample.refused(
                CheckopSample.healthy(),
                Parts.DATABASE_MAINTENANCE,
                Problem.Kind.DENIED,
                "rds:DescribePendingMaintenanceActions",
                "AccessDenied");
        open(deployment);
        assertThat(words("databases-side"))
                .contains("Not known. Not allowed to ask")
                .contains("Whether they are replicated to another region is not known.")
                .doesNotContain("Nothing is pending", "does not replicate");
        open(CheckopSample.refused(
                Sample.empty(), Parts.DATABASES, Problem.Kind.DENIED, "rds:DescribeDBInstances", "AccessDenied"));
        picture("databases-denied");
        assertThat(words("databases")).contains("Not allowed to ask", "rds:DescribeDBInstances");
    }

    @Test
    void whatCanBeDoneStandsBesideWhatItIsDoneTo() throws Exception {
        open(CheckopSample.healthy());
        assertThat(robot.lookup("#databases-acts").query().isVisible()).isFalse();
        var asked = new ArrayList<ResourceRef>();
        world.acts = new Acts() {
            @Override
            public List<Acts.Offer> on(ResourceRef resource) {
                asked.add(resource);
                return List.of(new Acts.Offer("operate.act.RebootDatabase", "Reboot with failover", from -> {}));
            }

            @Override
            public ObservableValue<Boolean> armed() {
                return new SimpleBooleanProperty(false);
            }
        };
        open(CheckopSample.healthy());
        assertThat(robot.lookup("#databases-acts").query().isVisible()).isTrue();
        assertThat(robot.lookup("#databases-snapshot-acts").query().isVisible()).isFalse();
        robot.clickOn("dbprogressus-pre-2026-48");
        assertThat(robot.lookup("#databases-snapshot-acts").query().isVisible()).isTrue();
        assertThat(asked)
                .contains(DATABASE, new ResourceRef(ResourceType.DATABASE_SNAPSHOT, "dbprogressus-pre-2026-48"));
        picture("databases-acts");
    }

    @Test
    void watchesOnlyWhileItIsOnScreen() throws Exception {
        var controller = open(CheckopSample.healthy());
        assertThat(world.watched).hasSize(1);
        doOnFx(controller::deactivate);
        assertThat(world.watched).isEmpty();
    }

    /** Controls that stand outside of the window; tables and what scrolls may. */
    private static List<String> offences(Parent root, double width) {
        var found = new ArrayList<String>();
        var open = new ArrayList<Node>(List.of(root));
        while (!open.isEmpty()) {
            var node = open.removeLast();
            if (!node.isVisible() || node instanceof TableView<?>) {
                continue;
            }
            if (node instanceof Control && !(node instanceof ScrollPane) || node instanceof Panel) {
                var bounds = node.localToScene(node.getLayoutBounds());
                if (bounds.getMinX() < -1 || bounds.getMaxX() > width + 1) {
                    found.add(node + " " + bounds);
                }
            }
            if (node instanceof Parent parent) {
                open.addAll(parent.getChildrenUnmodifiable());
            }
        }
        return found;
    }
}
