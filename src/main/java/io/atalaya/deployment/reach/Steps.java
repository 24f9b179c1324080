package io.atalaya.deployment.reach;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Listener;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.address.Extent;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import io.atalaya.deployment.reach.Grid.Dimension;
import io.atalaya.deployment.reach.Trace.Side;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The steps at an interface and its subnet: firewalls of both kinds, the machine, and what listens. */
final class Steps {
    private static final int NFS = 2049;

    private final NetworkIndex index;
    private final Remedy remedy;

    Steps(NetworkIndex index, Remedy remedy) {
        this.index = index;
        this.remedy = remedy;
    }

    /** The groups of the source, out, or of the target, in. */
    void groups(Trace trace, boolean ingress, GroupFilter.Peer peer) {
        var at = ingress ? trace.target() : trace.source();
        var kind = ingress ? Hop.Kind.GROUPS_IN : Hop.Kind.GROUPS_OUT;
        if (at.nic() == null) {
            assumed(trace, kind, at);
            return;
        }
        var groups = at.groups();
        if (groups == null) {
            trace.unknown(
                    false,
                    kind,
                    at.where(),
                    null,
                    Doubt.of(Doubt.Kind.GROUPS_UNKNOWN, at.nic().owner().id()));
            remedy.unknown();
            return;
        }
        if (groups.isEmpty()) {
            trace.pass(false, kind, at.where(), null);
            return;
        }
        trace.uses(Parts.SECURITY_GROUPS);
        var side = ingress ? Side.SOURCE : Side.TARGET;
        var asked = trace.asked(side, Dimension.PORTS);
        var protocol = trace.question().protocol();
        var unread = index.doubt(Parts.SECURITY_GROUPS);
        var filtered = unread != null && unread.kind() == Doubt.Kind.NOT_READ
                ? Filtered.unknown(asked, unread)
                : index.filter(groups, ingress, protocol).apply(asked, peer);
        var effect = trace.filter(kind, at.where(), first(groups, filtered), side, Dimension.PORTS, filtered);
        if (effect == Hop.Effect.PASSES) {
            return;
        }
        open(filtered);
        var other = ingress ? trace.source() : trace.target();
        var missing = asked.minus(filtered.pass()).minus(filtered.maybe());
        remedy.group(groups, ingress, protocol, missing, everyone(other, missing), reference(at, other));
    }

    private void assumed(Trace trace, Hop.Kind kind, Place at) {
        var unread = index.doubt(Parts.NETWORK_INTERFACES);
        if (unread != null) {
            trace.unknown(false, kind, at.where(), null, unread);
            remedy.unknown();
        } else {
            trace.there().add(new Hop(kind, Hop.Effect.PASSES, at.where(), null, List.of(), Hop.Why.ASSUMED_HOST));
        }
    }

    private static ResourceRef first(List<String> groups, Filtered filtered) {
        var id = filtered.decisions().isEmpty()
                ? groups.getFirst()
                : ((Rule.OfGroup) filtered.decisions().getFirst().rule())
                        .group()
                        .id();
        return new ResourceRef(ResourceType.SECURITY_GROUP, id);
    }

    /** Nodes of balancers change their addresses: their group is what a rule should name. */
    private static @Nullable String reference(Place at, Place other) {
        if (other.nic() == null
                || other.nic().owner().type() != ResourceType.LOAD_BALANCER
                || !other.nic().vpcId().equals(at.vpcId())) {
            return null;
        }
        var groups = other.groups();
        return groups == null || groups.isEmpty() ? null : groups.getFirst();
    }

    private static boolean everyone(Place other, Extent missing) {
        return other.everyone() && missing.addresses().equals(other.addresses());
    }

    /** What some of is not known cannot be said to be mended. */
    private void open(Filtered filtered) {
        if (!filtered.maybe().isEmpty()) {
            remedy.unknown();
        }
    }

    /** The answer of a connection that the groups have seen. */
    void tracked(Trace trace, Place at, boolean ingress) {
        if (at.nic() == null || at.groups() == null || at.groups().isEmpty()) {
            return;
        }
        trace.back()
                .add(new Hop(
                        ingress ? Hop.Kind.GROUPS_IN : Hop.Kind.GROUPS_OUT,
                        Hop.Effect.TRACKED,
                        at.where(),
                        new ResourceRef(ResourceType.SECURITY_GROUP, at.groups().getFirst()),
                        List.of(),
                        null));
    }

    /**
     * The ACL of a subnet.
     *
     * @param side whose addresses it sees on the other side
     */
    void acl(Trace trace, String subnetId, String vpcId, boolean egress, Side side, Dimension dimension) {
        trace.uses(Parts.NETWORK_ACLS);
        var kind = egress ? Hop.Kind.ACL_OUT : Hop.Kind.ACL_IN;
        var place = new ResourceRef(ResourceType.SUBNET, subnetId);
        var acl = index.acl(subnetId, vpcId);
        var asked = trace.asked(side, dimension);
        if (acl == null) {
            var unread = index.doubt(Parts.NETWORK_ACLS);
            var doubt = unread == null ? Doubt.of(Doubt.Kind.SUBNET_UNKNOWN, subnetId) : unread;
            trace.filter(kind, place, null, side, dimension, Filtered.unknown(asked, doubt));
            remedy.unknown();
            return;
        }
        var protocol = trace.question().protocol();
        var filtered = index.filter(acl, egress, protocol).apply(asked);
        var effect = trace.filter(kind, place, acl.ref(), side, dimension, filtered);
        if (effect != Hop.Effect.PASSES) {
            open(filtered);
            var other = side == Side.SOURCE ? trace.source() : trace.target();
            var missing = asked.minus(filtered.pass()).minus(filtered.maybe());
            remedy.acl(acl, egress, protocol, missing, everyone(other, missing), filtered);
        }
    }

    /** A machine that does not run neither asks nor answers. */
    void machine(Trace trace, Place at) {
        if (at.nic() == null || at.nic().owner().type() != ResourceType.INSTANCE) {
            return;
        }
        trace.uses(Parts.INSTANCES);
        var ref = at.nic().owner();
        var instance = index.find(Instance.class, ref.type(), ref.id());
        if (instance == null) {
            var unread = index.doubt(Parts.INSTANCES);
            trace.unknown(
                    false,
                    Hop.Kind.MACHINE,
                    ref,
                    ref,
                    unread == null ? Doubt.of(Doubt.Kind.RESOURCE_MISSING, ref.id()) : unread);
            remedy.unknown();
        } else if (!instance.state().equals("running")) {
            trace.stop(false, Hop.Kind.MACHINE, ref, ref, Hop.Why.NOT_RUNNING);
            remedy.mend(Change.What.START_INSTANCE, ref);
        }
    }

    /** Whether there is anything to answer, where AWS knows: balancers, databases, file systems. */
    void listener(Trace trace) {
        var nic = trace.target().nic();
        if (nic == null) {
            return;
        }
        if (nic.owner().type() == ResourceType.NAT_GATEWAY) {
            trace.stop(false, Hop.Kind.NAT_GATEWAY, trace.target().where(), nic.owner(), Hop.Why.ONLY_OUT);
            remedy.unknown();
            return;
        }
        var protocol = trace.question().protocol();
        var ports = listening(nic.owner(), protocol);
        if (ports == null) {
            return;
        }
        var asked = trace.asked(Side.SOURCE, Dimension.PORTS);
        var unread = nic.owner().type() == ResourceType.LOAD_BALANCER ? index.doubt(Parts.LISTENERS) : null;
        var pass = asked.intersect(Extent.of(asked.addresses(), ports));
        var filtered = unread == null
                ? new Filtered(pass, Extent.NONE, List.of(), List.of())
                : new Filtered(pass, asked.minus(pass), List.of(), List.of(unread));
        var effect = trace.filter(Hop.Kind.LISTENER, nic.owner(), nic.owner(), Side.SOURCE, Dimension.PORTS, filtered);
        if (effect != Hop.Effect.PASSES) {
            open(filtered);
            remedy.mend(Change.What.LISTEN, nic.owner());
            var hop = trace.there().removeLast();
            trace.there()
                    .add(new Hop(
                            hop.kind(), hop.effect(), hop.place(), hop.resource(), List.of(), Hop.Why.NOTHING_LISTENS));
        }
    }

    /** The ports on which something is known to listen; null where that is nobody's to know. */
    @Nullable
    Ports listening(ResourceRef owner, Protocol protocol) {
        return switch (owner.type()) {
            case LOAD_BALANCER -> protocol.hasPorts() ? listeners(owner.id(), protocol) : null;
            case DATABASE -> {
                var database = index.find(Database.class, owner.type(), owner.id());
                yield database == null || database.port() == null
                        ? null
                        : protocol.equals(Protocol.TCP) ? Ports.of(database.port()) : Ports.NONE;
            }
            case MOUNT_TARGET -> protocol.equals(Protocol.TCP) ? Ports.of(NFS) : Ports.NONE;
            default -> null;
        };
    }

    private Ports listeners(String balancerArn, Protocol protocol) {
        return index.deployment().index().listeners(balancerArn).stream()
                .filter(each -> carries(each, protocol))
                .map(each -> Ports.of(each.port()))
                .reduce(Ports.NONE, Ports::union);
    }

    private static boolean carries(Listener listener, Protocol protocol) {
        return switch (listener.protocol().toUpperCase(Locale.ROOT)) {
            case "UDP", "QUIC" -> protocol.equals(Protocol.UDP);
            case "TCP_UDP", "TCP_QUIC" -> true;
            default -> protocol.equals(Protocol.TCP);
        };
    }
}
