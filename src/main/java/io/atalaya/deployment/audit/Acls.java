package io.atalaya.deployment.audit;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.address.Extent;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import io.atalaya.deployment.reach.Extents;
import io.atalaya.deployment.reach.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Entries that decide nothing, and subnets of one resource that are not guarded alike. */
final class Acls {
    /** Stands for every protocol that no entry names: only entries for all protocols hold for it. */
    private static final Protocol UNNAMED = new Protocol(253);

    private static final int LAST = 32_767;

    private Acls() {}

    static List<Finding> find(Deployment deployment) {
        var findings = new ArrayList<Finding>();
        for (var acl : deployment.items(Parts.NETWORK_ACLS)) {
            findings.addAll(shadowed(acl, false));
            findings.addAll(shadowed(acl, true));
        }
        findings.addAll(differing(deployment));
        return findings;
    }

    private static List<Finding> shadowed(NetworkAcl acl, boolean egress) {
        var entries = acl.entries().stream()
                .filter(each -> each.egress() == egress)
                .sorted(Comparator.comparingInt(AclEntry::number))
                .toList();
        var findings = new ArrayList<Finding>();
        for (int i = 1; i < entries.size(); i++) {
            var entry = entries.get(i);
            var earlier = entries.subList(0, i);
            if (entry.number() < LAST && protocols(entry, entries).stream().allMatch(p -> covered(entry, earlier, p))) {
                var against = earlier.stream().anyMatch(each -> each.allow() != entry.allow() && meets(entry, each));
                var rules = new ArrayList<Rule>();
                rules.add(new Rule.OfAcl(acl, entry));
                earlier.stream()
                        .filter(each -> meets(entry, each))
                        .forEach(each -> rules.add(new Rule.OfAcl(acl, each)));
                findings.add(new Finding(
                        Finding.Kind.SHADOWED_ENTRY,
                        against
                                ? entry.allow() ? Finding.Severity.MEDIUM : Finding.Severity.HIGH
                                : Finding.Severity.LOW,
                        acl.ref(),
                        null,
                        Ports.NONE,
                        null,
                        rules,
                        List.of()));
            }
        }
        return findings;
    }

    /** Those it holds for; of an entry for all, each that some entry names, and one that none does. */
    private static Set<Protocol> protocols(AclEntry entry, List<AclEntry> all) {
        var own = Protocol.parse(entry.protocol());
        if (own.isPresent()) {
            return Set.of(own.get());
        }
        var protocols = new LinkedHashSet<Protocol>();
        all.forEach(each -> Protocol.parse(each.protocol()).ifPresent(protocols::add));
        protocols.add(UNNAMED);
        return protocols;
    }

    private static boolean covered(AclEntry entry, List<AclEntry> earlier, Protocol protocol) {
        var left = Extents.of(entry, protocol);
        if (left.isEmpty()) {
            return false; // what cannot be read is not judged
        }
        for (var each : earlier) {
            left = left.minus(Extents.of(each, protocol));
        }
        return left.isEmpty();
    }

    private static boolean meets(AclEntry entry, AclEntry other) {
        return protocols(entry, List.of(entry, other)).stream().anyMatch(each -> !Extents.of(entry, each)
                .intersect(Extents.of(other, each))
                .isEmpty());
    }

    /** What stands in several zones, and has its subnets guarded by unlike ACLs, works in one zone and not in another. */
    private static List<Finding> differing(Deployment deployment) {
        var subnets = new LinkedHashMap<Resource, List<String>>();
        deployment
                .items(Parts.LOAD_BALANCERS)
                .forEach(each -> subnets.put(
                        each,
                        each.zones().stream()
                                .map(zone -> zone.subnetId() == null ? "" : zone.subnetId())
                                .toList()));
        deployment.items(Parts.DATABASES).forEach(each -> subnets.put(each, each.subnetIds()));
        deployment
                .items(Parts.FILE_SYSTEMS)
                .forEach(each -> subnets.put(
                        each,
                        deployment.index().mountTargets(each.id()).stream()
                                .map(mount -> mount.subnetId())
                                .toList()));
        var acls = new HashMap<String, NetworkAcl>();
        deployment.items(Parts.NETWORK_ACLS).forEach(acl -> acl.subnetIds().forEach(id -> acls.put(id, acl)));
        var findings = new ArrayList<Finding>();
        subnets.forEach((resource, ids) -> {
            var known = ids.stream()
                    .filter(acls::containsKey)
                    .map(acls::get)
                    .distinct()
                    .toList();
            if (known.stream().map(Acls::said).distinct().count() > 1) {
                findings.add(
                        Finding.about(Finding.Kind.ZONES_DIFFER, Finding.Severity.MEDIUM, resource.ref(), refs(known)));
            }
        });
        return findings;
    }

    private static List<ResourceRef> refs(List<NetworkAcl> acls) {
        return acls.stream().map(Resource::ref).toList();
    }

    /** What the entries of an ACL let pass, for each protocol that is named and for the rest: numbers do not count. */
    private static Map<String, Extent> said(NetworkAcl acl) {
        var protocols =
                new LinkedHashSet<>(List.of(Protocol.TCP, Protocol.UDP, Protocol.ICMP, Protocol.ICMPV6, UNNAMED));
        acl.entries().forEach(each -> Protocol.parse(each.protocol()).ifPresent(protocols::add));
        var said = new HashMap<String, Extent>();
        for (var egress : new boolean[] {false, true}) {
            for (var protocol : protocols) {
                var pass = Extent.NONE;
                var decided = Extent.NONE;
                for (var each : acl.entries().stream()
                        .filter(one -> one.egress() == egress)
                        .sorted(Comparator.comparingInt(AclEntry::number))
                        .toList()) {
                    var mine = Extents.of(each, protocol);
                    if (each.allow()) {
                        pass = pass.union(mine.minus(decided));
                    }
                    decided = decided.union(mine);
                }
                said.put(protocol.number() + (egress ? " out" : " in"), pass);
            }
        }
        return said;
    }
}
