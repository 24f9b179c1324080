package io.atalaya.deployment.overview;

import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.Database;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Databases that do not serve, or would not survive a bad day. */
final class DatabaseRule implements Rule {
    /** While it is so, nobody is connected; it passes by itself. */
    private static final Set<String> SILENT = Set.of("rebooting", "starting", "stopping", "failing-over");

    private static final Duration EXPIRES_SOON = Duration.ofDays(90);

    @Override
    public Stream<Finding> find(Situation situation) {
        return situation.items(Parts.DATABASES).stream().flatMap(database -> Stream.of(
                        status(database),
                        certificate(database, situation.now()),
                        singleZone(database),
                        when(database.publiclyAccessible(), FindingKind.DATABASE_PUBLIC, database),
                        when(
                                database.backupRetentionDays() == 0 && database.replicaOf() == null,
                                FindingKind.DATABASE_NO_BACKUP,
                                database))
                .flatMap(each -> each));
    }

    private static Stream<Finding> status(Database database) {
        var state = Conditions.of(database).state();
        if (SILENT.contains(database.status())) {
            return Stream.of(
                    finding(FindingKind.DATABASE_INTERRUPTED, Urgency.DEGRADED, database, null, database.status()));
        }
        return state == State.HEALTHY || state == State.CHANGING
                ? Stream.empty()
                : Stream.of(finding(FindingKind.DATABASE_STATUS, Urgency.of(state), database, null, database.status()));
    }

    private static Stream<Finding> certificate(Database database, Instant now) {
        var until = database.caCertificateValidUntil();
        if (until == null || until.isAfter(now.plus(EXPIRES_SOON))) {
            return Stream.empty();
        }
        return Stream.of(finding(
                FindingKind.CERTIFICATE_AUTHORITY_EXPIRING,
                until.isAfter(now) ? Urgency.DEGRADED : Urgency.FAILED,
                database,
                null,
                until));
    }

    /** Replicas and cluster members survive the loss of a zone by other means. */
    private static Stream<Finding> singleZone(Database database) {
        return database.multiAz() || database.replicaOf() != null || database.clusterId() != null
                ? Stream.empty()
                : Stream.of(finding(
                        FindingKind.DATABASE_SINGLE_ZONE,
                        Urgency.NOTE,
                        database,
                        null,
                        database.zone() == null ? "-" : database.zone()));
    }

    private static Stream<Finding> when(boolean so, FindingKind kind, Database database) {
        return so ? Stream.of(finding(kind, Urgency.DEGRADED, database, null)) : Stream.empty();
    }

    private static Finding finding(
            FindingKind kind, Urgency urgency, Database database, @Nullable Instant since, Object... more) {
        return new Finding(
                kind,
                urgency,
                database.ref(),
                Parts.DATABASES,
                since,
                Stream.concat(Stream.of((Object) database.id()), Stream.of(more))
                        .toList());
    }
}
