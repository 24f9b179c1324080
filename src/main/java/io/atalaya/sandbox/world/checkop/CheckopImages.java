package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.Compute;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.Snapshot;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * The images made from Base ChOp, oldest to newest, and the launch template. The template's default version starts the middle
 * one: the newest is not in it yet, so what runs is "not current".
 */
final class CheckopImages {
    /** The offset of Bogotá, where people name images after the day it is there. */
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.ofHours(-5));

    private CheckopImages() {}

    static void furnish(World world) {
        Instant start = world.start().truncatedTo(ChronoUnit.SECONDS);
        Instant before = start.minus(Duration.ofDays(97));
        Instant used = start.minus(Duration.ofDays(42)).minus(Duration.ofHours(3));
        Instant newest = start.minus(Duration.ofHours(19)).minus(Duration.ofMinutes(43));
        Compute compute = world.compute();
        compute.images().put(centos());
        image(compute, Ids.IMAGE_BEFORE, before);
        image(compute, Ids.IMAGE_USED, used);
        image(compute, Ids.IMAGE_NEW, newest);
        compute.templates()
                .put(LaunchTemplate.builder()
                        .launchTemplateId(Ids.TEMPLATE)
                        .launchTemplateName(Ids.TEMPLATE_NAME)
                        .createTime(start.minus(Duration.ofDays(260)))
                        .createdBy("arn:aws:iam::" + Ids.ACCOUNT + ":user/d.parra")
                        .defaultVersionNumber(3L)
                        .latestVersionNumber(3L)
                        .tags(Tags.named(Ids.TEMPLATE_NAME))
                        .build());
        version(compute, 1, start.minus(Duration.ofDays(260)), Ids.IMAGE_CENTOS, "first, plain CentOS");
        version(compute, 2, before.plus(Duration.ofHours(1)), Ids.IMAGE_BEFORE, "ChOp-" + DAY.format(before));
        version(compute, 3, used.plus(Duration.ofHours(1)), Ids.IMAGE_USED, "ChOp-" + DAY.format(used));
    }

    private static Image centos() {
        return Image.builder()
                .imageId(Ids.IMAGE_CENTOS)
                .name("CentOS-7-2111-20220825_1.x86_64-d9a3032a-921c-4c6d-b150-bde168105e42")
                .description("CentOS-7-2111-20220825_1.x86_64")
                .ownerId("679593333241")
                .imageOwnerAlias("aws-marketplace")
                .creationDate("2022-08-26T18:49:13.000Z")
                .publicLaunchPermissions(true)
                .state("available")
                .architecture("x86_64")
                .platformDetails("Linux/UNIX")
                .imageType("machine")
                .rootDeviceType("ebs")
                .rootDeviceName("/dev/sda1")
                .virtualizationType("hvm")
                .hypervisor("xen")
                .enaSupport(true)
                .build();
    }

    private static void image(Compute compute, String id, Instant created) {
        String name = "ChOp-" + DAY.format(created);
        String snapshot = "snap-" + id.substring(4);
        compute.snapshots()
                .put(Snapshot.builder()
                        .snapshotId(snapshot)
                        .volumeId(CheckopInstances.volumeOf(Ids.BASE))
                        .volumeSize(50)
                        .state("completed")
                        .progress("100%")
                        .startTime(created)
                        .ownerId(Ids.ACCOUNT)
                        .encrypted(false)
                        .storageTier("standard")
                        .description("Created by CreateImage(" + Ids.BASE + ") for " + id)
                        .tags(Tags.named(name))
                        .build());
        compute.images()
                .put(Image.builder()
                        .imageId(id)
                        .name(name)
                        .description("CentOS Linux 7 x86_64, copia de Base ChOp")
                        .imageLocation(Ids.ACCOUNT + '/' + name)
                        .ownerId(Ids.ACCOUNT)
                        .creationDate(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'.000Z'")
                                .withZone(ZoneOffset.UTC)
                                .format(created))
                        .publicLaunchPermissions(false)
                        .state("available")
                        .architecture("x86_64")
                        .platformDetails("Linux/UNIX")
                        .usageOperation("RunInstances")
                        .imageType("machine")
                        .rootDeviceType("ebs")
                        .rootDeviceName("/dev/sda1")
                        .virtualizationType("hvm")
                        .hypervisor("xen")
                        .enaSupport(true)
                        .sourceInstanceId(Ids.BASE)
                        .sourceImageId(Ids.IMAGE_CENTOS)
                        .sourceImageRegion(Ids.REGION)
                        .blockDeviceMappings(m -> m.deviceName("/dev/sda1").ebs(e -> e.snapshotId(snapshot)
                                .volumeSize(50)
                                .volumeType("gp3")
                                .deleteOnTermination(true)
                                .encrypted(false)))
                        .tags(tags(name))
                        .build());
    }

    private static List<Tag> tags(String name) {
        return List.of(Tags.tag("Name", name), Tags.tag("Project", "CheckOP"), Tags.tag("SourceInstance", Ids.BASE));
    }

    private static void version(Compute compute, long number, Instant at, String image, String description) {
        compute.templateVersions()
                .put(LaunchTemplateVersion.builder()
                        .launchTemplateId(Ids.TEMPLATE)
                        .launchTemplateName(Ids.TEMPLATE_NAME)
                        .versionNumber(number)
                        .versionDescription(description)
                        .createTime(at)
                        .createdBy("arn:aws:iam::" + Ids.ACCOUNT + ":user/d.parra")
                        .defaultVersion(number == 3)
                        .launchTemplateData(d -> d.imageId(image)
                                .instanceType("t3.xlarge")
                                .keyName("checkop-prod")
                                .monitoring(m -> m.enabled(true))
                                .securityGroupIds(Ids.SG_APP)
                                .blockDeviceMappings(
                                        m -> m.deviceName("/dev/sda1").ebs(e -> e.volumeSize(50)
                                                .volumeType("gp3")
                                                .deleteOnTermination(true)))
                                .tagSpecifications(
                                        t -> t.resourceType("instance").tags(Tags.named("AUTOChOp"))))
                        .build());
    }
}
