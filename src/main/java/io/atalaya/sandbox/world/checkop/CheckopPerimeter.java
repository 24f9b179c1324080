package io.atalaya.sandbox.world.checkop;

import static io.atalaya.sandbox.world.kit.PerimeterMaker.from;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.PerimeterMaker;
import software.amazon.awssdk.services.ec2.model.IpPermission;

/** The security groups. One rule of chop-efs is the one the deployment's story removes. */
public final class CheckopPerimeter {
    /** "Instances in public-1d mount files": TCP 2049 from 10.20.1.0/24. */
    public static final IpPermission FILES_FROM_1D = from(2049, "10.20.1.0/24", "Instances in public-1d mount files");

    /** Makes what belongs to the one VPC. */
    static final PerimeterMaker VPC = new PerimeterMaker(Ids.ACCOUNT, Ids.REGION, Ids.VPC, Tags.TAGGING);

    private CheckopPerimeter() {}

    static void furnish(World world) {
        world.network()
                .securityGroups()
                .putAll(
                        VPC.group(
                                Ids.SG_ELB,
                                "chop-elb",
                                "Progresus-ELB, public",
                                from(443, "0.0.0.0/0", "HTTPS for everybody"),
                                from(80, "0.0.0.0/0", "HTTP, only to be redirected")),
                        VPC.group(
                                Ids.SG_APP,
                                "chop-app",
                                "AUTOChOp instances",
                                VPC.fromGroup(8080, Ids.SG_ELB, "Balancer to web"),
                                VPC.fromGroup(8081, Ids.SG_ELB, "Balancer to files"),
                                VPC.fromGroup(22, Ids.SG_BASE, "Deploy from Base ChOp")),
                        VPC.group(
                                Ids.SG_BASE,
                                "chop-base",
                                "Base ChOp, hub of updates",
                                from(443, "198.51.100.0/24", "Office Bogotá"),
                                from(22, "0.0.0.0/0", "temporal, quitar")),
                        VPC.group(
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
                        VPC.group(
                                Ids.SG_DB,
                                "chop-db",
                                "dbprogressus",
                                VPC.fromGroup(3306, Ids.SG_APP, "AUTOChOp to MySQL"),
                                VPC.fromGroup(3306, Ids.SG_BASE, "Base ChOp to MySQL")),
                        VPC.group(
                                Ids.SG_DEFAULT,
                                "default",
                                "default VPC security group",
                                VPC.fromItself(Ids.SG_DEFAULT)));
    }
}
