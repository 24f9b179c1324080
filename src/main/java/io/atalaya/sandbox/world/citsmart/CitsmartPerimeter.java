package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.Rules;
import io.atalaya.sandbox.world.World;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkAclAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;
import software.amazon.awssdk.services.ec2.model.PortRange;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** "We use Firewalls from AWS": the security groups, and the network ACL around the data. */
final class CitsmartPerimeter {
    private static final int LAST = 32767;

    private CitsmartPerimeter() {}

    static void furnish(World world) {
        world.network()
                .securityGroups()
                .putAll(
                        group(
                                CitsmartIds.SG_ELB,
                                "citsmart-elb",
                                "Balanceador de carga, publico",
                                from(443, "0.0.0.0/0", "HTTPS para todos"),
                                from(80, "0.0.0.0/0", "HTTP, redirecionado para HTTPS")),
                        group(
                                CitsmartIds.SG_APP,
                                "citsmart-app",
                                "Hosts citSMART, citGUACD e citTIKA",
                                fromGroup(8080, CitsmartIds.SG_ELB, "balanceador para citSMART"),
                                fromGroup(9998, CitsmartIds.SG_ELB, "balanceador para citTIKA"),
                                from(22, CitsmartVpn.ON_PREMISES, "SSH da matriz, pela VPN")),
                        group(
                                CitsmartIds.SG_SERVICES,
                                "citsmart-servicos",
                                "Hosts citSOLR, mongodb e citACTIVEMQ",
                                fromGroup(8983, CitsmartIds.SG_ELB, "balanceador para citSOLR"),
                                fromGroup(8161, CitsmartIds.SG_ELB, "balanceador para o console do citACTIVEMQ"),
                                fromGroup(8983, CitsmartIds.SG_APP, "citSMART para citSOLR"),
                                fromGroup(27017, CitsmartIds.SG_APP, "citSMART para mongodb"),
                                fromGroup(61616, CitsmartIds.SG_APP, "citSMART para citACTIVEMQ"),
                                fromGroup(27017, CitsmartIds.SG_SERVICES, "replicas do mongodb"),
                                from(22, CitsmartVpn.ON_PREMISES, "SSH da matriz, pela VPN")),
                        group(
                                CitsmartIds.SG_DB,
                                "citsmart-db",
                                "PostgreSQL",
                                fromGroup(5432, CitsmartIds.SG_APP, "citSMART para PostgreSQL"),
                                from(5432, "172.20.8.0/24", "relatorios da matriz, pela VPN")),
                        group(
                                CitsmartIds.SG_DEFAULT,
                                "default",
                                "default VPC security group",
                                IpPermission.builder()
                                        .ipProtocol("-1")
                                        .userIdGroupPairs(u ->
                                                u.userId(CitsmartIds.ACCOUNT).groupId(CitsmartIds.SG_DEFAULT))
                                        .build()));
        world.network()
                .acls()
                .putAll(
                        acl(
                                CitsmartIds.ACL_DATA,
                                "nacl-dados",
                                List.of(
                                        entry(100, false, "6", CitsmartNetwork.CIDR, 5432, 5432),
                                        entry(110, false, "6", "172.20.8.0/24", 5432, 5432),
                                        entry(100, true, "6", CitsmartNetwork.CIDR, 1024, 65535),
                                        entry(110, true, "6", "172.20.8.0/24", 1024, 65535)),
                                CitsmartIds.DATA),
                        acl(
                                CitsmartIds.ACL_DEFAULT,
                                "default",
                                List.of(
                                        entry(100, false, "-1", "0.0.0.0/0", null, null),
                                        entry(100, true, "-1", "0.0.0.0/0", null, null)),
                                Stream.of(CitsmartIds.PUBLIC, CitsmartIds.APP)
                                        .flatMap(List::stream)
                                        .toList()));
    }

    private static SecurityGroup group(String id, String name, String description, IpPermission... ingress) {
        return SecurityGroup.builder()
                .groupId(id)
                .groupName(name)
                .description(description)
                .ownerId(CitsmartIds.ACCOUNT)
                .vpcId(CitsmartIds.VPC)
                .securityGroupArn(
                        "arn:aws:ec2:" + CitsmartIds.REGION + ':' + CitsmartIds.ACCOUNT + ":security-group/" + id)
                .ipPermissions(Rules.with(List.of(), List.of(ingress)))
                .ipPermissionsEgress(IpPermission.builder()
                        .ipProtocol("-1")
                        .ipRanges(r -> r.cidrIp("0.0.0.0/0"))
                        .build())
                .tags(name.equals("default") ? List.of() : CitsmartTags.named(name))
                .build();
    }

    private static IpPermission from(int port, String cidr, String why) {
        return IpPermission.builder()
                .ipProtocol("tcp")
                .fromPort(port)
                .toPort(port)
                .ipRanges(r -> r.cidrIp(cidr).description(why))
                .build();
    }

    private static IpPermission fromGroup(int port, String group, String why) {
        return IpPermission.builder()
                .ipProtocol("tcp")
                .fromPort(port)
                .toPort(port)
                .userIdGroupPairs(
                        u -> u.userId(CitsmartIds.ACCOUNT).groupId(group).description(why))
                .build();
    }

    private static NetworkAcl acl(String id, String name, List<NetworkAclEntry> rules, List<String> subnets) {
        return NetworkAcl.builder()
                .networkAclId(id)
                .vpcId(CitsmartIds.VPC)
                .ownerId(CitsmartIds.ACCOUNT)
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
                .tags(name.equals("default") ? List.of() : CitsmartTags.named(name))
                .build();
    }

    private static NetworkAclEntry refuse(boolean egress) {
        return entry(LAST, egress, "-1", "0.0.0.0/0", null, null).toBuilder()
                .ruleAction("deny")
                .build();
    }

    private static NetworkAclEntry entry(
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
}
