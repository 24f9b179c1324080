package io.atalaya.operate.act;

import io.atalaya.deployment.RecordSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The routing policy of a record set, from the words in which the model has it. Geolocation, geoproximity and IP-based routing
 * cannot be written back from there without losing something: refused.
 */
final class Routing {
    private static final Pattern WEIGHTED = Pattern.compile("weighted (25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])");
    private static final Pattern FAILOVER = Pattern.compile("failover (PRIMARY|SECONDARY)");
    private static final Pattern LATENCY = Pattern.compile("latency [a-z0-9-]+");

    private Routing() {}

    static void check(String routing, @Nullable String setIdentifier) {
        if (routing.equals("simple")) {
            Input.require(setIdentifier == null, "operate.input.setIdentifierSimple");
            return;
        }
        Input.require(
                routing.equals("multivalue")
                        || WEIGHTED.matcher(routing).matches()
                        || FAILOVER.matcher(routing).matches()
                        || LATENCY.matcher(routing).matches(),
                "operate.input.routing",
                routing);
        Input.require(setIdentifier != null, "operate.input.setIdentifier");
    }

    /** A record set in the words of ChangeResourceRecordSets. */
    static Structure sent(RecordSet set) {
        var words = set.routing().split(" ", 2);
        var argument = words.length == 2 ? words[1] : null;
        var policy = words[0];
        var alias = set.alias();
        var ttl = set.ttlSeconds();
        return new Structure()
                .with("Name", set.name())
                .with("Type", set.recordType())
                .with("SetIdentifier", set.setIdentifier())
                .with("Weight", policy.equals("weighted") && argument != null ? Integer.valueOf(argument) : null)
                .with("Region", policy.equals("latency") ? argument : null)
                .with("Failover", policy.equals("failover") ? argument : null)
                .with("MultiValueAnswer", policy.equals("multivalue") ? true : null)
                .with("TTL", ttl == null ? null : Math.toIntExact(ttl))
                .with(
                        "ResourceRecords",
                        alias != null
                                ? null
                                : set.values().stream()
                                        .map(it -> new Structure()
                                                .with("Value", it)
                                                .map())
                                        .toList())
                .with(
                        "AliasTarget",
                        alias == null
                                ? null
                                : new Structure()
                                        .with("HostedZoneId", alias.hostedZoneId())
                                        .with("DNSName", alias.dnsName())
                                        .with("EvaluateTargetHealth", alias.evaluatesHealth())
                                        .map())
                .with("HealthCheckId", set.healthCheckId());
    }

    static AwsRequest change(String action, RecordSet set) {
        var change = new Structure()
                .with("Action", action)
                .with("ResourceRecordSet", sent(set).map());
        return AwsRequest.of(Service.ROUTE_53, "ChangeResourceRecordSets")
                .with("HostedZoneId", set.hostedZoneId())
                .with(
                        "ChangeBatch",
                        new Structure()
                                .with("Changes", java.util.List.of(change.map()))
                                .map());
    }
}
