package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.ui.common.Texts;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the blocks, groups and lists that rules name are called in one snapshot. */
final class PeerBook {
    private final Texts texts;
    private final GroupUses uses;
    private final Map<String, SecurityGroup> groups = new HashMap<>();
    private final Map<String, Peer> blocks = new HashMap<>();
    private final Map<String, String> lists = new HashMap<>();

    PeerBook(Texts texts, Deployment deployment, GroupUses uses) {
        this.texts = texts;
        this.uses = uses;
        deployment.items(Parts.SECURITY_GROUPS).forEach(group -> groups.put(group.id(), group));
        deployment.items(Parts.PREFIX_LISTS).forEach(list -> lists.put(list.id(), list.name()));
        deployment.items(Parts.VPN_CONNECTIONS).forEach(vpn -> vpn.routes()
                .forEach(block -> blocks.put(
                        block,
                        named("onPremises", vpn.customerName() == null ? vpn.name() : vpn.customerName(), block))));
        deployment.items(Parts.SUBNETS).forEach(subnet -> subnet.blocks()
                .forEach(block -> blocks.put(block, named("subnet", subnet.name(), block))));
        deployment.items(Parts.VPCS).forEach(vpc -> vpc.blocks()
                .forEach(block -> blocks.put(block, named("vpc", vpc.name(), block))));
        deployment.items(Parts.INSTANCES).forEach(instance -> {
            address(instance, instance.privateIp());
            address(instance, instance.publicIp());
        });
        deployment.items(Parts.MOUNT_TARGETS).forEach(mount -> address(mount, mount.ip()));
        deployment.items(Parts.NAT_GATEWAYS).forEach(nat -> address(nat, nat.publicIp()));
        blocks.put("0.0.0.0/0", one("anyone", "0.0.0.0/0"));
        blocks.put("::/0", one("anyone6", "::/0"));
    }

    private void address(Resource resource, @Nullable String ip) {
        if (ip != null && !ip.isEmpty()) {
            var block = ip + (ip.indexOf(':') < 0 ? "/32" : "/128");
            blocks.putIfAbsent(block, new Peer(resource.name(), resource.name(), false, resource.name(), block));
        }
    }

    private Peer one(String key, String address) {
        return new Peer(
                texts.get("perimeter.who." + key),
                texts.get("perimeter.whom." + key),
                false,
                texts.get("perimeter.whom." + key),
                address);
    }

    private Peer named(String key, String name, String address) {
        return new Peer(
                texts.get("perimeter.who." + key, name),
                texts.get("perimeter.whom." + key, name),
                false,
                name,
                address);
    }

    /** Who a rule of this group names. */
    Peer of(SecurityGroup owner, SecurityRule rule) {
        if (rule.groupId() != null) {
            return rule.groupId().equals(owner.id()) ? self(owner) : group(rule.groupId(), rule.groupOwner());
        }
        if (rule.prefixListId() != null) {
            return list(rule.prefixListId());
        }
        return block(rule.cidr() == null ? "" : rule.cidr());
    }

    private Peer self(SecurityGroup owner) {
        return new Peer(
                texts.get("perimeter.who.self"), texts.get("perimeter.whom.self"), true, owner.name(), owner.id());
    }

    private Peer group(String id, @Nullable String account) {
        var known = groups.get(id);
        if (account != null) {
            return new Peer(
                    texts.get("perimeter.who.foreign", id, account),
                    texts.get("perimeter.whom.foreign", id, account),
                    true,
                    id,
                    account);
        }
        var name = known == null ? id : known.name();
        var kind = "members." + uses.kindOf(id);
        var key = texts.containsKey("perimeter.who." + kind) ? kind : "members";
        return new Peer(
                texts.get("perimeter.who." + key, name), texts.get("perimeter.whom." + key, name), true, name, id);
    }

    private Peer list(String id) {
        return named("list", lists.getOrDefault(id, id), id);
    }

    /** A block by what it is of: a VPC, a subnet, the other end of a VPN, one machine; itself where it is none of them. */
    Peer block(String cidr) {
        var known = blocks.get(cidr);
        return known != null ? known : new Peer(cidr, cidr, false, "", cidr);
    }
}
