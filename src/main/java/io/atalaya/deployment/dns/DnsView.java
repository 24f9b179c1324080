package io.atalaya.deployment.dns;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.DnsAnswer;
import io.atalaya.deployment.HostedZone;
import io.atalaya.deployment.NameSeen;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.State;
import io.atalaya.deployment.ZoneDelegation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names of one snapshot: zones, records, health checks and failover pairs with all that is known of each.
 *
 * @param records by zone, in Route 53's order
 */
public record DnsView(
        List<ZoneFacts> zones, List<RecordFacts> records, List<CheckFacts> checks, List<FailoverPair> pairs) {
    public DnsView {
        zones = List.copyOf(zones);
        records = List.copyOf(records);
        checks = List.copyOf(checks);
        pairs = List.copyOf(pairs);
    }

    /** @param looksUp whether names are asked of public DNS: only where the endpoint is AWS itself */
    public static DnsView of(Deployment deployment, boolean looksUp) {
        return new Maker(deployment, looksUp).make();
    }

    private static final class Maker {
        private final Deployment deployment;
        private final DeploymentIndex index;
        private final boolean looksUp;
        private final List<FailoverPair> pairs;
        private final RecordRemarks remarks;
        private final Map<String, HostedZone> zones;
        private final Map<Names.Name, DnsAnswer> said;
        private final Map<String, NameSeen> seen;
        private final Map<Names.Name, List<RecordSet>> siblings;
        private final Map<String, FailoverPair> pairOf = new HashMap<>();

        Maker(Deployment deployment, boolean looksUp) {
            this.deployment = deployment;
            this.index = deployment.index();
            this.looksUp = looksUp;
            this.pairs = Failovers.of(index);
            var checks = deployment.observed(Parts.HEALTH_CHECKS).value();
            this.remarks = new RecordRemarks(new Addresses(deployment), checks != null && checks.complete());
            this.zones = deployment.items(Parts.HOSTED_ZONES).stream()
                    .collect(Collectors.toMap(HostedZone::id, it -> it, (first, other) -> first));
            this.said = deployment.items(Parts.DNS_ANSWERS).stream()
                    .collect(Collectors.toMap(
                            it -> new Names.Name(it.hostedZoneId(), it.name(), it.recordType()),
                            it -> it,
                            (first, other) -> first));
            this.seen = deployment.items(Parts.NAMES_SEEN).stream()
                    .collect(
                            Collectors.toMap(it -> key(it.name(), it.recordType()), it -> it, (first, other) -> first));
            this.siblings = deployment.items(Parts.RECORD_SETS).stream().collect(Collectors.groupingBy(Maker::name));
            for (var pair : pairs) {
                for (var side : new FailoverPair.@Nullable Side[] {pair.primary(), pair.secondary()}) {
                    if (side != null) {
                        pairOf.put(side.record().id(), pair);
                    }
                }
            }
        }

        private static Names.Name name(RecordSet record) {
            return new Names.Name(record.hostedZoneId(), record.name(), record.recordType());
        }

        private static String key(String name, String type) {
            return name.toLowerCase(Locale.ROOT) + " " + type;
        }

        DnsView make() {
            var records = deployment.items(Parts.RECORD_SETS).stream()
                    .map(this::facts)
                    .toList();
            var byZone = records.stream()
                    .collect(Collectors.groupingBy(it -> it.record().hostedZoneId()));
            return new DnsView(
                    deployment.items(Parts.HOSTED_ZONES).stream()
                            .map(zone -> zone(zone, byZone.getOrDefault(zone.id(), List.of())))
                            .sorted(Comparator.comparing(
                                            (ZoneFacts it) -> it.zone().isPrivate())
                                    .thenComparing(it -> it.zone().name()))
                            .toList(),
                    records,
                    checks(),
                    pairs);
        }

        private RecordFacts facts(RecordSet record) {
            var found = index.lead(record);
            var leadsTo = found.resources().stream()
                    .map(index::find)
                    .flatMap(Optional::stream)
                    .toList();
            var check = index.healthCheck(record.healthCheckId());
            var pair = pairOf.get(record.id());
            var zone = zones.get(record.hostedZoneId());
            var answer = said.get(name(record));
            var here = seen.get(key(record.name(), record.recordType()));
            return new RecordFacts(
                    record,
                    zone,
                    found.kind(),
                    leadsTo,
                    check,
                    pair,
                    answer,
                    here,
                    Agreement.of(
                            record,
                            zone != null && zone.isPrivate(),
                            looksUp,
                            siblings.getOrDefault(name(record), List.of(record)),
                            answer,
                            here),
                    remarks.of(record, found.kind(), leadsTo, check, pair));
        }

        private ZoneFacts zone(HostedZone zone, List<RecordFacts> records) {
            @Nullable
            ZoneDelegation delegation = deployment.items(Parts.ZONE_DELEGATIONS).stream()
                    .filter(it -> it.hostedZoneId().equals(zone.id()))
                    .findFirst()
                    .orElse(null);
            var here = seen.get(key(zone.name(), "NS"));
            return new ZoneFacts(
                    zone,
                    delegation,
                    siblings.getOrDefault(new Names.Name(zone.id(), zone.name(), "NS"), List.of()).stream()
                            .flatMap(it -> it.values().stream())
                            .toList(),
                    here,
                    Zones.delegated(zone.isPrivate(), looksUp, delegation, here),
                    records.size(),
                    (int) records.stream()
                            .map(it -> it.condition().state())
                            .filter(state -> state == State.FAILED || state == State.DEGRADED)
                            .count());
        }

        private List<CheckFacts> checks() {
            var users = deployment.items(Parts.RECORD_SETS).stream()
                    .filter(it -> it.healthCheckId() != null)
                    .collect(Collectors.groupingBy(
                            it -> String.valueOf(it.healthCheckId()),
                            Collectors.mapping(it -> it.name() + " " + it.recordType(), Collectors.toList())));
            return deployment.items(Parts.HEALTH_CHECKS).stream()
                    .map(it -> CheckFacts.of(it, users.getOrDefault(it.id(), List.of())))
                    .sorted(Comparator.comparing(
                                    (CheckFacts it) -> it.condition().state())
                            .reversed()
                            .thenComparing(it -> it.check().name()))
                    .toList();
        }
    }
}
