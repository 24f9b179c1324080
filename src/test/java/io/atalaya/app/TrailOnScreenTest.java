package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.operate.act.CreateTag;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.run.RunningAct;
import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.FaultMatch;
import io.atalaya.sandbox.server.route.AwsService;
import io.atalaya.sandbox.world.Trail;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.activity.ActivityRow;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.Seen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Activity view beside CloudTrail: real acts, real look-ups, over the sandbox. */
class TrailOnScreenTest extends UiTest {
    private static final String SUMMARY = "#activity-trail-summary .state-word";
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    Path home;

    private ActingConsole console;
    private Trail trail;

    @BeforeEach
    void open() throws Exception {
        console = onFx(() -> ActingConsole.open(home, theme()));
        trail = console.test.sandbox().cloud().trail();
        console.read();
        show(console.shell.root(), 1440, 900);
        doOnFx(console.shell::start);
        settle();
        console.scope.acting().arming().arm(Duration.ofMinutes(15));
    }

    @AfterEach
    void close() throws Exception {
        doOnFx(() -> console.shell.close());
        console.close();
    }

    @Test
    void saysOfEachActWhatCloudTrailSays() throws Exception {
        var first = tagged("one");
        var second = tagged("two");
        doOnFx(() -> console.model.show("activity"));
        await(SUMMARY, it -> it.startsWith("CloudTrail: 2 not yet"));
        assertThat(words()).containsExactly("not yet", "not yet");

        trail.delay(Duration.ZERO);
        trail.alter(
                second.standing().requestIds().getFirst(),
                record -> ((ObjectNode) record.at("/requestParameters/tagSet/items/0")).put("value", "three"));
        robot.push(KeyCode.F5);
        await(SUMMARY, it -> it.startsWith("CloudTrail: 1 found, 1 altered · as of"));
        assertThat(words()).containsExactly("altered", "found");

        doOnFx(() -> table().getSelectionModel().select(0));
        settle();
        assertThat(texts("#activity-trail"))
                .contains("altered", "Tags[0].Value: the journal says two, CloudTrail three.")
                .contains("3 of 3 values that were sent could be compared.");
        assertThat(onFx(() -> robot.lookup("#activity-trail .copy-id").queryAllAs(Button.class).stream()
                        .map(Button::getAccessibleText)
                        .toList()))
                .anyMatch(it -> it.contains("aws cloudtrail lookup-events --lookup-attributes"));
        picture("activity-trail");

        doOnFx(() -> robot.lookup("#activity-filter").<TextInputControl>query().setText("found"));
        settle();
        assertThat(words()).containsExactly("found");
        assertThat(onFx(() -> table().getItems().getFirst().operation())).isEqualTo(first.id());
        doOnFx(() -> robot.lookup("#activity-filter").<TextInputControl>query().setText(""));
        doOnFx(() -> robot.lookup("#activity-doubt .toggle-button").queryAllAs(ToggleButton.class).stream()
                .filter(it -> it.getText().equals("Altered or missing"))
                .findFirst()
                .orElseThrow()
                .fire());
        settle();
        assertThat(words()).containsExactly("altered");
    }

    @Test
    void whatIamForbidsIsNamedAndNotCalledMissing() throws Exception {
        tagged("one");
        console.test.sandbox().faults().plan(FaultMatch.of(AwsService.CLOUDTRAIL), new Fault.Denied("*"));
        doOnFx(() -> console.model.show("activity"));
        await(SUMMARY, it -> it.startsWith("CloudTrail: 1 denied"));
        doOnFx(() -> table().getSelectionModel().select(0));
        settle();
        assertThat(texts("#activity-trail")).anyMatch(it -> it.endsWith("What is missing: cloudtrail:LookupEvents"));
    }

    @Test
    void isAskedOnlyWhileTheViewIsOpen() throws Exception {
        tagged("one");
        for (int i = 0; i < 3; i++) {
            doOnFx(console.tick::tick);
            settle();
        }
        assertThat(asked()).isZero();
        doOnFx(() -> console.model.show("activity"));
        await(SUMMARY, it -> it.startsWith("CloudTrail: 1 not yet"));
        assertThat(asked()).isEqualTo(1);
        doOnFx(console.tick::tick);
        settle();
        assertThat(asked()).as("a pause of half a minute").isEqualTo(1);
    }

    private long asked() {
        return console.test.sandbox().requests().count(AwsService.CLOUDTRAIL, "LookupEvents");
    }

    /** Tags the first instance and waits for the verdict. */
    private RunningAct tagged(String value) throws Exception {
        var instance = console.scope.current().items(Parts.INSTANCES).getFirst().ref();
        return done(new CreateTag(new ResourceRef(instance.type(), instance.id()), "told", value));
    }

    private RunningAct done(Operation operation) throws Exception {
        var runner = console.scope.acting().runner();
        runner.run(operation, runner.preflight(operation), List.of("shown"), runner.nameToType(operation));
        return console.ended();
    }

    @SuppressWarnings("unchecked")
    private DataTable<ActivityRow> table() {
        return robot.lookup("#activity-table").queryAs(DataTable.class);
    }

    /** The column's words, from the top. */
    private List<String> words() throws Exception {
        return onFx(() -> {
            var column = table().getColumns().stream()
                    .filter(it -> it.getText().equals("CloudTrail"))
                    .findFirst()
                    .orElseThrow();
            return table().getItems().stream()
                    .map(row -> ((Seen) column.getCellData(row)).condition().word())
                    .toList();
        });
    }

    private List<String> texts(String within) throws Exception {
        return onFx(() -> robot.lookup(within + " .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList());
    }

    /** Waits until a label says it; the view's clock goes on meanwhile. */
    private void await(String label, Predicate<String> wanted) throws Exception {
        var said = new CountDownLatch(1);
        settle();
        var node = onFx(() -> robot.lookup(label).queryAs(Label.class));
        ChangeListener<String> listener = (it, before, now) -> {
            if (wanted.test(now)) {
                said.countDown();
            }
        };
        doOnFx(() -> {
            node.textProperty().addListener(listener);
            listener.changed(node.textProperty(), "", node.getText());
            console.tick.tick();
        });
        assertThat(said.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("it says: " + onFx(node::getText))
                .isTrue();
        doOnFx(() -> node.textProperty().removeListener(listener));
        settle();
    }
}
