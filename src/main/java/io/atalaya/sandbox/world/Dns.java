package io.atalaya.sandbox.world;

import io.atalaya.sandbox.world.sim.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.services.route53.model.HealthCheck;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.Tag;

/** Hosted zones, their records in Route 53's order, and health checks. Ids are without {@code /hostedzone/}. */
public final class Dns {
    private final Table<HostedZone> zones = new Table<>(z -> z.id().replace("/hostedzone/", ""));
    private final Map<String, List<ResourceRecordSet>> records = new HashMap<>();
    private final Table<HealthCheck> healthChecks = new Table<>(HealthCheck::id);
    private final Map<String, List<Tag>> tags = new HashMap<>();
    private final Map<String, Function<Instant, String>> reports = new HashMap<>();
    private Predicate<Instant> site = t -> true;

    public Table<HostedZone> zones() {
        return zones;
    }

    /** The record sets of a zone, ordered by reversed name and type. */
    public Map<String, List<ResourceRecordSet>> records() {
        return records;
    }

    public Table<HealthCheck> healthChecks() {
        return healthChecks;
    }

    /** Says when the site answers those who check it from outside; the standard is always. */
    public void answersWhen(Predicate<Instant> when) {
        site = when;
    }

    /** Whether the site answers at that moment. */
    public boolean answers(Instant now) {
        return site.test(now);
    }

    /**
     * Says what the checkers of one health check report, in their words; the standard follows {@link #answers}.
     *
     * @param report e.g. {@code Success: HTTP Status Code 301, Moved Permanently}
     */
    public void reports(String healthCheckId, Function<Instant, String> report) {
        reports.put(healthCheckId, report);
    }

    /** What a checker reports that looked at that moment. */
    public String report(String healthCheckId, Instant at) {
        Function<Instant, String> own = reports.get(healthCheckId);
        return own != null
                ? own.apply(at)
                : answers(at)
                        ? "Success: HTTP Status Code 200, OK"
                        : "Failure: HTTP Status Code 503, Service Unavailable. Resolved IP: 203.0.113.31.";
    }

    /** By zone or health check id. */
    public Map<String, List<Tag>> tags() {
        return tags;
    }
}
