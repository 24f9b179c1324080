package io.atalaya.deployment.audit;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.reach.Doubt;
import io.atalaya.deployment.reach.Exposure;
import io.atalaya.deployment.reach.NetworkIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The findings of one snapshot.
 *
 * @param findings worst first
 * @param doubts why there may be more: a finding that rests on what was not read is not made
 */
public record Audit(List<Finding> findings, List<Doubt> doubts) {
    public Audit {
        findings = List.copyOf(findings);
        doubts = List.copyOf(doubts);
    }

    public static Audit of(Deployment deployment) {
        return of(deployment, Exposure.of(NetworkIndex.of(deployment)));
    }

    /** For who has the exposure of the same snapshot already. */
    public static Audit of(Deployment deployment, Exposure exposure) {
        Set<Doubt> doubts = new LinkedHashSet<>();
        exposure.unknown().forEach(each -> doubts.addAll(each.doubts()));
        var findings = new ArrayList<Finding>();
        findings.addAll(Openings.find(deployment, exposure));
        if (read(deployment, doubts, Parts.SECURITY_GROUPS) && read(deployment, doubts, Parts.NETWORK_INTERFACES)) {
            findings.addAll(Groups.find(deployment));
        }
        if (read(deployment, doubts, Parts.NETWORK_ACLS)) {
            findings.addAll(Acls.find(deployment));
        }
        if (read(deployment, doubts, Parts.FLOW_LOGS)) {
            findings.addAll(FlowLogs.find(deployment));
        }
        findings.sort(Comparator.comparing(Finding::severity)
                .thenComparing(Finding::kind)
                .thenComparing(each -> each.resource().id()));
        return new Audit(findings, List.copyOf(doubts));
    }

    private static boolean read(Deployment deployment, Set<Doubt> doubts, Part<?> part) {
        var observed = deployment.observed(part);
        var listing = observed.value();
        if (listing != null && listing.complete()) {
            return true;
        }
        var kind = listing == null ? Doubt.Kind.NOT_READ : Doubt.Kind.INCOMPLETE;
        doubts.add(new Doubt(kind, part, observed.problem(), null));
        return false;
    }
}
