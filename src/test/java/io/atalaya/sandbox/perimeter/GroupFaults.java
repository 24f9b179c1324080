package io.atalaya.sandbox.perimeter;

import io.atalaya.sandbox.world.Rules;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.checkop.CheckopPerimeter;
import io.atalaya.sandbox.world.checkop.Ids;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** What security groups do not let through. */
final class GroupFaults {
    private static final Duration NFS_HANGS = Duration.ofMinutes(9);

    private GroupFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.timeout(
                        "group-closed",
                        "chop-app lets nobody in on 8080 any more",
                        w -> in(w, Ids.SG_APP, List.of(fromGroup(8080, Ids.SG_ELB)), List.of())),
                Fault.timeout(
                        "group-refers-to-another",
                        "chop-app lets chop-base in on 8080, not chop-elb",
                        w -> in(
                                w,
                                Ids.SG_APP,
                                List.of(fromGroup(8080, Ids.SG_ELB)),
                                List.of(fromGroup(8080, Ids.SG_BASE)))),
                Fault.timeout(
                        "group-opens-another-port",
                        "chop-app lets the balancer in on 8088, not on 8080",
                        w -> in(
                                w,
                                Ids.SG_APP,
                                List.of(fromGroup(8080, Ids.SG_ELB)),
                                List.of(fromGroup(8088, Ids.SG_ELB)))),
                Fault.timeout(
                        "group-opens-another-block",
                        "chop-app lets 10.20.10.0/24 in on 8080, where no balancer stands",
                        w -> in(
                                w,
                                Ids.SG_APP,
                                List.of(fromGroup(8080, Ids.SG_ELB)),
                                List.of(tcp(8080)
                                        .ipRanges(r -> r.cidrIp("10.20.10.0/24"))
                                        .build()))),
                Fault.timeout(
                        "balancer-group-without-egress",
                        "chop-elb lets nothing out",
                        w -> out(w, Ids.SG_ELB, List.of())),
                Fault.timeout(
                        "balancer-group-egress-of-another-port",
                        "chop-elb lets only 80 out",
                        w -> out(
                                w,
                                Ids.SG_ELB,
                                List.of(tcp(80).ipRanges(r -> r.cidrIp("0.0.0.0/0"))
                                        .build()))),
                Fault.timeout(
                        "instance-in-another-group",
                        "the instance has chop-base, which lets no balancer in",
                        w -> wears(w, Ids.APP_1D, Ids.SG_BASE)),
                Fault.timeout(
                                "files-closed",
                                "chop-efs lets public-1d no longer mount files, and the application hangs on them",
                                w -> in(w, Ids.SG_EFS, List.of(CheckopPerimeter.FILES_FROM_1D), List.of()))
                        .after(NFS_HANGS));
    }

    static IpPermission.Builder tcp(int port) {
        return IpPermission.builder().ipProtocol("tcp").fromPort(port).toPort(port);
    }

    static IpPermission fromGroup(int port, String group) {
        return tcp(port)
                .userIdGroupPairs(u -> u.userId(Ids.ACCOUNT).groupId(group))
                .build();
    }

    static void in(World world, String id, List<IpPermission> fewer, List<IpPermission> more) {
        SecurityGroup group = world.network().securityGroups().get(id);
        world.network()
                .rulesChanged(group.toBuilder()
                        .ipPermissions(Rules.with(Rules.without(group.ipPermissions(), fewer), more))
                        .build());
    }

    private static void out(World world, String id, List<IpPermission> rules) {
        world.network()
                .rulesChanged(world.network().securityGroups().get(id).toBuilder()
                        .ipPermissionsEgress(rules)
                        .build());
    }

    /** Puts an instance with its interface into one group. */
    private static void wears(World world, String instance, String group) {
        String name = world.network().securityGroups().get(group).groupName();
        world.compute().instances().change(instance, i -> i.toBuilder()
                .securityGroups(g -> g.groupId(group).groupName(name))
                .build());
        world.network().interfaces().stream()
                .filter(n ->
                        n.attachment() != null && instance.equals(n.attachment().instanceId()))
                .toList()
                .forEach(n -> world.network()
                        .interfaces()
                        .put(n.toBuilder()
                                .groups(g -> g.groupId(group).groupName(name))
                                .build()));
        world.network().changed();
    }
}
