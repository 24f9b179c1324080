package io.atalaya.deployment.databases;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseAuthority;
import io.atalaya.deployment.DatabaseCluster;
import io.atalaya.deployment.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to call out of a database, the worst first. */
final class Cautions {
    private static final Duration STORAGE_SOON = Duration.ofDays(14);
    private static final Duration STORAGE_NOW = Duration.ofDays(1);
    private static final Duration CERTIFICATE_SOON = Duration.ofDays(30);
    /** Clients have to be taught a new authority, which takes months. */
    private static final Duration AUTHORITY_SOON = Duration.ofDays(180);

    private static final double MANY_CONNECTIONS = 0.85;

    private final Database database;
    private final Instant now;
    private final List<Caution> found = new ArrayList<>();

    private Cautions(Database database, Instant now) {
        this.database = database;
        this.now = now;
    }

    static List<Caution> of(
            Database database,
            @Nullable DatabaseCluster cluster,
            StorageOutlook storage,
            @Nullable Double connections,
            @Nullable ConnectionLimit limit,
            @Nullable Restorable restorable,
            @Nullable DatabaseAuthority authority,
            Instant now) {
        var cautions = new Cautions(database, now);
        cautions.storage(storage);
        cautions.replication();
        cautions.certificates(authority);
        cautions.backups(restorable);
        cautions.connections(connections, limit);
        cautions.settings(cluster);
        cautions.found.sort(Comparator.comparing(Caution::state).reversed());
        return List.copyOf(cautions.found);
    }

    private void storage(StorageOutlook storage) {
        if (storage.full() || database.status().equals("storage-full")) {
            add(Caution.Kind.STORAGE_FULL, State.FAILED);
            return;
        }
        var full = storage.untilFull().filter(left -> left.compareTo(STORAGE_SOON) < 0);
        full.ifPresent(left ->
                add(Caution.Kind.STORAGE_ENDS, left.compareTo(STORAGE_NOW) < 0 ? State.FAILED : State.DEGRADED, left));
    }

    private void replication() {
        database.settings().replication().stream()
                .filter(each -> !each.normal())
                .findFirst()
                .ifPresent(each -> add(
                        Caution.Kind.REPLICATION_BROKEN,
                        State.FAILED,
                        each.message() == null ? each.status() : each.message()));
    }

    private void certificates(@Nullable DatabaseAuthority authority) {
        ends(Caution.Kind.CERTIFICATE_ENDS, database.caCertificateValidUntil(), CERTIFICATE_SOON);
        if (authority != null && authority.validUntil() != null && isNear(authority.validUntil(), AUTHORITY_SOON)) {
            add(
                    Caution.Kind.AUTHORITY_ENDS,
                    authority.validUntil().isAfter(now) ? State.DEGRADED : State.FAILED,
                    authority.id(),
                    authority.validUntil());
        }
    }

    private void ends(Caution.Kind kind, @Nullable Instant until, Duration soon) {
        if (until != null && isNear(until, soon)) {
            add(kind, until.isAfter(now) ? State.DEGRADED : State.FAILED, until);
        }
    }

    private boolean isNear(Instant until, Duration soon) {
        return until.isBefore(now.plus(soon));
    }

    private void backups(@Nullable Restorable restorable) {
        if (database.replicaOf() != null || database.clusterId() != null) {
            return;
        }
        if (database.backupRetentionDays() == 0) {
            add(Caution.Kind.NO_BACKUPS, State.DEGRADED);
        } else if (restorable != null && restorable.to() != null && restorable.isLate(now)) {
            add(Caution.Kind.RESTORE_LATE, State.DEGRADED, restorable.to());
        }
    }

    private void connections(@Nullable Double open, @Nullable ConnectionLimit limit) {
        if (open != null && limit != null && open > MANY_CONNECTIONS * limit.value()) {
            add(Caution.Kind.CONNECTIONS_NEAR_LIMIT, State.DEGRADED, Math.round(open), limit.value());
        }
    }

    private void settings(@Nullable DatabaseCluster cluster) {
        when(database.publiclyAccessible(), Caution.Kind.PUBLIC);
        when(
                !database.multiAz() && database.replicaOf() == null && database.clusterId() == null,
                Caution.Kind.SINGLE_ZONE);
        when(
                cluster == null ? !database.deletionProtection() : !cluster.deletionProtection(),
                Caution.Kind.NOT_PROTECTED);
        when(!database.encrypted(), Caution.Kind.NOT_ENCRYPTED);
        database.settings().parameterGroups().stream()
                .filter(each -> each.status().equals("pending-reboot"))
                .findFirst()
                .ifPresent(each -> add(Caution.Kind.PARAMETERS_PENDING, State.DEGRADED, each.name()));
    }

    private void when(boolean so, Caution.Kind kind) {
        if (so) {
            add(kind, State.DEGRADED);
        }
    }

    private void add(Caution.Kind kind, State state, Object... arguments) {
        found.add(new Caution(kind, state, List.of(arguments)));
    }
}
