package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.World;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;

/** The interfaces of Progresus-ELB: where its nodes are, one in each zone. */
final class CheckopBalancerNodes {
    private CheckopBalancerNodes() {}

    static void furnish(World world) {
        world.network()
                .interfaces()
                .putAll(
                        node("eni-0a2c4e6f8b1d35790", Ids.PUBLIC_1A, Ids.ZONE_A, "10.20.0.7", "203.0.113.31"),
                        node("eni-0b3d5f7a9c1e24680", Ids.PUBLIC_1D, Ids.ZONE_D, "10.20.1.9", "203.0.113.32"));
    }

    private static NetworkInterface node(String id, String subnet, String zone, String ip, String publicIp) {
        return NetworkInterface.builder()
                .networkInterfaceId(id)
                .interfaceType("interface")
                .description("ELB " + Ids.ELB_SUFFIX)
                .ownerId(Ids.ACCOUNT)
                .requesterId("amazon-elb")
                .requesterManaged(true)
                .status("in-use")
                .vpcId(Ids.VPC)
                .subnetId(subnet)
                .availabilityZone(zone)
                .privateIpAddress(ip)
                .privateIpAddresses(p -> p.primary(true).privateIpAddress(ip))
                .association(a -> a.publicIp(publicIp).ipOwnerId("amazon-elb"))
                .groups(g -> g.groupId(Ids.SG_ELB).groupName("chop-elb"))
                .build();
    }
}
