package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.Instances;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.Tagging;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Volume;

/** The hosts with their volume and interface. None has a public address: people come through the balancer. */
final class CitsmartInstances {
    private CitsmartInstances() {}

    static void furnish(World world) {
        for (Host host : Host.ALL) {
            put(world, host, world.start().truncatedTo(ChronoUnit.SECONDS).minus(host.age()));
        }
    }

    /** An instance that begins then, with everything that comes with it. */
    static void put(World world, Host host, Instant launched) {
        world.compute().volumes().put(volume(host, launched));
        world.network().interfaces().put(networkInterface(host, launched));
        world.compute().instances().put(instance(host, launched));
    }

    private static boolean scaled(Host h) {
        return h.role() == Host.Role.APP;
    }

    private static String group(Host h) {
        return scaled(h) ? CitsmartIds.SG_APP : CitsmartIds.SG_SERVICES;
    }

    private static String groupName(Host h) {
        return scaled(h) ? "citsmart-app" : "citsmart-servicos";
    }

    private static Instance instance(Host h, Instant launched) {
        return Instance.builder()
                .instanceId(h.id())
                .imageId(h.image())
                .instanceType(h.role().type())
                .state(Instances.state(InstanceStateName.RUNNING))
                .launchTime(launched)
                .placement(p -> p.availabilityZone(h.zone()).tenancy("default").groupName(""))
                .vpcId(CitsmartIds.VPC)
                .subnetId(h.subnet())
                .privateIpAddress(h.privateIp())
                .privateDnsName("ip-" + h.privateIp().replace('.', '-') + ".sa-east-1.compute.internal")
                .publicDnsName("")
                .architecture("x86_64")
                .platformDetails("Linux/UNIX")
                .usageOperation("RunInstances")
                .hypervisor("xen")
                .virtualizationType("hvm")
                .rootDeviceType("ebs")
                .rootDeviceName("/dev/xvda")
                .ebsOptimized(true)
                .enaSupport(true)
                .sourceDestCheck(true)
                .keyName("citsmart-producao")
                .amiLaunchIndex(0)
                .stateTransitionReason("")
                .cpuOptions(c -> c.coreCount(scaled(h) ? 2 : 1).threadsPerCore(2))
                .monitoring(x -> x.state("enabled"))
                .metadataOptions(o -> o.state("applied").httpTokens("required").httpEndpoint("enabled"))
                .iamInstanceProfile(p -> p.arn("arn:aws:iam::" + CitsmartIds.ACCOUNT + ":instance-profile/CITSmartHost")
                        .id("AIPAC175EXAMPLECITSMT"))
                .securityGroups(g -> g.groupId(group(h)).groupName(groupName(h)))
                .blockDeviceMappings(b -> b.deviceName("/dev/xvda").ebs(e -> e.volumeId(h.volume())
                        .status("attached")
                        .attachTime(launched)
                        .deleteOnTermination(true)))
                .networkInterfaces(n -> n.networkInterfaceId(h.networkInterface())
                        .subnetId(h.subnet())
                        .vpcId(CitsmartIds.VPC)
                        .ownerId(CitsmartIds.ACCOUNT)
                        .status("in-use")
                        .privateIpAddress(h.privateIp())
                        .groups(g -> g.groupId(group(h)).groupName(groupName(h))))
                .tags(tags(h))
                .build();
    }

    private static List<Tag> tags(Host h) {
        List<Tag> tags = new ArrayList<>(CitsmartTags.named(h.name()));
        tags.add(Tagging.tag(
                "Docker", h.role().containers().stream().map(Container::word).collect(Collectors.joining(" "))));
        if (scaled(h)) {
            tags.add(Tagging.tag("Software", h.modern() ? "WildFly 12, Java 8" : "JBoss 7.1, Java 7"));
            tags.add(Tagging.tag("aws:autoscaling:groupName", CitsmartIds.SCALING_GROUP));
            tags.add(Tagging.tag("aws:ec2launchtemplate:id", CitsmartIds.TEMPLATE));
            tags.add(Tagging.tag("aws:ec2launchtemplate:version", h.modern() ? "7" : "6"));
        }
        return List.copyOf(tags);
    }

    private static Volume volume(Host h, Instant launched) {
        return Volume.builder()
                .volumeId(h.volume())
                .volumeType("gp3")
                .size(scaled(h) ? 100 : 300)
                .iops(3000)
                .throughput(125)
                .state("in-use")
                .encrypted(true)
                .multiAttachEnabled(false)
                .availabilityZone(h.zone())
                .createTime(launched)
                .snapshotId("snap-" + h.image().substring(4))
                .attachments(a -> a.instanceId(h.id())
                        .volumeId(h.volume())
                        .device("/dev/xvda")
                        .state("attached")
                        .attachTime(launched)
                        .deleteOnTermination(true))
                .tags(CitsmartTags.named(h.name()))
                .build();
    }

    private static NetworkInterface networkInterface(Host h, Instant launched) {
        return NetworkInterface.builder()
                .networkInterfaceId(h.networkInterface())
                .interfaceType("interface")
                .description("")
                .ownerId(CitsmartIds.ACCOUNT)
                .requesterManaged(false)
                .status("in-use")
                .sourceDestCheck(true)
                .vpcId(CitsmartIds.VPC)
                .subnetId(h.subnet())
                .availabilityZone(h.zone())
                .privateIpAddress(h.privateIp())
                .privateIpAddresses(p -> p.primary(true).privateIpAddress(h.privateIp()))
                .groups(g -> g.groupId(group(h)).groupName(groupName(h)))
                .attachment(a -> a.attachmentId("eni-attach-" + h.id().substring(2))
                        .instanceId(h.id())
                        .instanceOwnerId(CitsmartIds.ACCOUNT)
                        .deviceIndex(0)
                        .status("attached")
                        .attachTime(launched)
                        .deleteOnTermination(true))
                .tagSet(CitsmartTags.named(h.name()))
                .build();
    }
}
