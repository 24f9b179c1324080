package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.Rules;
import io.atalaya.sandbox.world.World;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** The security groups. One rule of chop-efs is the one the deployment's story removes. */
public final class CheckopPerimeter {
    /** "Instances in public-1d mount files": TCP 2049 from 10.20.1.0/24. */
    public static final IpPermission FILES_FROM_1D = from(2049, "10.20.1.0/24", "Instances in public-1d mount files");

    private CheckopPerimeter() {}

    static void furnish(World world) {
        world.network()
                .securityGroups()
                .putAll(
                        group(
                                Ids.SG_ELB,
                                "chop-elb",
                                "Progresus-ELB, public",
                                from(443, "0.0.0.0/0", "HTTPS for everybody"),
                                from(80, "0.0.0.0/0", "HTTP, only to be redirected")),
                        group(
                                Ids.SG_APP,
                                "chop-app",
                                "AUTOChOp instances",
                                fromGroup(8080, Ids.SG_ELB, "Balancer to web"),
                                fromGroup(8081, Ids.SG_ELB, "Balancer to files"),
                                fromGroup(22, Ids.SG_BASE, "Deploy from Base ChOp")),
                        group(
                                Ids.SG_BASE,
                                "chop-base",
                                "Base ChOp, hub of updates",
                                from(443, "198.51.100.0/24", "Office Bogotá"),
                                from(22, "0.0.0.0/0", "temporal, quitar")),
                        group(
                                Ids.SG_EFS,
                                "chop-efs",
                                "Mount targets of ChOp-Temp",
                                IpPermission.builder()
                                        .ipProtocol("tcp")
                                        .fromPort(2049)
                                        .toPort(2049)
                                        .ipRanges(
                                                r -> r.cidrIp("10.20.0.0/24")
                                                        .description("Instances in public-1a mount files"),
                                                r -> r.cidrIp("10.20.1.0/24")
                                                        .description("Instances in public-1d mount files"))
                                        .userIdGroupPairs(u -> u.userId(Ids.ACCOUNT)
                                                .groupId(Ids.SG_BASE)
                                                .description("Base ChOp mounts files"))
                                        .build()),
                        group(
                                Ids.SG_DB,
                                "chop-db",
                                "dbprogressus",
                                fromGroup(3306, Ids.SG_APP, "AUTOChOp to MySQL"),
                                fromGroup(3306, Ids.SG_BASE, "Base ChOp to MySQL")),
                        group(
                                Ids.SG_DEFAULT,
                                "default",
                                "default VPC security group",
                                IpPermission.builder()
                                        .ipProtocol("-1")
                                        .userIdGroupPairs(
                                                u -> u.userId(Ids.ACCOUNT).groupId(Ids.SG_DEFAULT))
                                        .build()));
    }

    private static SecurityGroup group(String id, String name, String description, IpPermission... ingress) {
        return SecurityGroup.builder()
                .groupId(id)
                .groupName(name)
                .description(description)
                .ownerId(Ids.ACCOUNT)
                .vpcId(Ids.VPC)
                .securityGroupArn("arn:aws:ec2:" + Ids.REGION + ':' + Ids.ACCOUNT + ":security-group/" + id)
                .ipPermissions(Rules.with(List.of(), List.of(ingress)))
                .ipPermissionsEgress(IpPermission.builder()
                        .ipProtocol("-1")
                        .ipRanges(r -> r.cidrIp("0.0.0.0/0"))
                        .build())
                .tags(name.equals("default") ? List.of() : Tags.named(name))
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
                .userIdGroupPairs(u -> u.userId(Ids.ACCOUNT).groupId(group).description(why))
                .build();
    }
}
