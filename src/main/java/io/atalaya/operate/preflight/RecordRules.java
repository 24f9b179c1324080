package io.atalaya.operate.preflight;

import io.atalaya.deployment.HostedZone;
import io.atalaya.deployment.Lead;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.act.DeleteRecord;
import io.atalaya.operate.act.UpsertRecord;
import java.util.List;
import java.util.Set;

/** Making, replacing and deleting DNS records. */
final class RecordRules {
    /** Of an alias, and of an answer that says there is no such name, resolvers keep it for about as long. */
    private static final long ALIAS_TTL = 60;

    private final Known known;
    private final Findings found;

    RecordRules(Known known, Findings found) {
        this.known = known;
        this.found = found;
    }

    void upsert(UpsertRecord act) {
        var wanted = act.record();
        var sure = known.sure(Parts.RECORD_SETS);
        var others = sameName(wanted);
        var before = others.stream()
                .filter(it -> it.id().equals(wanted.id()))
                .findFirst()
                .orElse(null);
        if (wanted.equals(before)) {
            found.blocked("nothingToDo", wanted.name());
            return;
        }
        if (!fits(wanted, others)) {
            return;
        }
        if (before != null) {
            replaced(before, wanted);
        } else if (sure) {
            found.note("recordNew", wanted.name(), wanted.recordType());
        }
        leads(wanted);
    }

    /** What Route 53 refuses beside the records that are there; says so. */
    private boolean fits(RecordSet wanted, List<RecordSet> others) {
        var ofOtherType = others.stream()
                .filter(it -> !it.recordType().equals(wanted.recordType()))
                .toList();
        if (isApex(wanted) && wanted.recordType().equals("CNAME")) {
            found.blocked("cnameApex", wanted.name());
            return false;
        }
        if (!ofOtherType.isEmpty()
                && (wanted.recordType().equals("CNAME")
                        || ofOtherType.stream().anyMatch(it -> it.recordType().equals("CNAME")))) {
            found.blocked("cnameAlone", wanted.name());
            return false;
        }
        var mixed = others.stream()
                .filter(it -> it.recordType().equals(wanted.recordType())
                        && !it.id().equals(wanted.id())
                        && !policy(it).equals(policy(wanted)))
                .findFirst();
        mixed.ifPresent(it -> found.blocked("routingMixed", wanted.name(), it.routing()));
        return mixed.isEmpty();
    }

    private void replaced(RecordSet before, RecordSet wanted) {
        var gone =
                refs(before).stream().filter(it -> !refs(wanted).contains(it)).toList();
        balancers(gone, before.name());
        if (isApex(wanted) && Set.of("NS", "SOA").contains(wanted.recordType())) {
            found.danger("zoneApex", wanted.name());
        }
        found.caution("recordReplaced", wanted.name(), value(before), value(wanted));
        found.note("ttl", ttl(before));
    }

    private void leads(RecordSet wanted) {
        known.sure(Parts.LOAD_BALANCERS);
        if (known.index().lead(wanted).kind() == Lead.DANGLING) {
            found.danger("dangling", value(wanted));
        }
    }

    void delete(DeleteRecord act) {
        var sure = known.sure(Parts.RECORD_SETS);
        var it = act.record();
        var there = sameName(it);
        if (!there.contains(it)) {
            if (sure) {
                found.blocked("recordChanged", it.name());
            }
            return;
        }
        if (isApex(it) && Set.of("NS", "SOA").contains(it.recordType())) {
            found.blocked("apexNeeded", it.recordType());
            return;
        }
        known.sure(Parts.LOAD_BALANCERS);
        balancers(refs(it), it.name());
        var siblings = there.stream()
                .filter(other -> !other.equals(it) && other.recordType().equals(it.recordType()))
                .toList();
        if (siblings.isEmpty()) {
            found.danger("nameGone", it.name(), it.recordType());
        } else {
            found.caution("recordGone", it.name(), siblings.size());
            if (it.routing().equals("failover SECONDARY")) {
                found.caution("noFailover", it.name());
            }
        }
        found.note("ttl", ttl(it));
    }

    private void balancers(List<ResourceRef> gone, String name) {
        gone.stream()
                .map(known.index()::find)
                .flatMap(java.util.Optional::stream)
                .filter(LoadBalancer.class::isInstance)
                .map(Resource::name)
                .forEach(balancer -> found.danger("balancerAnswers", balancer, name));
    }

    private List<ResourceRef> refs(RecordSet it) {
        return known.index().lead(it).resources();
    }

    private List<RecordSet> sameName(RecordSet it) {
        return known.index().records(it.hostedZoneId()).stream()
                .filter(other -> other.name().equalsIgnoreCase(it.name()))
                .toList();
    }

    private boolean isApex(RecordSet it) {
        return known.index()
                .find(HostedZone.class, ResourceType.HOSTED_ZONE, it.hostedZoneId())
                .filter(zone -> zone.name().equalsIgnoreCase(it.name()))
                .isPresent();
    }

    private static String policy(RecordSet it) {
        return it.routing().split(" ", 2)[0];
    }

    private static String value(RecordSet it) {
        return it.alias() == null ? Names.some(it.values()) : it.alias().dnsName();
    }

    private static long ttl(RecordSet it) {
        return it.ttlSeconds() == null ? ALIAS_TTL : it.ttlSeconds();
    }
}
