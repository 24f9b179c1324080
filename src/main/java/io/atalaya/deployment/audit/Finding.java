package io.atalaya.deployment.audit;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import io.atalaya.deployment.reach.Exposure;
import io.atalaya.deployment.reach.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One finding.
 *
 * @param resource what it is about
 * @param protocol of what is open; null where it is about no port
 * @param ports of what is open
 * @param answers what is there to answer; null where it is about no port
 * @param rules those that make it so
 * @param related others it is about too: the twins of a group, the ACLs that differ, what uses a default group
 */
public record Finding(
        Kind kind,
        Severity severity,
        ResourceRef resource,
        @Nullable Protocol protocol,
        Ports ports,
        Exposure.@Nullable Answers answers,
        List<Rule> rules,
        List<ResourceRef> related) {
    public Finding {
        rules = List.copyOf(rules);
        related = List.copyOf(related);
    }

    static Finding about(Kind kind, Severity severity, ResourceRef resource, List<ResourceRef> related) {
        return new Finding(kind, severity, resource, null, Ports.NONE, null, List.of(), related);
    }

    /**
     * Stays the same from snapshot to snapshot while the finding does, and changes when it gets worse: what an acceptance is kept
     * under.
     */
    public String key() {
        var entry = rules.stream()
                .filter(Rule.OfAcl.class::isInstance)
                .map(each -> ((Rule.OfAcl) each).entry())
                .map(each -> (each.egress() ? " out " : " in ") + each.number())
                .findFirst()
                .orElse("");
        return kind + " " + severity + " " + resource.type() + " " + resource.id()
                + (protocol == null ? "" : " " + protocol.awsName() + " " + ports) + entry;
    }

    /** What sort of finding. */
    public enum Kind {
        /** The internet reaches it, there and back. */
        OPEN_TO_WORLD,
        /** The internet reaches a database. */
        DATABASE_REACHABLE,
        /** A database has a public address, though the rules keep the internet out. */
        DATABASE_PUBLIC,
        /** Nothing has the group, and no rule names it. */
        UNUSED_GROUP,
        /** Other groups of the VPC have the same rules. */
        DUPLICATE_GROUP,
        /** An entry that no packet comes to: earlier ones decide all of it. */
        SHADOWED_ENTRY,
        /** Something has the group that AWS gives to whoever names none. */
        DEFAULT_GROUP_USED,
        /** Nothing records what the VPC lets through. */
        NO_FLOW_LOG,
        /** The subnets of one resource have ACLs that are not the same. */
        ZONES_DIFFER
    }

    /** How bad, worst first. */
    public enum Severity {
        CRITICAL,
        HIGH,
        MEDIUM,
        LOW,
        /** Most likely meant: listeners of a balancer for the web. */
        INFO
    }
}
