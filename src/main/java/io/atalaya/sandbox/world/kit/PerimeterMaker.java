package io.atalaya.sandbox.world.kit;

import io.atalaya.sandbox.world.Rules;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkAclAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;
import software.amazon.awssdk.services.ec2.model.PortRange;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * Makes the security groups and network ACLs of one VPC, in the shapes EC2 gives them.
 *
 * @param account twelve digits
 * @param tagging of everything of the deployment; what is called {@code default} has no tags
 */
public record PerimeterMaker(String account, String region, String vpc, Tagging tagging) {
    /** Protocol numbers as network ACLs have them. */
    public static final String TCP = "6";

    public static final String ALL = "-1";

    /** The rule that EC2 appends to every list and nobody can change. */
    private static final int LAST = 32767;

    /** A group that lets everything out. */
    public SecurityGroup group(String id, String name, String description, IpPermission... ingress) {
        return SecurityGroup.builder()
                .groupId(id)
                .groupName(name)
                .description(description)
                .ownerId(account)
                .vpcId(vpc)
                .securityGroupArn("arn:aws:ec2:" + region + ':' + account + ":security-group/" + id)
                .ipPermissions(Rules.with(List.of(), List.of(ingress)))
                .ipPermissionsEgress(IpPermission.builder()
                        .ipProtocol("-1")
                        .ipRanges(r -> r.cidrIp("0.0.0.0/0"))
                        .build())
                .tags(tags(name))
                .build();
    }

    /** One TCP port from an address range. */
    public static IpPermission from(int port, String cidr, String why) {
        return IpPermission.builder()
                .ipProtocol("tcp")
                .fromPort(port)
                .toPort(port)
                .ipRanges(r -> r.cidrIp(cidr).description(why))
                .build();
    }

    /** One TCP port from the members of a group. */
    public IpPermission fromGroup(int port, String group, String why) {
        return IpPermission.builder()
                .ipProtocol("tcp")
                .fromPort(port)
                .toPort(port)
                .userIdGroupPairs(u -> u.userId(account).groupId(group).description(why))
                .build();
    }

    /** Everything from the group's own members, as every VPC's default group has it. */
    public IpPermission fromItself(String group) {
        return IpPermission.builder()
                .ipProtocol("-1")
                .userIdGroupPairs(u -> u.userId(account).groupId(group))
                .build();
    }

    /** An ACL that refuses what its rules do not allow. */
    public NetworkAcl acl(String id, String name, List<NetworkAclEntry> rules, List<String> subnets) {
        return NetworkAcl.builder()
                .networkAclId(id)
                .vpcId(vpc)
                .ownerId(account)
                .isDefault(name.equals("default"))
                .entries(Stream.concat(rules.stream(), Stream.of(refuse(false), refuse(true)))
                        .toList())
                .associations(subnets.stream()
                        .map(s -> NetworkAclAssociation.builder()
                                .networkAclAssociationId(s.replace("subnet-", "aclassoc-"))
                                .networkAclId(id)
                                .subnetId(s)
                                .build())
                        .toList())
                .tags(tags(name))
                .build();
    }

    /**
     * A rule that allows.
     *
     * @param from the first port; null where the protocol has none
     */
    public static NetworkAclEntry entry(
            int number, boolean egress, String protocol, String cidr, @Nullable Integer from, @Nullable Integer to) {
        return NetworkAclEntry.builder()
                .ruleNumber(number)
                .egress(egress)
                .protocol(protocol)
                .cidrBlock(cidr)
                .ruleAction("allow")
                .portRange(
                        from == null
                                ? null
                                : PortRange.builder().from(from).to(to).build())
                .build();
    }

    private static NetworkAclEntry refuse(boolean egress) {
        return entry(LAST, egress, ALL, "0.0.0.0/0", null, null).toBuilder()
                .ruleAction("deny")
                .build();
    }

    private List<Tag> tags(String name) {
        return name.equals("default") ? List.of() : tagging.named(name);
    }
}
