package io.atalaya.deployment.reach;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Block;
import io.atalaya.deployment.address.Extent;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One direction of a network ACL for one protocol: the first entry that matches decides, and nothing is remembered. */
final class AclFilter {
    private record Line(AclEntry entry, @Nullable Addresses addresses, Ports ports) {}

    private final NetworkAcl acl;
    private final List<Line> lines;

    AclFilter(NetworkAcl acl, boolean egress, Protocol protocol) {
        this.acl = acl;
        this.lines = acl.entries().stream()
                .filter(each -> each.egress() == egress && protocol.named(each.protocol()))
                .sorted(Comparator.comparingInt(AclEntry::number))
                .map(each -> new Line(
                        each, Block.parse(each.cidr()).map(Addresses::of).orElse(null), ports(each, protocol)))
                .toList();
    }

    static Ports ports(AclEntry entry, Protocol protocol) {
        if (entry.protocol().equals("-1")) {
            return protocol.everything();
        }
        if (protocol.isIcmp()) {
            var type = entry.icmpType();
            var code = entry.icmpCode();
            return Protocol.icmp(type == null ? -1 : type, code == null ? -1 : code);
        }
        var from = entry.fromPort();
        var to = entry.toPort();
        return !protocol.hasPorts() || from == null || from < 0
                ? protocol.everything()
                : Ports.range(from, to == null ? from : to);
    }

    /** @param asked addresses of the other side, and the ports that packets go to */
    Filtered apply(Extent asked) {
        var pass = Extent.NONE;
        var left = asked;
        var decisions = new ArrayList<Decision>();
        for (var line : lines) {
            if (left.isEmpty()) {
                break;
            }
            if (line.addresses == null) {
                // an entry whose block cannot be read may be about all that is left
                return new Filtered(pass, left, decisions, List.of(Doubt.of(Doubt.Kind.RULE_UNREADABLE, acl.id())));
            }
            var hit = left.intersect(Extent.of(line.addresses, line.ports));
            if (hit.isEmpty()) {
                continue;
            }
            decisions.add(new Decision(new Rule.OfAcl(acl, line.entry), line.entry.allow(), hit));
            left = left.minus(hit);
            if (line.entry.allow()) {
                pass = pass.union(hit);
            }
        }
        return new Filtered(pass, Extent.NONE, decisions, List.of());
    }
}
