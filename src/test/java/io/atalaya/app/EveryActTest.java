package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseSnapshot;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import io.atalaya.operate.run.RunningAct;
import io.atalaya.ui.UiTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every operation of the console, chosen in the palette, filled in, confirmed with the mouse and watched to its verdict. The
 * sandbox's time goes faster than the clock on the wall, so that nobody waits for a database.
 */
class EveryActTest extends UiTest {
    private static final Set<Verdict> GOOD = Set.of(Verdict.DONE, Verdict.ACCEPTED);

    /**
     * One way through the screen.
     *
     * @param key of the act's title
     * @param on what it acts on, in the deployment as it is by then
     * @param fill what is typed, by field
     * @param verdicts how it may end; none where the next row needs it while it goes on
     */
    private record Row(
            String key,
            Function<Deployment, Optional<? extends Resource>> on,
            Map<String, String> fill,
            Set<Verdict> verdicts) {
        Row goingOn() {
            return new Row(key, on, fill, Set.of());
        }

        /** What it needs may be over before a person gets there: then AWS says no. */
        Row orRefused() {
            return new Row(key, on, fill, Set.of(Verdict.DONE, Verdict.ACCEPTED, Verdict.REFUSED));
        }

        @Override
        public String toString() {
            return key + " " + fill;
        }
    }

    /** The machine that the row before chose: a refresh replaces them, so that no id is known beforehand. */
    private static final String SAME = "same";

    private static final Pattern INSTANCE_ID = Pattern.compile("i-[0-9a-f]+");

    private String chosen = SAME;

    @TempDir
    Path home;

    private static Row row(String act, Function<Deployment, Optional<? extends Resource>> on, String... fill) {
        return new Row("operate.act." + act, on, filled(fill), GOOD);
    }

    private static Map<String, String> filled(String... fill) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < fill.length; i += 2) {
            map.put(fill[i], fill[i + 1]);
        }
        return map;
    }

    /** In an order in which each finds what it needs. */
    private static List<Row> rows() {
        Function<Deployment, Optional<? extends Resource>> free = world -> world.items(Parts.INSTANCES).stream()
                .filter(it -> world.index().scalingGroup(it.id()) == null)
                .findFirst();
        Function<Deployment, Optional<? extends Resource>> member = world -> world.items(Parts.INSTANCES).stream()
                .filter(it -> world.index().scalingGroup(it.id()) != null)
                .findFirst();
        Function<Deployment, Optional<? extends Resource>> group =
                world -> world.items(Parts.SCALING_GROUPS).stream().findFirst();
        Function<Deployment, Optional<? extends Resource>> targets =
                world -> world.items(Parts.TARGET_GROUPS).stream().findFirst();
        Function<Deployment, Optional<? extends Resource>> rule = world -> world.items(Parts.LISTENER_RULES).stream()
                .filter(it -> !it.priority().equals("default"))
                .findFirst();
        Function<Deployment, Optional<? extends Resource>> address =
                world -> world.items(Parts.ELASTIC_IPS).stream().findFirst();
        Function<Deployment, Optional<? extends Resource>> volume =
                world -> world.items(Parts.VOLUMES).stream().findFirst();
        Function<Deployment, Optional<? extends Resource>> database = world ->
                world.items(Parts.DATABASES).stream().map(Database.class::cast).findFirst();
        Function<Deployment, Optional<? extends Resource>> automated = world -> snapshots(world)
                .filter(it -> it.snapshotType().equals("automated"))
                .findFirst();
        Function<Deployment, Optional<? extends Resource>> own = world ->
                snapshots(world).filter(it -> it.id().equals("before-test")).findFirst();
        Function<Deployment, Optional<? extends Resource>> files =
                world -> world.items(Parts.FILE_SYSTEMS).stream().findFirst();
        Function<Deployment, Optional<? extends Resource>> check =
                world -> world.items(Parts.HEALTH_CHECKS).stream().findFirst();
        Function<Deployment, Optional<? extends Resource>> zone = world -> world.items(Parts.HOSTED_ZONES).stream()
                .filter(it -> !it.isPrivate())
                .findFirst();
        Function<Deployment, Optional<? extends Resource>> record = world -> world.items(Parts.RECORD_SETS).stream()
                .filter(it -> it.name().startsWith("acted."))
                .findFirst();
        Function<Deployment, Optional<? extends Resource>> alarm =
                world -> world.items(Parts.ALARMS).stream().findFirst();
        Function<Deployment, Optional<? extends Resource>> logs =
                world -> world.items(Parts.LOG_GROUPS).stream().findFirst();
        Function<Deployment, Optional<? extends Resource>> firewall =
                world -> world.items(Parts.SECURITY_GROUPS).stream()
                        .filter(it -> it.name().equals("chop-base"))
                        .findFirst();
        Function<Deployment, Optional<? extends Resource>> acl = world -> world.items(Parts.NETWORK_ACLS).stream()
                .filter(it -> it.name().equals("nacl-data"))
                .findFirst();
        return List.of(
                row(
                        "AuthorizeSecurityGroupIngress",
                        firewall,
                        "fromPort",
                        "8443",
                        "peer",
                        "192.0.2.0/24",
                        "description",
                        "by a test"),
                row("RevokeSecurityGroupIngress", firewall, "rule", "TCP 8443"),
                row("AuthorizeSecurityGroupEgress", firewall, "fromPort", "53", "peer", "192.0.2.0/24"),
                row("RevokeSecurityGroupEgress", firewall, "rule", "TCP 53"),
                row("CreateNetworkAclEntry", acl, "number", "90", "fromPort", "443", "cidr", "192.0.2.0/24"),
                row("ReplaceNetworkAclEntry", acl, "entry", "90", "fromPort", "444", "cidr", "192.0.2.0/24"),
                row("DeleteNetworkAclEntry", acl, "entry", "90"),
                row("CreateTag", free, "key", "owner", "value", "night shift"),
                row("DeleteTag", free, "key", "owner"),
                row("CreateVolumeSnapshot", volume, "description", "before the change"),
                row("CreateImage", free, "name", "ChOp-test", "noReboot", "true"),
                row("DisassociateAddress", address),
                row("AssociateAddress", address, "allowReassociation", "true"),
                row("RebootInstance", free),
                row("StopInstance", free),
                row("StartInstance", free),
                row("ResizeScalingGroup", group, "min", "1", "max", "5"),
                row("SuspendProcesses", group, "processes", "AZRebalance"),
                row("ResumeProcesses", group),
                row("EnterStandby", member),
                row("ExitStandby", member),
                row("StartInstanceRefresh", group).goingOn(),
                row("CancelInstanceRefresh", EveryActTest::refreshing).orRefused(),
                row("ModifyHealthCheck", targets, "intervalSeconds", "15"),
                row("DeregisterTarget", targets, "targetId", "AUTOChOp · i-"),
                row("RegisterTarget", targets, "targetId", SAME),
                row("ModifyRuleWeights", rule, "weights-0", "7"),
                row("CreateDatabaseSnapshot", database, "snapshotId", "before-test"),
                row(
                        "CopyDatabaseSnapshot",
                        own,
                        "region",
                        "us-west-2",
                        "targetId",
                        "copied",
                        "kmsKeyId",
                        "alias/aws/rds"),
                row("RestoreDatabaseSnapshot", automated, "id", "restored-one"),
                row("RestorePointInTime", database, "id", "restored-two"),
                row("DeleteDatabaseSnapshot", own).orRefused(),
                row("ModifyMaximumStorage", database, "gib", "1200"),
                row("ModifyBackupRetention", database, "days", "9", "now", "true"),
                row("RebootDatabase", database),
                row("ModifyDatabaseClass", database, "instanceClass", "db.r5.2xlarge", "now", "true"),
                row("StopDatabase", database),
                row("StartDatabase", database),
                row("ModifyAllocatedStorage", database, "gib", "260", "now", "true"),
                row("ModifyLifecycle", files, "toInfrequentAccess", "AFTER_30_DAYS"),
                row("ModifyThroughput", files, "mode", "provisioned", "provisionedMibps", "64"),
                row("ModifyBackupPolicy", files),
                row("DisableHealthCheck", check),
                row("EnableHealthCheck", check),
                row("UpsertRecord", zone, "name", "acted.checkop.co", "values", "192.0.2.7"),
                row("DeleteRecord", record),
                row("DisableAlarmActions", alarm),
                row("EnableAlarmActions", alarm),
                row("SetAlarmState", alarm),
                row("PutMetricAlarm", alarm, "threshold", "12.5"),
                row("DeleteAlarms", alarm),
                row("ModifyLogRetention", logs, "days", "90"));
    }

    private static Stream<DatabaseSnapshot> snapshots(Deployment world) {
        return world.items(Parts.DATABASE_SNAPSHOTS).stream();
    }

    /** Three minutes, because databases take their time even when it runs fast. */
    @Test
    @EnabledIfSystemProperty(
            named = "atalaya.everyOperation",
            matches = "true",
            disabledReason =
                    "SKIPPED, it takes three minutes: ./test -Dtest=EveryActTest -Datalaya.everyOperation=true")
    void everyOperationFromTheClickToItsVerdict() throws Exception {
        try (var console = onFx(() -> ActingConsole.fast(home, theme()))) {
            console.read();
            show(console.shell.root(), 1440, 900);
            doOnFx(console.shell::start);
            settle();
            console.scope.acting().arming().arm(java.time.Duration.ofHours(1));
            doOnFx(console.tick::tick);
            var told = new ArrayList<String>();
            var missed = new ArrayList<String>();
            for (var row : rows()) {
                var before = console.test.sandbox().requests().mutating();
                var end = through(console, row);
                told.add(row + ": " + end);
                var sent = console.test.sandbox().requests().mutating() - before;
                if (!end.startsWith("ok") || sent != 1) {
                    missed.add(row + ": " + end + ", requests that change something: " + sent);
                }
            }
            doOnFx(() -> console.model.show("activity"));
            doOnFx(console.tick::tick);
            settle();
            picture("activity-after");
            doOnFx(console.shell::close);
            assertThat(missed).as(String.join("\n", told)).isEmpty();
            assertThat(rows().stream().map(Row::key).map(it -> it.substring(it.lastIndexOf('.') + 1)))
                    .as("one row for each operation")
                    .containsAll(Arrays.stream(Operation.class.getPermittedSubclasses())
                            .map(Class::getSimpleName)
                            .toList());
        }
    }

    /** A group, once the refresh that was started before is seen. */
    private static Optional<? extends Resource> refreshing(Deployment deployment) {
        return deployment.items(Parts.SCALING_GROUPS).stream()
                .filter(group -> deployment.items(Parts.INSTANCE_REFRESHES).stream()
                        .anyMatch(each -> each.groupName().equals(group.name())
                                && Set.of("Pending", "InProgress").contains(each.status())))
                .findFirst();
    }

    /** Chooses, fills in and confirms; what came of it. */
    private String through(ActingConsole console, Row row) throws Exception {
        var found = console.await(row.on());
        if (found.isEmpty()) {
            return "nothing to act on";
        }
        if (!open(console, row.key(), found.get().ref())) {
            return "not offered on " + found.get().ref();
        }
        for (var each : row.fill().entrySet()) {
            fill(each.getKey(), each.getValue());
        }
        settle();
        doOnFx(() -> {
            var name = robot.lookup("#confirm-typed").<TextInputControl>query();
            if (name.getParent().isVisible()) {
                var asked = robot.lookup("#confirm-type").<Labeled>query().getText();
                name.setText(asked.substring("Type ".length(), asked.length() - " to confirm".length()));
            }
        });
        settle();
        var press = onFx(() -> robot.lookup("#confirm-press").<Button>query());
        if (onFx(press::isDisabled)) {
            var why = onFx(EveryActTest::visibleTexts);
            doOnFx(() -> robot.lookup("#confirm-close").<Button>query().fire());
            settle();
            return "cannot be confirmed: " + why;
        }
        doOnFx(press::fire);
        settle();
        if (onFx(() -> robot.lookup("#confirm-press")
                .tryQuery()
                .filter(it -> it == press && !press.isDisabled())
                .isPresent())) {
            doOnFx(press::fire); // time runs fast here: what it would do had changed, and was read again
            settle();
        }
        if (row.verdicts().isEmpty()) {
            return "ok, goes on";
        }
        RunningAct act = console.ended();
        var standing = act.standing();
        settle();
        return row.verdicts().contains(standing.verdict())
                ? "ok " + standing.verdict() + " " + standing.detail()
                : standing.verdict() + " " + standing.detail() + " " + standing.problem();
    }

    private boolean open(ActingConsole console, String key, ResourceRef on) throws Exception {
        return onFx(() -> {
            var offer = console.desk().on(on).stream()
                    .filter(it -> it.key().equals(key))
                    .findFirst();
            offer.ifPresent(it -> it.open().accept(console.shell.root()));
            return offer.isPresent();
        });
    }

    private void fill(String field, String value) throws Exception {
        doOnFx(() -> {
            Node control = robot.lookup("#act-" + field).query();
            switch (control) {
                case TextInputControl it -> it.setText(value);
                case CheckBox it -> it.setSelected(Boolean.parseBoolean(value));
                case ComboBox<?> it -> choose(it, value);
                case javafx.scene.layout.Pane it ->
                    it.getChildren().stream()
                            .map(CheckBox.class::cast)
                            .filter(box -> box.getText().equals(value))
                            .forEach(box -> box.setSelected(true));
                default -> throw new AssertionError(control);
            }
        });
    }

    private <T> void choose(ComboBox<T> box, String label) {
        var wanted = label.equals(SAME) ? chosen : label;
        box.getItems().stream()
                .filter(it -> box.getConverter().toString(it).contains(wanted))
                .findFirst()
                .ifPresentOrElse(
                        it -> {
                            box.setValue(it);
                            var id = INSTANCE_ID.matcher(box.getConverter().toString(it));
                            chosen = id.find() ? id.group() : chosen;
                        },
                        () -> {
                            throw new AssertionError(wanted + " among " + box.getItems());
                        });
    }

    private static String visibleTexts() {
        var texts = new ArrayList<String>();
        collect(stage().getScene().lookup("#confirm"), texts);
        return String.join(" | ", texts);
    }

    private static void collect(Node node, List<String> texts) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && labeled.getText().length() > 3) {
            texts.add(labeled.getText());
        } else if (node instanceof javafx.scene.Parent parent) {
            parent.getChildrenUnmodifiable().forEach(it -> collect(it, texts));
        }
    }
}
