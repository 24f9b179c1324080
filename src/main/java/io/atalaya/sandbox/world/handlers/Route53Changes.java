package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.UpdateHealthCheckRequest;
import software.amazon.awssdk.services.route53.model.UpdateHealthCheckResponse;

/** Changes of records, all of a batch or none, and of health checks. */
final class Route53Changes {
    private static final Comparator<ResourceRecordSet> ORDER = Comparator.comparing(
                    (ResourceRecordSet s) -> reversed(s.name()))
            .thenComparing(ResourceRecordSet::typeAsString)
            .thenComparing(s -> s.setIdentifier() == null ? "" : s.setIdentifier());

    private Route53Changes() {}

    static void register(Operations route53) {
        route53.on(
                        "ChangeResourceRecordSets",
                        ChangeResourceRecordSetsRequest.class,
                        ChangeResourceRecordSetsResponse.class,
                        Route53Changes::records)
                .on(
                        "UpdateHealthCheck",
                        UpdateHealthCheckRequest.class,
                        UpdateHealthCheckResponse.class,
                        Route53Changes::check);
    }

    private static ChangeResourceRecordSetsResponse records(World world, ChangeResourceRecordSetsRequest r, Call call) {
        String id = r.hostedZoneId().replace("/hostedzone/", "");
        HostedZone zone = world.dns()
                .zones()
                .find(id)
                .orElseThrow(() -> new WireFault(404, "NoSuchHostedZone", "No hosted zone found with ID: " + id));
        List<ResourceRecordSet> left = new ArrayList<>(world.dns().records().getOrDefault(id, List.of()));
        for (Change change : r.changeBatch().changes()) {
            apply(zone, left, change.action(), normal(change.resourceRecordSet()));
        }
        left.sort(ORDER);
        world.dns().records().put(id, List.copyOf(left));
        world.dns().zones().change(id, z -> z.toBuilder()
                .resourceRecordSetCount((long) left.size())
                .build());
        return ChangeResourceRecordSetsResponse.builder()
                .changeInfo(c -> c.id("/change/C"
                                + world.dice()
                                        .hex("change" + world.now(), left.size(), 20)
                                        .toUpperCase(Locale.ROOT))
                        .status("PENDING")
                        .submittedAt(world.now())
                        .comment(r.changeBatch().comment()))
                .build();
    }

    private static void apply(
            HostedZone zone, List<ResourceRecordSet> left, ChangeAction action, ResourceRecordSet set) {
        if (!set.name().equals(zone.name()) && !set.name().endsWith('.' + zone.name())) {
            throw invalid("RRSet with DNS name " + set.name() + " is not permitted in zone " + zone.name());
        }
        Optional<ResourceRecordSet> old =
                left.stream().filter(s -> same(s, set)).findFirst();
        if (action == ChangeAction.DELETE) {
            remove(zone, left, old, set);
            return;
        }
        if (action == ChangeAction.CREATE && old.isPresent()) {
            throw invalid("Tried to create resource record set " + words(set) + " but it already exists");
        }
        if (set.type() == RRType.CNAME && set.name().equals(zone.name())) {
            throw invalid("RRSet of type CNAME with DNS name " + set.name() + " is not permitted at apex in zone "
                    + zone.name());
        }
        boolean conflict = left.stream()
                .anyMatch(
                        s -> s.name().equals(set.name()) && (s.type() == RRType.CNAME) != (set.type() == RRType.CNAME));
        if (conflict) {
            throw invalid("RRSet of type " + set.typeAsString() + " with DNS name " + set.name()
                    + " is not permitted as it conflicts with other records with the same DNS name in zone "
                    + zone.name());
        }
        boolean mixed = left.stream()
                .anyMatch(s -> s.name().equals(set.name())
                        && s.type() == set.type()
                        && (s.setIdentifier() == null) != (set.setIdentifier() == null));
        if (mixed) {
            throw invalid("RRSet with DNS name " + set.name() + ", type " + set.typeAsString()
                    + " cannot be created as other RRSets exist with the same name and type and another policy");
        }
        old.ifPresent(left::remove);
        left.add(set);
    }

    private static void remove(
            HostedZone zone, List<ResourceRecordSet> left, Optional<ResourceRecordSet> old, ResourceRecordSet set) {
        ResourceRecordSet found = old.orElseThrow(
                () -> invalid("Tried to delete resource record set " + words(set) + " but it was not found"));
        if (!normal(found).equals(set)) {
            throw invalid("Tried to delete resource record set " + words(set)
                    + " but the values provided do not match the current values");
        }
        if (set.name().equals(zone.name()) && (set.type() == RRType.SOA || set.type() == RRType.NS)) {
            throw invalid("A HostedZone must contain exactly one SOA record and at least one NS record");
        }
        left.remove(found);
    }

    /** With final dots, as Route 53 keeps names. */
    private static ResourceRecordSet normal(ResourceRecordSet set) {
        var builder = set.toBuilder().name(dotted(set.name()));
        if (set.aliasTarget() != null) {
            builder.aliasTarget(set.aliasTarget().toBuilder()
                    .dnsName(dotted(set.aliasTarget().dnsName()))
                    .build());
        }
        return builder.build();
    }

    private static String dotted(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return (lower.endsWith(".") ? lower : lower + '.').replace("*", "\\052");
    }

    private static boolean same(ResourceRecordSet one, ResourceRecordSet other) {
        return one.name().equals(other.name())
                && one.type() == other.type()
                && Objects.equals(one.setIdentifier(), other.setIdentifier());
    }

    private static String words(ResourceRecordSet set) {
        return "[name='" + set.name() + "', type='" + set.typeAsString() + "']";
    }

    private static String reversed(String name) {
        return String.join(
                ".", List.of(name.toLowerCase(Locale.ROOT).split("\\.", -1)).reversed());
    }

    private static UpdateHealthCheckResponse check(World world, UpdateHealthCheckRequest r, Call call) {
        var checks = world.dns().healthChecks();
        var check = checks.find(r.healthCheckId())
                .orElseThrow(() -> new WireFault(
                        404, "NoSuchHealthCheck", "A health check with id " + r.healthCheckId() + " does not exist."));
        if (r.healthCheckVersion() != null && !r.healthCheckVersion().equals(check.healthCheckVersion())) {
            throw new WireFault(409, "HealthCheckVersionMismatch", "The health check was changed by somebody else");
        }
        var changed = check.toBuilder()
                .healthCheckVersion(check.healthCheckVersion() + 1)
                .healthCheckConfig(check.healthCheckConfig().toBuilder()
                        .disabled(
                                r.disabled() == null ? check.healthCheckConfig().disabled() : r.disabled())
                        .build())
                .build();
        checks.put(changed);
        return UpdateHealthCheckResponse.builder().healthCheck(changed).build();
    }

    private static WireFault invalid(String message) {
        return new WireFault(400, "InvalidChangeBatch", "[" + message + "]");
    }
}
