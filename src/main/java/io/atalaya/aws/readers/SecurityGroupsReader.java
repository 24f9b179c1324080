package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.watch.CallFailedException;
import io.atalaya.watch.PartialReadException;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/**
 * Security groups with their rules. Always read: a removed rule is the change that explains an outage. The groups say what is
 * let through; the ids of the rules, by which one is taken away, come from a second call, and without it they are missing.
 */
final class SecurityGroupsReader implements Reader<SecurityGroup> {
    private final Clients clients;
    private final PageSize pageSize;
    private final RuleIds ids;

    SecurityGroupsReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
        this.ids = new RuleIds(clients, pageSize);
    }

    Source<SecurityGroup> source() {
        return new Source<>(
                Parts.SECURITY_GROUPS,
                Set.of("ec2:DescribeSecurityGroups", RuleIds.CALL),
                Cadence.MINUTE,
                Set.of(),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<SecurityGroup>> page)
            throws CallFailedException, PartialReadException {
        CallFailedException withoutIds = null;
        var found = RuleIds.Found.NONE;
        try {
            found = ids.read();
        } catch (CallFailedException e) {
            withoutIds = e;
        }
        var all = new ArrayList<SecurityGroup>();
        var idsFound = found;
        Calls.named("ec2:DescribeSecurityGroups", () -> {
            var pages = clients.ec2().describeSecurityGroupsPaginator(r -> r.maxResults(pageSize.within(5, 1000)));
            for (var answer : pages) {
                var some = answer.securityGroups().stream()
                        .map(each -> group(each, idsFound))
                        .toList();
                all.addAll(some);
                page.accept(some);
            }
            return all;
        });
        if (withoutIds != null) {
            throw new PartialReadException(all, List.of(), withoutIds);
        }
    }

    private static SecurityGroup group(software.amazon.awssdk.services.ec2.model.SecurityGroup g, RuleIds.Found ids) {
        var rules = new ArrayList<SecurityRule>();
        var owner = Absent.text(g.ownerId());
        g.ipPermissions().forEach(permission -> add(rules, owner, true, permission));
        g.ipPermissionsEgress().forEach(permission -> add(rules, owner, false, permission));
        return new SecurityGroup(
                Absent.text(g.groupId()),
                Absent.text(g.groupName(), Absent.text(g.groupId())),
                Absent.text(g.description()),
                g.vpcId(),
                rules.stream()
                        .map(rule -> ids.named(Absent.text(g.groupId()), rule))
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
