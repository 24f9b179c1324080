package io.atalaya.operate.preflight;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.SecurityRuleId.Meant;
import io.atalaya.deployment.reach.Change;
import io.atalaya.operate.act.CreateNetworkAclEntry;
import io.atalaya.operate.act.DeleteNetworkAclEntry;
import io.atalaya.operate.act.ReplaceNetworkAclEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules of security groups and entries of network ACLs: what they let through, and for whom. */
final class PerimeterRules {
    /** EC2's quota of rules in one direction when nobody asked for more. */
    private static final int USUAL_RULES = 60;

    /** And of entries. */
    private static final int USUAL_ENTRIES = 20;

    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0/0", "::/0");

    private final Known known;
    private final Findings found;
    private final PathMemory memory;

    PerimeterRules(Known known, Findings found, PathMemory memory) {
        this.known = known;
        this.found = found;
        this.memory = memory;
    }

    void authorize(String securityGroupId, SecurityRule rule) {
        group(securityGroupId).ifPresent(group -> {
            if (has(group, rule)) {
                found.blocked("nothingToDo", group.name());
                return;
            }
            if (group.rules().stream()
                            .filter(each -> each.ingress() == rule.ingress())
                            .count()
                    >= USUAL_RULES) {
                found.caution("manyRules", group.name(), USUAL_RULES);
            }
            int users = users(group);
            if (users == 0 && known.sure(Parts.NETWORK_INTERFACES)) {
                found.note("groupOfNobody", group.name());
            }
            if (rule.ingress() && rule.cidr() != null && EVERYWHERE.contains(rule.cidr())) {
                found.danger("opensToAll", Traffic.of(rule), users, group.name());
            } else {
                found.caution(rule.ingress() ? "letsIn" : "letsOut", Traffic.of(rule), peer(rule), users, group.name());
            }
            paths(group, new Change.AddRule(group.id(), rule));
        });
    }

    void revoke(String securityGroupId, SecurityRule rule) {
        group(securityGroupId).ifPresent(group -> {
            if (!has(group, rule)) {
                found.blocked("nothingToDo", group.name());
                return;
            }
            found.caution(
                    rule.ingress() ? "letsInNoMore" : "letsOutNoMore",
                    Traffic.of(rule),
                    peer(rule),
                    users(group),
                    group.name());
            var others = group.rules().stream()
                    .filter(each -> each.ingress() == rule.ingress())
                    .count();
            if (others == 1) {
                found.danger(rule.ingress() ? "letsNothingIn" : "letsNothingOut", group.name());
            }
            found.note("openStays");
            var meant = Meant.by(group.id(), rule);
            group.rules().stream()
                    .filter(each -> Meant.by(group.id(), each).equals(meant))
                    .findFirst()
                    .ifPresent(each -> paths(group, new Change.RemoveRule(group.id(), each)));
        });
    }

    private void paths(SecurityGroup group, Change change) {
        new PathRules(known, found, new RequestChain(known, group.id(), Set.of()), memory).of(change);
    }

    private void paths(NetworkAcl acl, Change change) {
        new PathRules(known, found, new RequestChain(known, null, Set.copyOf(acl.subnetIds())), memory).of(change);
    }

    private Optional<SecurityGroup> group(String id) {
        return known.subject(SecurityGroup.class, ResourceType.SECURITY_GROUP, id, Parts.SECURITY_GROUPS, found);
    }

    private static boolean has(SecurityGroup group, SecurityRule rule) {
        var meant = Meant.by(group.id(), rule);
        return group.rules().stream()
                .anyMatch(each -> Meant.by(group.id(), each).equals(meant));
    }

    /** How many network interfaces it holds for. */
    private int users(SecurityGroup group) {
        return (int) known.items(Parts.NETWORK_INTERFACES).stream()
                .filter(each -> each.securityGroupIds().contains(group.id()))
                .count();
    }

    private String peer(SecurityRule rule) {
        if (rule.groupId() != null) {
            return known.index()
                    .find(SecurityGroup.class, ResourceType.SECURITY_GROUP, rule.groupId())
                    .map(SecurityGroup::name)
                    .orElse(rule.groupId());
        }
        return rule.cidr() != null ? rule.cidr() : String.valueOf(rule.prefixListId());
    }

    void create(CreateNetworkAclEntry act) {
        acl(act.networkAclId()).ifPresent(acl -> {
            var entry = act.entry();
            if (at(acl, entry.egress(), entry.number()) != null) {
                found.blocked("entryTaken", String.valueOf(entry.number()));
                return;
            }
            if (acl.entries().stream()
                            .filter(each -> each.egress() == entry.egress())
                            .count()
                    > USUAL_ENTRIES) {
                found.caution("manyEntries", acl.name(), USUAL_ENTRIES);
            }
            decides(acl, entry);
            paths(acl, new Change.AddEntry(acl.id(), entry));
        });
    }

    void replace(ReplaceNetworkAclEntry act) {
        acl(act.networkAclId()).ifPresent(acl -> {
            var old = at(acl, act.entry().egress(), act.entry().number());
            if (old == null) {
                found.blocked("entryGone", String.valueOf(act.entry().number()));
                return;
            }
            if (old.equals(act.entry())) {
                found.blocked("nothingToDo", acl.name());
                return;
            }
            undecides(acl, old);
            decides(acl, act.entry());
            paths(acl, new Change.ReplaceEntry(acl.id(), act.entry()));
        });
    }

    void delete(DeleteNetworkAclEntry act) {
        acl(act.networkAclId()).ifPresent(acl -> {
            var old = at(acl, act.egress(), act.number());
            if (old == null) {
                found.blocked("entryGone", String.valueOf(act.number()));
                return;
            }
            undecides(acl, old);
            atOnce(acl);
            paths(acl, new Change.RemoveEntry(acl.id(), act.egress(), act.number()));
        });
    }

    private Optional<NetworkAcl> acl(String id) {
        return known.subject(NetworkAcl.class, ResourceType.NETWORK_ACL, id, Parts.NETWORK_ACLS, found);
    }

    private static @Nullable AclEntry at(NetworkAcl acl, boolean egress, int number) {
        return acl.entries().stream()
                .filter(each -> each.egress() == egress && each.number() == number)
                .findFirst()
                .orElse(null);
    }

    private void decides(NetworkAcl acl, AclEntry entry) {
        int subnets = acl.subnetIds().size();
        var arguments =
                List.of(Traffic.of(entry), entry.cidr(), subnets, acl.name()).toArray();
        if (entry.allow()) {
            found.caution(entry.egress() ? "aclLetsOut" : "aclLetsIn", arguments);
        } else {
            found.danger(entry.egress() ? "aclStopsOut" : "aclStopsIn", arguments);
        }
        atOnce(acl);
    }

    private void undecides(NetworkAcl acl, AclEntry entry) {
        var arguments = List.of(String.valueOf(entry.number()), Traffic.of(entry), entry.cidr())
                .toArray();
        if (entry.allow()) {
            found.danger("aclLetsNoMore", arguments);
        } else {
            found.caution("aclStopsNoMore", arguments);
        }
    }

    private void atOnce(NetworkAcl acl) {
        if (acl.subnetIds().isEmpty()) {
            found.note("aclOfNobody", acl.name());
        } else {
            found.note("aclAtOnce", acl.subnetIds().size());
        }
    }
}
