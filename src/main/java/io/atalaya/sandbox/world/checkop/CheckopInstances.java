package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.Instances;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Volume;

/** The three instances with their volume, interface and Elastic IP. */
final class CheckopInstances {
    /** One machine as the document lists it. */
    record Machine(
            String id,
            String name,
            String zone,
            String subnet,
            String privateIp,
            String publicIp,
            String group,
            String groupName,
            String image,
            boolean scaled,
            Duration age) {}

    static final Machine APP_1D = new Machine(
            Ids.APP_1D,
            "AUTOChOp",
            Ids.ZONE_D,
            Ids.PUBLIC_1D,
            "10.20.1.57",
            "203.0.113.22",
            Ids.SG_APP,
            "chop-app",
            Ids.IMAGE_USED,
            true,
            Duration.ofDays(41).plusMinutes(291));

    static final Machine APP_1A = new Machine(
            Ids.APP_1A,
            "AUTOChOp",
            Ids.ZONE_A,
            Ids.PUBLIC_1A,
            "10.20.0.41",
            "203.0.113.21",
            Ids.SG_APP,
            "chop-app",
            Ids.IMAGE_USED,
            true,
            Duration.ofDays(41).plusMinutes(296));

    static final Machine BASE = new Machine(
            Ids.BASE,
            "Base ChOp",
            Ids.ZONE_A,
            Ids.PUBLIC_1A,
            "10.20.0.12",
            "203.0.113.20",
            Ids.SG_BASE,
            "chop-base",
            Ids.IMAGE_CENTOS,
            false,
            Duration.ofDays(262));

    private CheckopInstances() {}

    static void furnish(World world) {
        for (Machine machine : List.of(APP_1D, APP_1A, BASE)) {
            Instant launched = world.start().truncatedTo(ChronoUnit.SECONDS).minus(machine.age());
            put(world, machine, launched);
            world.network().addresses().put(address(machine));
        }
    }

    /** An instance of the scaling group that is beginning now, with everything that comes with it. */
    static void put(World world, Machine machine, Instant launched) {
        world.compute().volumes().put(volume(machine, launched));
        world.network().interfaces().put(networkInterface(machine, launched));
        world.compute().instances().put(instance(machine, launched));
    }

    static String volumeOf(String instanceId) {
        return "vol-" + instanceId.substring(2);
    }

    static String interfaceOf(String instanceId) {
        return "eni-" + instanceId.substring(2);
    }

    private static Instance instance(Machine m, Instant launched) {
        String publicName = "ec2-" + m.publicIp().replace('.', '-') + ".compute-1.amazonaws.com";
        return Instance.builder()
                .instanceId(m.id())
                .imageId(m.image())
                .instanceType("t3.xlarge")
                .state(Instances.state(InstanceStateName.RUNNING))
                .launchTime(launched)
                .placement(p -> p.availabilityZone(m.zone()).tenancy("default").groupName(""))
                .vpcId(Ids.VPC)
                .subnetId(m.subnet())
                .privateIpAddress(m.privateIp())
                .privateDnsName("ip-" + m.privateIp().replace('.', '-') + ".ec2.internal")
                .publicIpAddress(m.publicIp())
                .publicDnsName(publicName)
                .architecture("x86_64")
                .platformDetails("Linux/UNIX")
                .usageOperation("RunInstances")
                .hypervisor("xen")
                .virtualizationType("hvm")
                .rootDeviceType("ebs")
                .rootDeviceName("/dev/sda1")
                .ebsOptimized(true)
                .enaSupport(true)
                .sourceDestCheck(true)
                .keyName("checkop-prod")
                .amiLaunchIndex(0)
                .stateTransitionReason("")
                .cpuOptions(c -> c.coreCount(2).threadsPerCore(2))
                .monitoring(x -> x.state(m.scaled() ? "enabled" : "disabled"))
                .metadataOptions(o -> o.state("applied").httpTokens("required").httpEndpoint("enabled"))
                .iamInstanceProfile(p -> p.arn("arn:aws:iam::" + Ids.ACCOUNT + ":instance-profile/ChOpInstance")
                        .id("AIPAQ3EGXAMPLE7CHOP01"))
                .securityGroups(g -> g.groupId(m.group()).groupName(m.groupName()))
                .blockDeviceMappings(b -> b.deviceName("/dev/sda1").ebs(e -> e.volumeId(volumeOf(m.id()))
                        .status("attached")
                        .attachTime(launched)
                        .deleteOnTermination(true)))
                .networkInterfaces(n -> n.networkInterfaceId(interfaceOf(m.id()))
                        .subnetId(m.subnet())
                        .vpcId(Ids.VPC)
                        .ownerId(Ids.ACCOUNT)
                        .status("in-use")
                        .privateIpAddress(m.privateIp())
                        .groups(g -> g.groupId(m.group()).groupName(m.groupName()))
                        .association(a -> a.publicIp(m.publicIp())
                                .publicDnsName(publicName)
                                .ipOwnerId(Ids.ACCOUNT)))
                .tags(tags(m))
                .build();
    }

    private static List<Tag> tags(Machine m) {
        List<Tag> tags = new ArrayList<>(Tags.named(m.name()));
        if (m.scaled()) {
            tags.add(Tags.tag("aws:autoscaling:groupName", Ids.SCALING_GROUP));
            tags.add(Tags.tag("aws:ec2launchtemplate:id", Ids.TEMPLATE));
            tags.add(Tags.tag("aws:ec2launchtemplate:version", "3"));
        }
        return List.copyOf(tags);
    }

    private static Volume volume(Machine m, Instant launched) {
        return Volume.builder()
                .volumeId(volumeOf(m.id()))
                .volumeType("gp3")
                .size(50)
                .iops(3000)
                .throughput(125)
                .state("in-use")
                .encrypted(false)
                .multiAttachEnabled(false)
                .availabilityZone(m.zone())
                .createTime(launched)
                .snapshotId(
                        m.image().equals(Ids.IMAGE_CENTOS)
                                ? ""
                                : "snap-" + m.image().substring(4))
                .attachments(a -> a.instanceId(m.id())
                        .volumeId(volumeOf(m.id()))
                        .device("/dev/sda1")
                        .state("attached")
                        .attachTime(launched)
                        .deleteOnTermination(true))
                .tags(Tags.named(m.name()))
                .build();
    }

    private static NetworkInterface networkInterface(Machine m, Instant launched) {
        return NetworkInterface.builder()
                .networkInterfaceId(interfaceOf(m.id()))
                .interfaceType("interface")
                .description("")
                .ownerId(Ids.ACCOUNT)
                .requesterManaged(false)
                .status("in-use")
                .sourceDestCheck(true)
                .vpcId(Ids.VPC)
                .subnetId(m.subnet())
                .availabilityZone(m.zone())
                .privateIpAddress(m.privateIp())
                .privateIpAddresses(p -> p.primary(true).privateIpAddress(m.privateIp()))
                .groups(g -> g.groupId(m.group()).groupName(m.groupName()))
                .association(a -> a.publicIp(m.publicIp()).ipOwnerId(Ids.ACCOUNT))
                .attachment(a -> a.attachmentId("eni-attach-" + m.id().substring(2))
                        .instanceId(m.id())
                        .instanceOwnerId(Ids.ACCOUNT)
                        .deviceIndex(0)
                        .status("attached")
                        .attachTime(launched)
                        .deleteOnTermination(true))
                .tagSet(Tags.named(m.name()))
                .build();
    }

    private static Address address(Machine m) {
        String suffix = m.id().substring(2);
        return Address.builder()
                .allocationId("eipalloc-" + suffix)
                .associationId("eipassoc-" + suffix)
                .domain("vpc")
                .publicIp(m.publicIp())
                .publicIpv4Pool("amazon")
                .networkBorderGroup(Ids.REGION)
                .instanceId(m.id())
                .networkInterfaceId(interfaceOf(m.id()))
                .networkInterfaceOwnerId(Ids.ACCOUNT)
                .privateIpAddress(m.privateIp())
                .tags(Tags.named(m.name()))
                .build();
    }
}
