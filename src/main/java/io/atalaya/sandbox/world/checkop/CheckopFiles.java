package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.FileSystems;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.sim.Dice;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.efs.model.AccessPointDescription;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.LifecyclePolicy;
import software.amazon.awssdk.services.efs.model.MountTargetDescription;
import software.amazon.awssdk.services.efs.model.Status;
import software.amazon.awssdk.services.efs.model.Tag;

/** ChOp-Temp, about 200 GiB of uploaded sheets, photos and archives, with a mount target in each data subnet. */
final class CheckopFiles {
    private static final double GIB = 1024.0 * 1024 * 1024;
    private static final Duration METERED_AT = Duration.ofMinutes(11);

    private CheckopFiles() {}

    static void furnish(World world) {
        FileSystems files = world.fileSystems();
        Instant made = world.start().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(265));
        FileSystemDescription bare = FileSystemDescription.builder()
                .fileSystemId(Ids.FILE_SYSTEM)
                .fileSystemArn(world.account().arn("elasticfilesystem", "file-system/" + Ids.FILE_SYSTEM))
                .name("ChOp-Temp")
                .ownerId(Ids.ACCOUNT)
                .creationToken("chop-temp-2026")
                .creationTime(made)
                .lifeCycleState("available")
                .numberOfMountTargets(2)
                .performanceMode("generalPurpose")
                .throughputMode("bursting")
                .encrypted(true)
                .kmsKeyId(world.account().arn("kms", "key/5b2d7f91-3c8e-4a60-9d1f-2e4c6a8b0d13"))
                .fileSystemProtection(p -> p.replicationOverwriteProtection("ENABLED"))
                .tags(
                        Tag.builder().key("Name").value("ChOp-Temp").build(),
                        Tag.builder().key("Project").value("CheckOP").build(),
                        Tag.builder().key("PlannedSize").value("200 GB").build())
                .build();
        files.put(bare, now -> metered(bare, sizeAt(world.dice(), world.start(), now), now));
        mount(world, Ids.MOUNT_1A, Ids.DATA_1A, Ids.ZONE_A, "10.20.10.8", "eni-0c7e9a1b3d5f28460");
        mount(world, Ids.MOUNT_1D, Ids.DATA_1D, Ids.ZONE_D, "10.20.11.8", "eni-0f1a3c5e7b9d24680");
        files.accessPoints()
                .put(AccessPointDescription.builder()
                        .accessPointId("fsap-0a4c6e8b1d3f57920")
                        .accessPointArn(world.account().arn("elasticfilesystem", "access-point/fsap-0a4c6e8b1d3f57920"))
                        .fileSystemId(Ids.FILE_SYSTEM)
                        .ownerId(Ids.ACCOUNT)
                        .name("evidencias")
                        .clientToken("evidencias-2026")
                        .lifeCycleState("available")
                        .posixUser(u -> u.uid(1001L).gid(1001L))
                        .rootDirectory(r -> r.path("/evidencias"))
                        .tags(Tag.builder().key("Name").value("evidencias").build())
                        .build());
        files.lifecycles()
                .put(
                        Ids.FILE_SYSTEM,
                        List.of(
                                LifecyclePolicy.builder()
                                        .transitionToIA("AFTER_30_DAYS")
                                        .build(),
                                LifecyclePolicy.builder()
                                        .transitionToPrimaryStorageClass("AFTER_1_ACCESS")
                                        .build()));
        files.backups().put(Ids.FILE_SYSTEM, Status.ENABLED);
    }

    /** Bytes at the last metering before {@code now}: 200.3 GiB at the world's start, some MiB more every hour. */
    static long sizeAt(Dice dice, Instant start, Instant now) {
        Instant at = meteredAt(now);
        double hours = Duration.between(meteredAt(start), at).toMinutes() / 60.0;
        double wobble = 0.02 * dice.noise("efs-size", at.getEpochSecond(), 6 * 3600);
        double base = 0.02 * dice.noise("efs-size", meteredAt(start).getEpochSecond(), 6 * 3600);
        return Math.round((200.3 + hours * 0.006 + wobble - base) * GIB);
    }

    private static Instant meteredAt(Instant now) {
        return now.minus(METERED_AT).truncatedTo(ChronoUnit.HOURS).plus(METERED_AT);
    }

    private static FileSystemDescription metered(FileSystemDescription bare, long bytes, Instant now) {
        long infrequent = Math.round(bytes * 0.31);
        return bare.toBuilder()
                .sizeInBytes(s -> s.value(bytes)
                        .timestamp(meteredAt(now))
                        .valueInIA(infrequent)
                        .valueInStandard(bytes - infrequent)
                        .valueInArchive(0L))
                .build();
    }

    private static void mount(World world, String id, String subnet, String zone, String ip, String interfaceId) {
        world.fileSystems()
                .mountTargets()
                .put(MountTargetDescription.builder()
                        .mountTargetId(id)
                        .fileSystemId(Ids.FILE_SYSTEM)
                        .ownerId(Ids.ACCOUNT)
                        .subnetId(subnet)
                        .vpcId(Ids.VPC)
                        .availabilityZoneName(zone)
                        .availabilityZoneId(zone.equals(Ids.ZONE_A) ? "use1-az1" : "use1-az4")
                        .ipAddress(ip)
                        .networkInterfaceId(interfaceId)
                        .lifeCycleState("available")
                        .build());
        world.fileSystems().securityGroups().put(id, List.of(Ids.SG_EFS));
        world.network()
                .interfaces()
                .put(NetworkInterface.builder()
                        .networkInterfaceId(interfaceId)
                        .interfaceType("efs")
                        .description("EFS mount target for " + Ids.FILE_SYSTEM + " (" + id + ")")
                        .ownerId(Ids.ACCOUNT)
                        .requesterId("amazon-elasticfilesystem")
                        .requesterManaged(true)
                        .status("in-use")
                        .vpcId(Ids.VPC)
                        .subnetId(subnet)
                        .availabilityZone(zone)
                        .privateIpAddress(ip)
                        .privateIpAddresses(p -> p.primary(true).privateIpAddress(ip))
                        .groups(g -> g.groupId(Ids.SG_EFS).groupName("chop-efs"))
                        .build());
    }
}
