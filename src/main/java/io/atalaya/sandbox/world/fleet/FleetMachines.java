package io.atalaya.sandbox.world.fleet;

import io.atalaya.sandbox.world.Instances;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.Interfaces;
import io.atalaya.sandbox.world.kit.Tagging;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceBlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Volume;

/** Instances with their volumes, as large on the wire as AWS's are. */
final class FleetMachines {
    private static final String ROOT = "/dev/xvda";
    private static final String DATA = "/dev/sdf";

    private final World world;
    private final Names names;
    private final Instant start;

    FleetMachines(World world, Names names) {
        this.world = world;
        this.names = names;
        this.start = world.start().truncatedTo(ChronoUnit.SECONDS);
    }

    void furnish(Company company) {
        var hosts = new int[company.sites().size()][Site.ZONES.size()];
        for (Service service : company.services()) {
            int[] used = hosts[company.sites().indexOf(service.network())];
            for (int i = 0; i < service.size(); i++) {
                Instant launched = start.minus(
                        Duration.ofMinutes(60L * 24 * (1 + world.dice().below("age", service.number(), 8)) + 7L * i));
                put(service, i, used[zone(i)]++, launched);
            }
        }
        for (int i = 0; i < Math.max(1, company.services().size() / 6); i++) {
            world.compute().volumes().put(forgotten(i));
        }
    }

    static int zone(int index) {
        return index % Site.ZONES.size();
    }

    /** In development, one named instance in four is stopped when nobody needs it. */
    static boolean isStopped(Service service, int index) {
        return service.environment().equals("dev") && !service.isScaled() && index % 4 == 3;
    }

    /** Puts in an instance with its volumes. */
    Instance put(Service service, int index, int host, Instant launched) {
        String id = names.instance(service, index);
        var volumes = new ArrayList<Volume>();
        volumes.add(volume(service, index, id, ROOT, 30, launched));
        if (!service.isScaled()) {
            volumes.add(volume(service, index, id, DATA, 500, launched));
        }
        volumes.forEach(world.compute().volumes()::put);
        Instance instance = instance(service, index, host, launched, volumes);
        world.compute().instances().put(instance);
        world.network().interfaces().put(Interfaces.of(instance));
        return instance;
    }

    private Instance instance(Service service, int index, int host, Instant launched, List<Volume> volumes) {
        String id = names.instance(service, index);
        int zone = zone(index);
        Site site = service.network();
        String subnet = site.privateIds().get(zone);
        String ip = site.address(zone, host);
        String group = names.group(service);
        boolean stopped = isStopped(service, index);
        String suffix = id.substring(2);
        return Instance.builder()
                .instanceId(id)
                .imageId(names.image(service, FleetImages.release(service)))
                .instanceType(service.role().instanceType())
                .state(Instances.state(stopped ? InstanceStateName.STOPPED : InstanceStateName.RUNNING))
                .launchTime(launched)
                .placement(p -> p.availabilityZone(Site.ZONES.get(zone))
                        .tenancy("default")
                        .groupName(""))
                .vpcId(site.vpcId())
                .subnetId(subnet)
                .privateIpAddress(ip)
                .privateDnsName("ip-" + ip.replace('.', '-') + ".ec2.internal")
                .publicDnsName("")
                .architecture("x86_64")
                .platformDetails("Linux/UNIX")
                .usageOperation("RunInstances")
                .hypervisor("xen")
                .virtualizationType("hvm")
                .rootDeviceType("ebs")
                .rootDeviceName(ROOT)
                .ebsOptimized(true)
                .enaSupport(true)
                .sourceDestCheck(true)
                .amiLaunchIndex(0)
                .stateTransitionReason(stopped ? "User initiated" : "")
                .clientToken(world.dice().uuid("client" + service.number(), index))
                .cpuOptions(c -> c.coreCount(2).threadsPerCore(2))
                .monitoring(m -> m.state("enabled"))
                .capacityReservationSpecification(c -> c.capacityReservationPreference("open"))
                .hibernationOptions(h -> h.configured(false))
                .enclaveOptions(e -> e.enabled(false))
                .maintenanceOptions(m -> m.autoRecovery("default"))
                .privateDnsNameOptions(o -> o.hostnameType("ip-name")
                        .enableResourceNameDnsARecord(false)
                        .enableResourceNameDnsAAAARecord(false))
                .metadataOptions(o -> o.state("applied")
                        .httpTokens("required")
                        .httpPutResponseHopLimit(2)
                        .httpEndpoint("enabled")
                        .httpProtocolIpv6("disabled")
                        .instanceMetadataTags("disabled"))
                .iamInstanceProfile(p -> p.arn(world.account()
                                .globalArn(
                                        "iam",
                                        "instance-profile/" + service.role().team()))
                        .id("AIPAQ3EGEXAMPLE00001"))
                .securityGroups(g -> g.groupId(group).groupName(service.name()))
                .blockDeviceMappings(volumes.stream()
                        .map(v -> InstanceBlockDeviceMapping.builder()
                                .deviceName(v.attachments().getFirst().device())
                                .ebs(e -> e.volumeId(v.volumeId())
                                        .status("attached")
                                        .attachTime(launched)
                                        .deleteOnTermination(true))
                                .build())
                        .toList())
                .networkInterfaces(n -> n.networkInterfaceId("eni-" + suffix)
                        .interfaceType("interface")
                        .description("")
                        .macAddress("0a:" + suffix.substring(0, 2) + ':' + suffix.substring(2, 4) + ':'
                                + suffix.substring(4, 6) + ':' + suffix.substring(6, 8) + ":01")
                        .subnetId(subnet)
                        .vpcId(site.vpcId())
                        .ownerId(world.account().id())
                        .status("in-use")
                        .sourceDestCheck(true)
                        .privateIpAddress(ip)
                        .privateDnsName("ip-" + ip.replace('.', '-') + ".ec2.internal")
                        .privateIpAddresses(a -> a.primary(true).privateIpAddress(ip))
                        .attachment(a -> a.attachmentId("eni-attach-" + suffix)
                                .deviceIndex(0)
                                .status("attached")
                                .attachTime(launched)
                                .deleteOnTermination(true)
                                .networkCardIndex(0))
                        .groups(g -> g.groupId(group).groupName(service.name())))
                .tags(tags(service, index))
                .build();
    }

    private List<Tag> tags(Service service, int index) {
        if (!service.isScaled()) {
            return FleetTags.of(service, service.name() + "-%02d".formatted(index + 1));
        }
        var tags = new ArrayList<>(FleetTags.of(service, service.name()));
        tags.add(Tagging.tag("aws:autoscaling:groupName", service.name()));
        tags.add(Tagging.tag("aws:ec2launchtemplate:id", names.template(service)));
        tags.add(Tagging.tag("aws:ec2launchtemplate:version", String.valueOf(FleetImages.release(service))));
        return tags;
    }

    private Volume volume(Service service, int index, String instance, String device, int size, Instant launched) {
        String id = "vol-" + (device.equals(ROOT) ? '0' : '1') + instance.substring(3);
        return Volume.builder()
                .volumeId(id)
                .volumeType("gp3")
                .size(size)
                .iops(3000)
                .throughput(125)
                .state("in-use")
                .encrypted(true)
                .multiAttachEnabled(false)
                .availabilityZone(Site.ZONES.get(zone(index)))
                .createTime(launched)
                .snapshotId(
                        device.equals(ROOT)
                                ? names.image(service, FleetImages.release(service))
                                        .replace("ami-", "snap-")
                                : "")
                .attachments(a -> a.instanceId(instance)
                        .volumeId(id)
                        .device(device)
                        .state("attached")
                        .attachTime(launched)
                        .deleteOnTermination(true))
                .tags(FleetTags.of(service.name(), service.environment()))
                .build();
    }

    /** Somebody detached it and never came back. */
    private Volume forgotten(int number) {
        return Volume.builder()
                .volumeId("vol-" + world.dice().hex("forgotten", number, 17))
                .volumeType("gp2")
                .size(100)
                .state("available")
                .encrypted(false)
                .multiAttachEnabled(false)
                .availabilityZone(Site.ZONES.get(number % 3))
                .createTime(start.minus(Duration.ofDays(120 + number)))
                .snapshotId("")
                .attachments(List.of())
                .tags(List.of())
                .build();
    }
}
