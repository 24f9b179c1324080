package io.atalaya.deployment.databases;

import static io.atalaya.deployment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.AutomatedBackup;
import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.ClusterMember;
import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseAuthority;
import io.atalaya.deployment.DatabaseCluster;
import io.atalaya.deployment.DatabaseEvent;
import io.atalaya.deployment.DatabaseParameter;
import io.atalaya.deployment.DatabaseSettings;
import io.atalaya.deployment.DatabaseSketch;
import io.atalaya.deployment.DatabaseSnapshot;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ParameterGroupUse;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.PendingMaintenance;
import io.atalaya.deployment.ReplicationStatus;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DatabaseViewsTest {
    private static final String ID = "dbprogressus";
    private static final String CA = "rds-ca-rsa2048-g1";

    private static DatabaseView one(Deployment deployment) {
        return DatabaseViews.of(deployment, Map.of(), Map.of(), NOW).getFirst();
    }

    private static Deployment checkop(Database database) {
        return CheckopSample.with(CheckopSample.healthy(), Parts.DATABASES, 30, List.of(database));
    }

    private static Database settings(String parameterStatus, ReplicationStatus... replication) {
        return DatabaseSketch.database(
                ID,
                it -> it.settings = new DatabaseSettings(
                        "db-1",
                        3000,
                        125,
                        "key",
                        List.of(new ParameterGroupUse("group", parameterStatus)),
                        CA,
                        "09:00-09:30",
                        "sun:07:30-sun:08:00",
                        false,
                        "data",
                        List.of("us-east-1a", "us-east-1d"),
                        List.of(replication)));
    }

    private static DatabaseSnapshot snapshot(String id, String type, String status, Duration ago) {
        return new DatabaseSnapshot(
                id,
                "arn:aws:rds:us-east-1:111122223333:snapshot:" + id,
                ID,
                type,
                status,
                100,
                NOW.minus(ago),
                217,
                "mysql",
                true,
                "us-east-1a");
    }

    private static DatabaseEvent event(Duration ago, String category, String message) {
        return new DatabaseEvent(ID, "db-instance", NOW.minus(ago), List.of(category), message);
    }

    private static Deployment events(String status, DatabaseEvent... events) {
        var deployment = checkop(Sample.database(ID, status));
        deployment = CheckopSample.with(deployment, Parts.DATABASE_SNAPSHOTS, 60, List.of());
        return CheckopSample.with(deployment, Parts.DATABASE_EVENTS, 60, List.of(events));
    }

    @Test
    void figuresOfTheHour() {
        var view = one(CheckopSample.healthy());
        assertThat(view.figure(Figure.Kind.CONNECTIONS)).isNotNull();
        assertThat(view.figure(Figure.Kind.MEMORY))
                .satisfies(it -> assertThat(it.value()).isNull());
        assertThat(view.figure(Figure.Kind.BURST_BALANCE)).isNull();
        assertThat(view.storage().usedGib()).isBetween(155.5, 155.7);
        assertThat(view.storage().growth())
                .satisfies(it -> assertThat(it.pace()).isEqualTo(Growth.Pace.ROUGH));
    }

    @Test
    void howManyMayConnectAndWhoSaysSo() {
        assertThat(one(CheckopSample.healthy()).limit())
                .isEqualTo(new ConnectionLimit(
                        2730, ConnectionLimit.Basis.DEFAULT, null, "{DBInstanceClassMemory/12582880}"));
        var deployment = checkop(settings("in-sync"));
        assertThat(one(parameter(deployment, "500")).limit())
                .isEqualTo(new ConnectionLimit(500, ConnectionLimit.Basis.SET, "group", null));
        assertThat(one(parameter(deployment, "{DBInstanceClassMemory/25165760}"))
                        .limit())
                .isEqualTo(new ConnectionLimit(
                        1365, ConnectionLimit.Basis.FORMULA, "group", "{DBInstanceClassMemory/25165760}"));
        var unknown = CheckopSample.with(deployment, Parts.INSTANCE_TYPES, 60, List.of());
        assertThat(one(unknown).limit()).isNull();
    }

    private static Deployment parameter(Deployment deployment, String value) {
        return CheckopSample.with(
                deployment,
                Parts.DATABASE_PARAMETERS,
                300,
                List.of(new DatabaseParameter("group", "max_connections", value, "user", "dynamic")));
    }

    @Test
    void sinceWhenByAnEvent() {
        var view = one(events(
                "available",
                event(Duration.ofMinutes(4), "availability", "DB instance restarted"),
                event(Duration.ofMinutes(5), "availability", "DB instance shutdown")));
        assertThat(view.since()).isEqualTo(new StatusSince(NOW.minus(Duration.ofMinutes(4)), StatusSince.Basis.EVENT));
    }

    @Test
    void anEventOfAnotherStatusSaysNothing() {
        var deployment = events("available", event(Duration.ofMinutes(5), "availability", "DB instance shutdown"));
        var ref = Sample.database(ID, "available").ref();
        assertThat(one(deployment).since()).isNull();
        var look = NOW.minusSeconds(600);
        assertThat(DatabaseViews.of(deployment, Map.of(), Map.of(ref, look), NOW)
                        .getFirst()
                        .since())
                .isEqualTo(new StatusSince(look, StatusSince.Basis.FIRST_LOOK));
        var seen = NOW.minusSeconds(60);
        assertThat(DatabaseViews.of(deployment, Map.of(ref, seen), Map.of(ref, look), NOW)
                        .getFirst()
                        .since())
                .isEqualTo(new StatusSince(seen, StatusSince.Basis.SEEN));
    }

    @Test
    void aSnapshotTakenByHandMakesTheLastEventSayNothing() {
        var deployment = events("available", event(Duration.ofHours(10), "backup", "Finished DB instance backup"));
        assertThat(one(deployment).since()).isNotNull();
        assertThat(one(CheckopSample.with(
                                deployment,
                                Parts.DATABASE_SNAPSHOTS,
                                60,
                                List.of(snapshot("by-hand", "manual", "creating", Duration.ofHours(2)))))
                        .since())
                .isNull();
    }

    @Test
    void failoversAndHowLongTheyTook() {
        var view = one(events(
                "rebooting",
                event(Duration.ofSeconds(20), "failover", "Multi-AZ instance failover started."),
                event(Duration.ofDays(3).minusSeconds(74), "failover", "Multi-AZ instance failover completed"),
                event(Duration.ofDays(3), "failover", "Multi-AZ instance failover started."),
                event(Duration.ofDays(5), "backup", "Finished DB instance backup")));
        assertThat(view.failovers()).hasSize(2);
        assertThat(view.failovers().getFirst().took()).isNull();
        assertThat(view.failovers().getLast().took()).isEqualTo(Duration.ofSeconds(74));
        assertThat(view.since()).isEqualTo(new StatusSince(NOW.minusSeconds(20), StatusSince.Basis.EVENT));
    }

    @Test
    void theLastBackupIsTheNewestThatIsDone() {
        var view = one(CheckopSample.with(
                CheckopSample.healthy(),
                Parts.DATABASE_SNAPSHOTS,
                60,
                List.of(
                        snapshot("rds:night", "automated", "available", Duration.ofHours(10)),
                        snapshot("pre", "manual", "creating", Duration.ofHours(2)),
                        snapshot("broken", "manual", "failed", Duration.ofHours(1)),
                        snapshot("old", "manual", "available", Duration.ofDays(54)))));
        assertThat(view.backup()).satisfies(it -> assertThat(it.snapshot().id()).isEqualTo("rds:night"));
        assertThat(view.snapshots())
                .extracting(it -> it.snapshot().id())
                .containsExactly("broken", "pre", "rds:night", "old");
        assertThat(view.snapshots().get(2).keptUntil())
                .isEqualTo(NOW.minus(Duration.ofHours(10)).plus(Duration.ofDays(7)));
        assertThat(view.snapshots().get(3).kept()).isEqualTo(SnapshotUse.Kept.FOREVER);
        assertThat(view.zones()).containsExactly("us-east-1a");
    }

    @Test
    void aCopyElsewhereIsNeverInvented() {
        var night = snapshot("rds:night", "automated", "available", Duration.ofHours(10));
        var deployment = CheckopSample.with(CheckopSample.healthy(), Parts.DATABASE_SNAPSHOTS, 60, List.of(night));
        assertThat(one(deployment).snapshots().getFirst().elsewhere()).isEqualTo(new SnapshotUse.Elsewhere.NotKnown());
        assertThat(one(deployment).restorable())
                .satisfies(window -> assertThat(window.regions()).isNull());
        assertThat(one(backups(deployment, "arn:aws:rds:us-west-2:111122223333:auto-backup:ab-1"))
                        .snapshots()
                        .getFirst()
                        .elsewhere())
                .isEqualTo(new SnapshotUse.Elsewhere.Replicated(List.of("us-west-2")));
        assertThat(one(backups(deployment)).restorable())
                .isEqualTo(new Restorable(NOW.minus(Duration.ofDays(7)), NOW, List.of()));
    }

    private static Deployment backups(Deployment deployment, String... replicated) {
        return CheckopSample.with(
                deployment,
                Parts.DATABASE_BACKUPS,
                300,
                List.of(new AutomatedBackup(
                        ID,
                        "arn:aws:rds:us-east-1:111122223333:auto-backup:ab-0",
                        "active",
                        NOW.minus(Duration.ofDays(7)),
                        NOW,
                        7,
                        true,
                        "us-east-1",
                        List.of(replicated))));
    }

    @Test
    void aCopyTellsWhereItsOriginalIs() {
        var copy = new DatabaseSnapshot(
                "copia",
                "arn:aws:rds:us-east-1:111122223333:snapshot:copia",
                ID,
                "manual",
                "available",
                100,
                NOW.minus(Duration.ofHours(1)),
                217,
                "mysql",
                true,
                "us-east-1a",
                "8.0.39",
                NOW.minus(Duration.ofHours(9)),
                "arn:aws:rds:sa-east-1:111122223333:snapshot:rds:night");
        var deployment = CheckopSample.with(CheckopSample.healthy(), Parts.DATABASE_SNAPSHOTS, 60, List.of(copy));
        assertThat(DatabaseViews.snapshots(deployment).getFirst().elsewhere())
                .isEqualTo(new SnapshotUse.Elsewhere.CopyFrom("sa-east-1"));
    }

    @Test
    void whatIsCalledOut() {
        var well = settings("in-sync");
        assertThat(kinds(well, null)).containsExactly(Caution.Kind.SINGLE_ZONE);
        assertThat(kinds(settings("pending-reboot"), null))
                .containsExactlyInAnyOrder(Caution.Kind.SINGLE_ZONE, Caution.Kind.PARAMETERS_PENDING);
        assertThat(kinds(well, NOW.plus(Duration.ofDays(179))))
                .containsExactlyInAnyOrder(Caution.Kind.AUTHORITY_ENDS, Caution.Kind.SINGLE_ZONE);
        assertThat(kinds(well, NOW.plus(Duration.ofDays(181)))).containsExactly(Caution.Kind.SINGLE_ZONE);
        assertThat(kinds(settings("in-sync", new ReplicationStatus("error", false, "Got fatal error 1236")), null))
                .startsWith(Caution.Kind.REPLICATION_BROKEN);
    }

    private static List<Caution.Kind> kinds(Database database, @Nullable Instant authorityUntil) {
        var deployment = CheckopSample.with(
                checkop(database),
                Parts.DATABASE_AUTHORITIES,
                300,
                List.of(new DatabaseAuthority(CA, null, authorityUntil)));
        return one(deployment).cautions().stream().map(Caution::kind).toList();
    }

    @Test
    void anOpenAndUnprotectedOneIsCalledThat() {
        var open = DatabaseSketch.database(ID, it -> {
            it.encrypted = false;
            it.publiclyAccessible = true;
            it.deletionProtection = false;
            it.backupRetentionDays = 0;
            it.caCertificateValidUntil = NOW.minusSeconds(1);
        });
        assertThat(one(checkop(open)).cautions())
                .extracting(Caution::kind)
                .containsExactlyInAnyOrder(
                        Caution.Kind.CERTIFICATE_ENDS,
                        Caution.Kind.NO_BACKUPS,
                        Caution.Kind.PUBLIC,
                        Caution.Kind.SINGLE_ZONE,
                        Caution.Kind.NOT_PROTECTED,
                        Caution.Kind.NOT_ENCRYPTED);
        assertThat(one(checkop(open)).cautions().getFirst().state()).isEqualTo(State.FAILED);
    }

    @Test
    void aClusterAndItsMembers() {
        var writer = DatabaseSketch.member("ledger-1", "ledger");
        var reader = DatabaseSketch.member("ledger-2", "ledger");
        var deployment = CheckopSample.with(
                CheckopSample.healthy(),
                Parts.DATABASES,
                30,
                List.of(reader, Sample.database("alone", "available"), writer));
        assertThat(DatabaseViews.of(deployment, Map.of(), Map.of(), NOW))
                .extracting(view -> view.database().id() + " " + view.role().kind())
                .containsExactly("alone INSTANCE", "ledger-1 MEMBER", "ledger-2 MEMBER");
        deployment = CheckopSample.with(deployment, Parts.DATABASE_CLUSTERS, 30, List.of(cluster()));
        var views = DatabaseViews.of(deployment, Map.of(), Map.of(), NOW);
        assertThat(views)
                .extracting(view -> view.database().id() + " " + view.role().kind())
                .containsExactly("alone INSTANCE", "ledger-2 WRITER", "ledger-1 READER");
        var one = views.get(1);
        assertThat(one.hasStandby()).isTrue();
        assertThat(one.storage().shared()).isTrue();
        assertThat(one.cautions()).isEmpty();
        assertThat(one.restorable()).isEqualTo(new Restorable(NOW.minusSeconds(9000), NOW, null));
        assertThat(one.zones()).hasSize(3);
    }

    private static DatabaseCluster cluster() {
        return new DatabaseCluster(
                "ledger",
                "arn:ledger",
                "aurora-postgresql",
                "16.4",
                "available",
                "host",
                null,
                5432,
                true,
                List.of("us-east-1a", "us-east-1b", "us-east-1c"),
                List.of(
                        new ClusterMember("ledger-1", false, "in-sync", 1),
                        new ClusterMember("ledger-2", true, "in-sync", 0)),
                1,
                true,
                true,
                7,
                NOW.minusSeconds(9000),
                NOW,
                null,
                null,
                null,
                null,
                List.of(),
                Map.of());
    }

    @Test
    void maintenanceOfTheDatabaseTheNextFirst() {
        var arn = Sample.database(ID, "available").arn();
        var deployment = CheckopSample.with(
                CheckopSample.healthy(),
                Parts.DATABASE_MAINTENANCE,
                300,
                List.of(
                        new PendingMaintenance(arn, "db-upgrade", null, null, null, null, null),
                        new PendingMaintenance(arn, "system-update", null, null, null, NOW, null),
                        new PendingMaintenance("arn:other", "system-update", null, null, null, NOW, null)));
        assertThat(one(deployment).maintenance())
                .extracting(PendingMaintenance::action)
                .containsExactly("system-update", "db-upgrade");
    }
}
