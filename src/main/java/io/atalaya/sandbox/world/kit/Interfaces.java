package io.atalaya.sandbox.world.kit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;

/** Network interfaces as EC2 lists them among all: those of instances, and those that services make for themselves. */
public final class Interfaces {
    private Interfaces() {}

    /** The first interface of an instance. */
    public static NetworkInterface of(Instance instance) {
        var card = instance.networkInterfaces().getFirst();
        return NetworkInterface.builder()
                .networkInterfaceId(card.networkInterfaceId())
                .interfaceType("interface")
                .description("")
                .ownerId(card.ownerId())
                .requesterManaged(false)
                .status("in-use")
                .sourceDestCheck(true)
                .macAddress(card.macAddress())
                .vpcId(instance.vpcId())
                .subnetId(instance.subnetId())
                .availabilityZone(instance.placement().availabilityZone())
                .privateIpAddress(instance.privateIpAddress())
                .privateIpAddresses(p -> p.primary(true).privateIpAddress(instance.privateIpAddress()))
                .groups(instance.securityGroups())
                .attachment(a -> a.attachmentId(
                                "eni-attach-" + instance.instanceId().substring(2))
                        .instanceId(instance.instanceId())
                        .instanceOwnerId(card.ownerId())
                        .deviceIndex(0)
                        .status("attached")
                        .attachTime(instance.launchTime())
                        .deleteOnTermination(true))
                .tagSet(instance.tags())
                .build();
    }

    /**
     * What a service makes in a subnet.
     *
     * @param kind EC2's word: {@code interface}, {@code network_load_balancer}, {@code nat_gateway}, {@code efs}
     * @param requester {@code amazon-elb}
     * @param groups none where the service takes no security groups
     */
    public record Made(
            String account,
            String kind,
            String requester,
            String description,
            String vpc,
            String subnet,
            String zone,
            List<String> groups) {
        public Made {
            groups = List.copyOf(groups);
        }

        /** @param publicIp null where it is only for the inside */
        public NetworkInterface at(String id, String ip, @Nullable String publicIp) {
            var made = NetworkInterface.builder()
                    .networkInterfaceId(id)
                    .interfaceType(kind)
                    .description(description)
                    .ownerId(account)
                    .requesterId(requester)
                    .requesterManaged(true)
                    .status("in-use")
                    .sourceDestCheck(!kind.equals("nat_gateway") && !kind.equals("network_load_balancer"))
                    .vpcId(vpc)
                    .subnetId(subnet)
                    .availabilityZone(zone)
                    .privateIpAddress(ip)
                    .privateIpAddresses(p -> p.primary(true).privateIpAddress(ip))
                    .groups(groups.stream()
                            .map(each -> GroupIdentifier.builder().groupId(each).build())
                            .toList());
            return publicIp == null
                    ? made.build()
                    : made.association(a -> a.publicIp(publicIp).ipOwnerId(requester))
                            .build();
        }
    }
}
