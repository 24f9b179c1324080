package io.atalaya.evidence.claim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What can be claimed of a deployment. */
public enum Claim {
    /** "Data backup is automatically replicated in 2 availability zones". */
    BACKUPS_IN_TWO_ZONES(Continuity::backupsInTwoZones),
    /** "Able by HTTPS". */
    HTTPS_ONLY(Boundary::httpsOnly),
    /** "We have an audit trail". */
    AUDIT_TRAIL(Watching::auditTrail),
    /** "24x7 monitoring of the listed items". */
    MONITORED(Watching::alarmed),
    BACKUPS(Continuity::backups),
    DATABASE_STANDBY(Continuity::standby),
    TWO_ZONES(Continuity::twoZones),
    ADMIN_PORTS_CLOSED(Boundary::adminPorts),
    CERTIFICATES_VALID(Boundary::certificates),
    DATABASES_NOT_PUBLIC(Boundary::databasesNotPublic),
    ENCRYPTED_AT_REST(Boundary::encrypted),
    FLOW_LOGS(Watching::flowLogs);

    private final Function<Known, List<Point>> rule;

    Claim(Function<Known, List<Point>> rule) {
        this.rule = rule;
    }

    /** As recipes name it: {@code backups-in-two-zones}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Finding judge(Known known) {
        return new Finding(this, rule.apply(known));
    }

    public static Optional<Claim> named(String id) {
        return Stream.of(values()).filter(it -> it.id().equals(id)).findFirst();
    }
}
