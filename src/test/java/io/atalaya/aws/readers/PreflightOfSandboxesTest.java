package io.atalaya.aws.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.operate.act.AlarmDefinition;
import io.atalaya.operate.act.BadInputException;
import io.atalaya.operate.act.CreateDatabaseSnapshot;
import io.atalaya.operate.act.CreateImage;
import io.atalaya.operate.act.CreateTag;
import io.atalaya.operate.act.CreateVolumeSnapshot;
import io.atalaya.operate.act.DeleteAlarms;
import io.atalaya.operate.act.DeleteDatabaseSnapshot;
import io.atalaya.operate.act.DeleteRecord;
import io.atalaya.operate.act.DeregisterTarget;
import io.atalaya.operate.act.DisableAlarmActions;
import io.atalaya.operate.act.DisableHealthCheck;
import io.atalaya.operate.act.DisassociateAddress;
import io.atalaya.operate.act.EnterStandby;
import io.atalaya.operate.act.ModifyAllocatedStorage;
import io.atalaya.operate.act.ModifyBackupPolicy;
import io.atalaya.operate.act.ModifyBackupRetention;
import io.atalaya.operate.act.ModifyLogRetention;
import io.atalaya.operate.act.ModifyThroughput;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.RebootDatabase;
import io.atalaya.operate.act.RebootInstance;
import io.atalaya.operate.act.ResizeScalingGroup;
import io.atalaya.operate.act.StartInstanceRefresh;
import io.atalaya.operate.act.StopDatabase;
import io.atalaya.operate.act.StopInstance;
import io.atalaya.operate.preflight.Consequence;
import io.atalaya.operate.preflight.Preflight;
import io.atalaya.operate.preflight.Preflights;
import io.atalaya.operate.preflight.Severity;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every act on everything that the sandboxes have, judged by what was read over the wire. */
class PreflightOfSandboxesTest {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("io.atalaya.operate.operate", Locale.ROOT);

    @ParameterizedTest
    @ValueSource(strings = {"checkop", "citsmart", "hostile"})
    void whateverThereIsCanBeJudged(String sandbox) {
        try (var wire = new Wire(PageSize.LARGEST, Duration.ofSeconds(20), sandbox).readAll()) {
            var acts = acts(wire.deployment());
            assertThat(acts).hasSizeGreaterThan(30);
            for (var act : acts) {
                var preflight = judged(act, wire);
                assertThat(preflight.unknown()).as(act.toString()).isEmpty();
                assertThat(preflight.consequences()).as(act.toString()).isNotEmpty();
                for (var each : preflight.consequences()) {
                    assertThat(said(each)).isNotBlank();
                    assertThat(each.key()).as(act.toString()).doesNotEndWith(".gone");
                }
            }
        }
    }

    @Test
    void theServersOfCheckop() {
        try (var wire = new Wire(PageSize.LARGEST).readAll()) {
            var group = wire.items(Parts.SCALING_GROUPS).getFirst();
            var member = group.members().getFirst();
            var stop = judged(new StopInstance(member.instanceId()), wire);
            assertThat(stop.consequences().getFirst().severity()).isEqualTo(Severity.DANGER);
            assertThat(stop.consequences())
                    .extracting(Consequence::key)
                    .contains("operate.preflight.replaced", "operate.preflight.zoneEmpty", "operate.preflight.stops");
            assertThat(stop.consequences())
                    .extracting(Consequence::offer)
                    .contains(new EnterStandby(group.name(), member.instanceId(), group.desired() - 1 >= group.min()));
        }
    }

    private static Preflight judged(Operation act, Wire wire) {
        return Preflights.of(act, wire.deployment(), wire.time.instant(), false, false);
    }

    private static String said(Consequence it) {
        return new MessageFormat(TEXTS.getString(it.key()), Locale.ROOT)
                .format(it.arguments().toArray());
    }

    private static List<Operation> acts(Deployment d) {
        var acts = new ArrayList<Operation>();
        for (var it : d.items(Parts.INSTANCES)) {
            add(acts, () -> new StopInstance(it.id()));
            add(acts, () -> new RebootInstance(it.id()));
            add(acts, () -> new CreateImage(it.id(), "an-image", null, false));
            add(acts, () -> new CreateTag(it.ref(), "owner", "maria"));
        }
        d.items(Parts.VOLUMES).forEach(it -> add(acts, () -> new CreateVolumeSnapshot(it.id(), null)));
        d.items(Parts.ELASTIC_IPS)
                .forEach(it -> add(acts, () -> new DisassociateAddress(it.id(), String.valueOf(it.associationId()))));
        for (var it : d.items(Parts.SCALING_GROUPS)) {
            add(acts, () -> new ResizeScalingGroup(it.name(), 0, 0, it.max()));
            add(acts, () -> new StartInstanceRefresh(it.name(), 90, null, false));
            it.members().forEach(member -> add(acts, () -> new EnterStandby(it.name(), member.instanceId(), true)));
        }
        d.items(Parts.TARGETS).stream()
                .filter(it -> it.targetGroupArn().contains(":targetgroup/"))
                .forEach(it -> add(acts, () -> new DeregisterTarget(it.targetGroupArn(), it.targetId(), it.port())));
        for (var it : d.items(Parts.DATABASES)) {
            add(acts, () -> new RebootDatabase(it.id(), true));
            add(acts, () -> new StopDatabase(it.id()));
            add(acts, () -> new ModifyAllocatedStorage(it.id(), it.allocatedGib() * 2, true));
            add(acts, () -> new ModifyBackupRetention(it.id(), 1, false));
            add(acts, () -> new CreateDatabaseSnapshot(it.id(), "today"));
        }
        d.items(Parts.DATABASE_SNAPSHOTS).forEach(it -> add(acts, () -> new DeleteDatabaseSnapshot(it.id())));
        for (var it : d.items(Parts.FILE_SYSTEMS)) {
            add(acts, () -> new ModifyThroughput(it.id(), "elastic", null));
            add(acts, () -> new ModifyBackupPolicy(it.id(), false));
        }
        d.items(Parts.RECORD_SETS).forEach(it -> add(acts, () -> new DeleteRecord(it)));
        d.items(Parts.HEALTH_CHECKS).forEach(it -> add(acts, () -> new DisableHealthCheck(it.id())));
        d.items(Parts.ALARMS).forEach(it -> add(acts, () -> new DisableAlarmActions(it.arn(), it.name())));
        d.items(Parts.ALARMS)
                .forEach(it -> add(
                        acts,
                        () -> new DeleteAlarms(
                                it.arn(), it.name(), AlarmDefinition.of(it).orElse(null))));
        d.items(Parts.LOG_GROUPS).forEach(it -> add(acts, () -> new ModifyLogRetention(it.name(), 1)));
        return acts;
    }

    private static void add(List<Operation> acts, Supplier<Operation> act) {
        try {
            acts.add(act.get());
        } catch (BadInputException hostile) {
            assertThat(hostile.key()).startsWith("operate.input.");
        }
    }
}
