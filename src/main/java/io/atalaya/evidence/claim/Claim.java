package io.atalaya.evidence.claim;

import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What can be claimed of a deployment, and the lists it is judged by: while one of these is not read, it does not pass. */
public enum Claim {
    /** "Data backup is automatically replicated in 2 availability zones". */
    BACKUPS_IN_TWO_ZONES(Backups::inTwoZones, Parts.DATABASES, Parts.DATABASE_CLUSTERS, Parts.DATABASE_BACKUPS),
    /** "Able by HTTPS". */
    HTTPS_ONLY(Encryption::httpsOnly, Reach.with(Parts.LISTENER_RULES)),
    /** "We have an audit trail". */
    AUDIT_TRAIL(AuditTrails::kept, Parts.AUDIT_TRAILS),
    /** "24x7 monitoring of the listed items". */
    MONITORED(
            Watching::alarmed,
            Parts.ALARMS,
            Parts.INSTANCES,
            Parts.SCALING_GROUPS,
            Parts.DATABASES,
            Parts.FILE_SYSTEMS,
            Parts.LOAD_BALANCERS),
    BACKUPS(Backups::made, Parts.DATABASES, Parts.DATABASE_CLUSTERS, Parts.FILE_SYSTEMS, Parts.FILE_POLICIES),
    DATABASE_STANDBY(Continuity::standby, Parts.DATABASES, Parts.DATABASE_CLUSTERS),
    TWO_ZONES(
            Continuity::twoZones,
            Parts.LOAD_BALANCERS,
            Parts.SCALING_GROUPS,
            Parts.TARGET_GROUPS,
            Parts.TARGETS,
            Parts.INSTANCES),
    ADMIN_PORTS_CLOSED(AdminPorts::closed, Reach.PARTS),
    CERTIFICATES_VALID(Encryption::certificates, List.of(Parts.CERTIFICATES, Parts.LISTENERS)),
    DATABASES_NOT_PUBLIC(Reach::databases, Reach.PARTS),
    ENCRYPTED_AT_REST(
            Encryption::atRest,
            Parts.DATABASES,
            Parts.DATABASE_CLUSTERS,
            Parts.DATABASE_SNAPSHOTS,
            Parts.CLUSTER_SNAPSHOTS,
            Parts.FILE_SYSTEMS,
            Parts.VOLUMES,
            Parts.VOLUME_SNAPSHOTS),
    FLOW_LOGS(Watching::flowLogs, Parts.FLOW_LOGS, Parts.VPCS, Parts.SUBNETS);

    private final Function<Known, List<Point>> rule;
    private final List<Part<?>> parts;

    Claim(Function<Known, List<Point>> rule, Part<?>... parts) {
        this(rule, List.of(parts));
    }

    Claim(Function<Known, List<Point>> rule, List<Part<?>> parts) {
        this.rule = rule;
        this.parts = parts;
    }

    /** As recipes name it: {@code backups-in-two-zones}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Everything that is looked at. */
    public List<Part<?>> parts() {
        return parts;
    }

    public Finding judge(Known known) {
        var points = new LinkedHashSet<>(Judging.unread(known.deployment(), parts));
        points.addAll(rule.apply(known));
        return new Finding(this, List.copyOf(points));
    }

    public static Optional<Claim> named(String id) {
        return Stream.of(values()).filter(it -> it.id().equals(id)).findFirst();
    }
}
