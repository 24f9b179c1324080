package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IpPermission;

/** Security groups with their rules. Always read: a removed rule is the change that explains an outage. */
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
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<SecurityGroup>> page) {
        var pages = clients.ec2().describeSecurityGroupsPaginator(r -> r.maxResults(pageSize.within(5, 1000)));
        for (var answer : pages) {
            page.accept(answer.securityGroups().stream()
                    .map(SecurityGroupsReader::group)
                    .toList());
        }
    }

    private static SecurityGroup group(software.amazon.awssdk.services.ec2.model.SecurityGroup g) {
        var rules = new ArrayList<SecurityRule>();
        g.ipPermissions().forEach(permission -> add(rules, true, permission));
        g.ipPermissionsEgress().forEach(permission -> add(rules, false, permission));
        return new SecurityGroup(
                Absent.text(g.groupId()),
                Absent.text(g.groupName(), Absent.text(g.groupId())),
                Absent.text(g.description()),
                g.vpcId(),
                rules,
                Ec2Tags.of(g.tags()));
    }

    /** EC2 gathers the peers of the same ports in one permission; a rule has one peer. */
    private static void add(List<SecurityRule> rules, boolean ingress, IpPermission p) {
        p.ipRanges().forEach(r -> rules.add(rule(ingress, p, r.cidrIp(), null, null, r.description())));
        p.ipv6Ranges().forEach(r -> rules.add(rule(ingress, p, r.cidrIpv6(), null, null, r.description())));
        p.userIdGroupPairs().forEach(r -> rules.add(rule(ingress, p, null, r.groupId(), null, r.description())));
        p.prefixListIds().forEach(r -> rules.add(rule(ingress, p, null, null, r.prefixListId(), r.description())));
    }

    private static SecurityRule rule(
            boolean ingress,
            IpPermission p,
            @Nullable String cidr,
            @Nullable String groupId,
            @Nullable String prefixListId,
            @Nullable String description) {
        return new SecurityRule(
                ingress,
                Absent.text(p.ipProtocol(), "-1"),
                p.fromPort(),
                p.toPort(),
                cidr,
                groupId,
                prefixListId,
                Absent.orNull(description));
    }
}
