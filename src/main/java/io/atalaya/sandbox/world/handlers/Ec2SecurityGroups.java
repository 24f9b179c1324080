package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.world.SecurityRules;
import io.atalaya.sandbox.world.World;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;

/** Security groups, and their rules one by one. */
final class Ec2SecurityGroups {
    static final Ec2Query<SecurityGroup> QUERY = Ec2Query.by(
                    SecurityGroup::groupId, SecurityGroup::tags, "InvalidGroup.NotFound", "security group")
            .filter("group-id", SecurityGroup::groupId)
            .filter("group-name", SecurityGroup::groupName)
            .filter("description", SecurityGroup::description)
            .filter("vpc-id", SecurityGroup::vpcId)
            .filter("owner-id", SecurityGroup::ownerId)
            .filterAny(
                    "ip-permission.cidr",
                    g -> ingress(g).flatMap(p -> p.ipRanges().stream()).map(r -> r.cidrIp()))
            .filterAny("ip-permission.from-port", g -> ingress(g).map(IpPermission::fromPort))
            .filterAny("ip-permission.to-port", g -> ingress(g).map(IpPermission::toPort))
            .filterAny("ip-permission.protocol", g -> ingress(g).map(IpPermission::ipProtocol))
            .filterAny(
                    "ip-permission.group-id",
                    g -> ingress(g).flatMap(p -> p.userIdGroupPairs().stream()).map(u -> u.groupId()));

    private static final Ec2Query<SecurityGroupRule> RULES = Ec2Query.by(
                    SecurityGroupRule::securityGroupRuleId,
                    SecurityGroupRule::tags,
                    "InvalidSecurityGroupRuleId.NotFound",
                    "security group rule ID")
            .filter("security-group-rule-id", SecurityGroupRule::securityGroupRuleId)
            .filter("group-id", SecurityGroupRule::groupId);

    private Ec2SecurityGroups() {}

    static void register(Operations ec2) {
        ec2.on(
                        "DescribeSecurityGroups",
                        DescribeSecurityGroupsRequest.class,
                        DescribeSecurityGroupsResponse.class,
                        Ec2SecurityGroups::describe)
                .on(
                        "DescribeSecurityGroupRules",
                        DescribeSecurityGroupRulesRequest.class,
                        DescribeSecurityGroupRulesResponse.class,
                        Ec2SecurityGroups::rules);
    }

    private static DescribeSecurityGroupsResponse describe(World world, DescribeSecurityGroupsRequest r, Call call) {
        List<SecurityGroup> named = world.network().securityGroups().stream()
                .filter(g -> r.groupNames().isEmpty() || r.groupNames().contains(g.groupName()))
                .toList();
        for (String name : r.groupNames()) {
            if (named.stream().noneMatch(g -> g.groupName().equals(name))) {
                throw QUERY.notFound(List.of(name));
            }
        }
        Page<SecurityGroup> page = QUERY.page(named, r.groupIds(), r.filters(), r.maxResults(), r.nextToken());
        return DescribeSecurityGroupsResponse.builder()
                .securityGroups(page.items())
                .nextToken(page.token())
                .build();
    }

    private static DescribeSecurityGroupRulesResponse rules(
            World world, DescribeSecurityGroupRulesRequest r, Call call) {
        List<SecurityGroupRule> all = world.network().securityGroups().stream()
                .flatMap(g -> SecurityRules.of(g, world.account()).stream())
                .toList();
        Page<SecurityGroupRule> page =
                RULES.page(all, r.securityGroupRuleIds(), r.filters(), r.maxResults(), r.nextToken());
        return DescribeSecurityGroupRulesResponse.builder()
                .securityGroupRules(page.items())
                .nextToken(page.token())
                .build();
    }

    private static Stream<IpPermission> ingress(SecurityGroup group) {
        return group.ipPermissions().stream();
    }
}
