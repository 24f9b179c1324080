package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.CreateImageRequest;
import software.amazon.awssdk.services.ec2.model.CreateImageResponse;
import software.amazon.awssdk.services.ec2.model.CreateSnapshotRequest;
import software.amazon.awssdk.services.ec2.model.CreateSnapshotResponse;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.Snapshot;
import software.amazon.awssdk.services.ec2.model.Volume;

/** Images of instances and snapshots of volumes: {@code pending} with a rising percentage, then there. */
final class Ec2Captures {
    private static final Duration SNAPSHOT_TAKES = Duration.ofMinutes(3);
    private static final Duration IMAGE_TAKES = Duration.ofMinutes(4);
    private static final DateTimeFormatter CREATED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'.000Z'").withZone(ZoneOffset.UTC);

    private Ec2Captures() {}

    static void register(Operations ec2) {
        ec2.on("CreateImage", CreateImageRequest.class, CreateImageResponse.class, Ec2Captures::image)
                .on("CreateSnapshot", CreateSnapshotRequest.class, CreateSnapshotResponse.class, Ec2Captures::snapshot);
    }

    private static CreateImageResponse image(World world, CreateImageRequest r, Call call) {
        Instance instance = world.compute()
                .instances()
                .find(r.instanceId())
                .orElseThrow(() -> Ec2Instances.QUERY.notFound(List.of(r.instanceId())));
        if (!Set.of(InstanceStateName.RUNNING, InstanceStateName.STOPPED)
                .contains(instance.state().name())) {
            throw new WireFault(
                    400,
                    "IncorrectState",
                    "The instance '" + r.instanceId() + "' is not in a state from which an image can be made.");
        }
        world.compute().images().stream()
                .filter(i -> i.name().equals(r.name())
                        && i.ownerId().equals(world.account().id()))
                .findFirst()
                .ifPresent(i -> {
                    throw new WireFault(
                            400,
                            "InvalidAMIName.Duplicate",
                            "AMI name " + r.name() + " is already in use by AMI " + i.imageId());
                });
        Ec2InstanceChanges.refuseDryRun(r.dryRun());
        String id = "ami-" + fresh(world, "image", world.compute().images().size());
        List<BlockDeviceMapping> devices = devices(world, instance, id);
        world.compute().images().put(begun(world, instance, r, id, devices));
        if (!Boolean.TRUE.equals(r.noReboot())) {
            world.instances().reboot(r.instanceId());
        }
        world.timeline().after(IMAGE_TAKES, () -> world.compute()
                .images()
                .change(id, i -> i.toBuilder().state("available").build()));
        return CreateImageResponse.builder().imageId(id).build();
    }

    private static List<BlockDeviceMapping> devices(World world, Instance instance, String image) {
        List<BlockDeviceMapping> devices = new ArrayList<>();
        for (Volume volume : List.copyOf(world.compute().volumes().all())) {
            volume.attachments().stream()
                    .filter(a -> instance.instanceId().equals(a.instanceId()))
                    .findFirst()
                    .ifPresent(a -> {
                        Snapshot snapshot = begin(
                                world, volume, "Created by CreateImage(" + instance.instanceId() + ") for " + image);
                        devices.add(BlockDeviceMapping.builder()
                                .deviceName(a.device())
                                .ebs(e -> e.snapshotId(snapshot.snapshotId())
                                        .volumeSize(volume.size())
                                        .volumeType(volume.volumeType())
                                        .deleteOnTermination(a.deleteOnTermination())
                                        .encrypted(volume.encrypted()))
                                .build());
                    });
        }
        return devices;
    }

    private static Image begun(
            World world, Instance instance, CreateImageRequest r, String id, List<BlockDeviceMapping> devices) {
        return Image.builder()
                .imageId(id)
                .name(r.name())
                .description(r.description())
                .imageLocation(world.account().id() + '/' + r.name())
                .ownerId(world.account().id())
                .creationDate(CREATED.format(world.now()))
                .publicLaunchPermissions(false)
                .state("pending")
                .architecture(instance.architectureAsString())
                .platformDetails(instance.platformDetails())
                .usageOperation("RunInstances")
                .imageType("machine")
                .rootDeviceType("ebs")
                .rootDeviceName(instance.rootDeviceName())
                .virtualizationType("hvm")
                .hypervisor("xen")
                .enaSupport(true)
                .sourceInstanceId(instance.instanceId())
                .sourceImageId(instance.imageId())
                .sourceImageRegion(world.region())
                .blockDeviceMappings(devices)
                .tags(r.tagSpecifications().stream()
                        .filter(t -> "image".equals(t.resourceTypeAsString()))
                        .flatMap(t -> t.tags().stream())
                        .toList())
                .build();
    }

    private static CreateSnapshotResponse snapshot(World world, CreateSnapshotRequest r, Call call) {
        Volume volume = world.compute()
                .volumes()
                .find(r.volumeId())
                .orElseThrow(() -> Ec2Volumes.VOLUMES.notFound(List.of(r.volumeId())));
        Ec2InstanceChanges.refuseDryRun(r.dryRun());
        Snapshot begun = begin(world, volume, r.description());
        return CreateSnapshotResponse.builder()
                .snapshotId(begun.snapshotId())
                .volumeId(begun.volumeId())
                .volumeSize(begun.volumeSize())
                .state(begun.state())
                .progress(begun.progress())
                .startTime(begun.startTime())
                .ownerId(begun.ownerId())
                .encrypted(begun.encrypted())
                .description(begun.description())
                .build();
    }

    private static Snapshot begin(World world, Volume volume, @Nullable String description) {
        var snapshots = world.compute().snapshots();
        String id = "snap-" + fresh(world, "snapshot", snapshots.size());
        snapshots.put(Snapshot.builder()
                .snapshotId(id)
                .volumeId(volume.volumeId())
                .volumeSize(volume.size())
                .state("pending")
                .progress("0%")
                .startTime(world.now())
                .ownerId(world.account().id())
                .encrypted(volume.encrypted())
                .storageTier("standard")
                .description(description == null ? "" : description)
                .build());
        for (int quarter = 1; quarter < 4; quarter++) {
            String percent = quarter * 25 + "%";
            world.timeline()
                    .after(
                            SNAPSHOT_TAKES.multipliedBy(quarter).dividedBy(4),
                            () -> snapshots.change(
                                    id, s -> s.toBuilder().progress(percent).build()));
        }
        world.timeline()
                .after(
                        SNAPSHOT_TAKES,
                        () -> snapshots.change(id, s -> s.toBuilder()
                                .state("completed")
                                .progress("100%")
                                .build()));
        return snapshots.get(id);
    }

    /** The time is part of it, because what is deleted makes room for another of the same number. */
    private static String fresh(World world, String what, int number) {
        return world.dice().hex(what + world.now(), number, 17);
    }
}
