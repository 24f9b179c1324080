package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkAclAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;
import software.amazon.awssdk.services.ec2.model.PortRange;

/** The network ACLs: stateless, so replies need rules of their own. */
final class CheckopAcls {
    private static final String TCP = "6";
    private static final String ALL = "-1";
    private static final int LAST = 32767;

    private CheckopAcls() {}

    static void furnish(World world) {
        world.network()
                .acls()
                .putAll(
                        acl(
                                Ids.ACL_PUBLIC,
                                "nacl-public",
                                List.of(
                                        entry(100, false, TCP, "0.0.0.0/0", 443, 443),
                                        entry(110, false, TCP, "0.0.0.0/0", 80, 80),
                                        entry(120, false, TCP, "0.0.0.0/0", 22, 22),
                                        entry(130, false, TCP, "10.20.0.0/16", 8080, 8081),
                                        entry(140, false, TCP, "10.20.0.0/16", 1024, 65535),
                                        entry(150, false, TCP, "0.0.0.0/0", 1024, 65535),
                                        entry(100, true, ALL, "0.0.0.0/0", null, null)),
                                Ids.PUBLIC_1A,
                                Ids.PUBLIC_1D),
                        acl(
                                Ids.ACL_DATA,
                                "nacl-data",
                                List.of(
                                        entry(100, false, TCP, "10.20.0.0/16", 2049, 2049),
                                        entry(110, false, TCP, "10.20.0.0/16", 3306, 3306),
                                        entry(110, true, TCP, "10.20.0.0/16", 1024, 65535)),
                                Ids.DATA_1A,
                                Ids.DATA_1D),
                        acl(
                                Ids.ACL_DEFAULT,
                                "default",
                                List.of(
                                        entry(100, false, ALL, "0.0.0.0/0", null, null),
                                        entry(100, true, ALL, "0.0.0.0/0", null, null))));
    }

    private static NetworkAcl acl(String id, String name, List<NetworkAclEntry> rules, String... subnets) {
        List<NetworkAclEntry> all = new ArrayList<>(rules);
        all.add(refuse(false));
        all.add(refuse(true));
        return NetworkAcl.builder()
                .networkAclId(id)
                .vpcId(Ids.VPC)
                .ownerId(Ids.ACCOUNT)
                .isDefault(name.equals("default"))
                .entries(all)
                .associations(Stream.of(subnets)
                        .map(s -> NetworkAclAssociation.builder()
                                .networkAclAssociationId(s.replace("subnet-", "aclassoc-"))
                                .networkAclId(id)
                                .subnetId(s)
                                .build())
                        .toList())
                .tags(name.equals("default") ? List.of() : Tags.named(name))
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

    private static NetworkAclEntry refuse(boolean egress) {
        return NetworkAclEntry.builder()
                .ruleNumber(LAST)
                .egress(egress)
                .protocol(ALL)
                .cidrBlock("0.0.0.0/0")
                .ruleAction("deny")
                .build();
    }
}
