package io.atalaya.deployment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has addresses in a subnet (ec2:DescribeNetworkInterfaces): an instance, a node of a balancer, a database, a mount target, ...
 *
 * @param kind AWS's word, {@code interface}, {@code network_load_balancer}, {@code nat_gateway}, ...
 * @param description where AWS says what it made it for, {@code ELB app/Progresus-ELB/...}
 * @param status {@code in-use} or {@code available}
 * @param privateIps IPv4, the primary one first
 * @param publicIp of the primary address, Elastic or not
 * @param publicIps addresses of the internet by the private one they lead to, that of the primary one among them
 * @param instanceId null where it belongs to none of the account's instances
 * @param sourceDestCheck whether it drops what is not from or for its own addresses
 * @param requester the service or account that made it, {@code amazon-elb}; null where a person did
 */
public record NetworkInterface(
        String id,
        String name,
        String vpcId,
        String subnetId,
        String zone,
        String kind,
        String description,
        String status,
        List<String> privateIps,
        List<String> ipv6,
        @Nullable String publicIp,
        Map<String, String> publicIps,
        List<String> securityGroupIds,
        @Nullable String instanceId,
        boolean sourceDestCheck,
        @Nullable String requester,
        Map<String, String> tags)
        implements Resource {
    public NetworkInterface {
        privateIps = List.copyOf(privateIps);
        ipv6 = List.copyOf(ipv6);
        publicIps = Map.copyOf(publicIps);
        securityGroupIds = List.copyOf(securityGroupIds);
        tags = Map.copyOf(tags);
    }

    /** One of which no address but the primary one has an address of the internet. */
    public NetworkInterface(
            String id,
            String name,
            String vpcId,
            String subnetId,
            String zone,
            String kind,
            String description,
            String status,
            List<String> privateIps,
            List<String> ipv6,
            @Nullable String publicIp,
            List<String> securityGroupIds,
            @Nullable String instanceId,
            boolean sourceDestCheck,
            @Nullable String requester,
            Map<String, String> tags) {
        this(
                id,
                name,
                vpcId,
                subnetId,
                zone,
                kind,
                description,
                status,
                privateIps,
                ipv6,
                publicIp,
                publicIp == null || privateIps.isEmpty() ? Map.of() : Map.of(privateIps.getFirst(), publicIp),
                securityGroupIds,
                instanceId,
                sourceDestCheck,
                requester,
                tags);
    }

    @Override
    public ResourceType type() {
        return ResourceType.NETWORK_INTERFACE;
    }
}
