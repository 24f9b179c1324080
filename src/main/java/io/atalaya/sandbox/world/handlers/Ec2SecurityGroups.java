package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Rules;
import io.atalaya.sandbox.world.World;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressResponse;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** Security groups and their inbound rules. */
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

    private Ec2SecurityGroups() {}

    static void register(Operations ec2) {
        ec2.on(
                        "DescribeSecurityGroups",
                        DescribeSecurityGroupsRequest.class,
                        DescribeSecurityGroupsResponse.class,
                        Ec2SecurityGroups::describe)
                .on(
                        "RevokeSecurityGroupIngress",
                        RevokeSecurityGroupIngressRequest.class,
                        RevokeSecurityGroupIngressResponse.class,
                        Ec2SecurityGroups::revoke)
                .on(
                        "AuthorizeSecurityGroupIngress",
                        AuthorizeSecurityGroupIngressRequest.class,
                        AuthorizeSecurityGroupIngressResponse.class,
                        Ec2SecurityGroups::authorize);
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

    private static RevokeSecurityGroupIngressResponse revoke(
            World world, RevokeSecurityGroupIngressRequest r, Call call) {
        SecurityGroup group = group(world, r.groupId(), r.groupName());
        List<IpPermission> wanted = wanted(r.ipPermissions(), r.ipProtocol(), r.fromPort(), r.toPort(), r.cidrIp());
        if (!Rules.hasAll(group.ipPermissions(), wanted)) {
            throw new WireFault(
                    400, "InvalidPermission.NotFound", "The specified rule does not exist in this security group.");
        }
        Ec2InstanceChanges.refuseDryRun(r.dryRun());
        world.network()
                .rulesChanged(group.toBuilder()
                        .ipPermissions(Rules.without(group.ipPermissions(), wanted))
                        .build());
        return RevokeSecurityGroupIngressResponse.builder().returnValue(true).build();
    }

    private static AuthorizeSecurityGroupIngressResponse authorize(
            World world, AuthorizeSecurityGroupIngressRequest r, Call call) {
        SecurityGroup group = group(world, r.groupId(), r.groupName());
        List<IpPermission> wanted = wanted(r.ipPermissions(), r.ipProtocol(), r.fromPort(), r.toPort(), r.cidrIp());
        if (Rules.hasAny(group.ipPermissions(), wanted)) {
            throw new WireFault(
                    400, "InvalidPermission.Duplicate", "the specified rule already exists in this security group");
        }
        Ec2InstanceChanges.refuseDryRun(r.dryRun());
        world.network()
                .rulesChanged(group.toBuilder()
                        .ipPermissions(Rules.with(group.ipPermissions(), wanted))
                        .build());
        return AuthorizeSecurityGroupIngressResponse.builder().returnValue(true).build();
    }

    private static SecurityGroup group(World world, @Nullable String id, @Nullable String name) {
        return world.network().securityGroups().stream()
                .filter(g ->
                        id == null ? g.groupName().equals(name) : g.groupId().equals(id))
                .findFirst()
                .orElseThrow(() -> QUERY.notFound(List.of(id == null ? String.valueOf(name) : id)));
    }

    /** Rules come as a list, or one of them spelled out in the request itself. */
    private static List<IpPermission> wanted(
            List<IpPermission> listed,
            @Nullable String protocol,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String cidr) {
        if (!listed.isEmpty()) {
            return listed;
        }
        if (protocol == null || cidr == null) {
            throw new WireFault(400, "MissingParameter", "The request must contain the parameter ipPermissions");
        }
        return List.of(IpPermission.builder()
                .ipProtocol(protocol)
                .fromPort(from)
                .toPort(to)
                .ipRanges(x -> x.cidrIp(cidr))
                .build());
    }

    private static Stream<IpPermission> ingress(SecurityGroup group) {
        return group.ipPermissions().stream();
    }
}
