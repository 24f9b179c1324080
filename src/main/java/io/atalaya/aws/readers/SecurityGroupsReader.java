package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.SecurityRuleId;
import io.atalaya.deployment.SecurityRuleId.Meant;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/**
 * Security groups with their rules. Always read: a removed rule is the change that explains an outage. The groups say what is
 * let through; the ids of the rules, by which one is taken away, are missing where they were not told.
 */
final class SecurityGroupsReader implements Reader<SecurityGroup> {
    private final Clients clients;
    private final PageSize pageSize;

    SecurityGroupsReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<SecurityGroup> source() {
        return new Source<>(
                Parts.SECURITY_GROUPS,
                Set.of("ec2:DescribeSecurityGroups"),
                Cadence.MINUTE,
                Set.of(),
                Set.of(Parts.SECURITY_RULE_IDS),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<SecurityGroup>> page) {
        var ids = known.items(Parts.SECURITY_RULE_IDS).stream()
                .collect(Collectors.toMap(SecurityRuleId::meant, SecurityRuleId::ruleId, (first, again) -> again));
        var pages = clients.ec2().describeSecurityGroupsPaginator(r -> r.maxResults(pageSize.within(5, 1000)));
        for (var answer : pages) {
            page.accept(answer.securityGroups().stream()
                    .map(each -> group(each, ids))
                    .toList());
        }
    }

    private static SecurityGroup group(
            software.amazon.awssdk.services.ec2.model.SecurityGroup g, Map<Meant, String> ids) {
        var rules = new ArrayList<SecurityRule>();
        var owner = Absent.text(g.ownerId());
        g.ipPermissions().forEach(permission -> add(rules, owner, true, permission));
        g.ipPermissionsEgress().forEach(permission -> add(rules, owner, false, permission));
        var id = Absent.text(g.groupId());
        return new SecurityGroup(
                id,
                Absent.text(g.groupName(), id),
                Absent.text(g.description()),
                g.vpcId(),
                rules.stream()
                        .map(rule -> rule.named(ids.get(Meant.by(id, rule))))
                        .toList(),
                Ec2Tags.of(g.tags()));
    }

    /** EC2 gathers the peers of the same ports in one permission; a rule has one peer. */
    private static void add(List<SecurityRule> rules, String owner, boolean ingress, IpPermission p) {
        p.ipRanges().forEach(r -> rules.add(rule(ingress, p, r.cidrIp(), null, null, r.description(), null)));
        p.ipv6Ranges().forEach(r -> rules.add(rule(ingress, p, r.cidrIpv6(), null, null, r.description(), null)));
        p.userIdGroupPairs()
                .forEach(r -> rules.add(rule(ingress, p, null, r.groupId(), null, r.description(), owner(r, owner))));
        p.prefixListIds()
                .forEach(r -> rules.add(rule(ingress, p, null, null, r.prefixListId(), r.description(), null)));
    }

    /** The account of another's group; null for the group's own. */
    private static @Nullable String owner(UserIdGroupPair pair, String owner) {
        var account = Absent.orNull(pair.userId());
        return account == null || account.equals(owner) || owner.isEmpty() ? null : account;
    }

    private static SecurityRule rule(
            boolean ingress,
            IpPermission p,
            @Nullable String cidr,
            @Nullable String groupId,
            @Nullable String prefixListId,
            @Nullable String description,
            @Nullable String groupOwner) {
        return new SecurityRule(
                ingress,
                Absent.text(p.ipProtocol(), "-1"),
                p.fromPort(),
                p.toPort(),
                cidr,
                groupId,
                prefixListId,
                Absent.orNull(description),
                null,
                groupOwner);
    }
}
