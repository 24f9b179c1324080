package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.Compute;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.Snapshot;

/**
 * Amazon's own image, the two custom images made from it, and the launch template. Version 7 starts WildFly; one host still
 * runs what version 6 started.
 */
final class CitsmartImages {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.ofHours(-3));
    private static final DateTimeFormatter CREATED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'.000Z'").withZone(ZoneOffset.UTC);

    private CitsmartImages() {}

    static void furnish(World world) {
        Instant start = world.start().truncatedTo(ChronoUnit.SECONDS);
        Instant jboss = start.minus(Duration.ofDays(141));
        Instant wildfly = start.minus(Duration.ofDays(28));
        Compute compute = world.compute();
        compute.images().put(amazon());
        custom(compute, CitsmartIds.IMAGE_JBOSS, jboss, "JBoss 7.1, Java 7");
        custom(compute, CitsmartIds.IMAGE_WILDFLY, wildfly, "WildFly 12, Java 8");
        compute.templates()
                .put(LaunchTemplate.builder()
                        .launchTemplateId(CitsmartIds.TEMPLATE)
                        .launchTemplateName(CitsmartIds.TEMPLATE_NAME)
                        .createTime(start.minus(Duration.ofDays(410)))
                        .createdBy("arn:aws:iam::" + CitsmartIds.ACCOUNT + ":user/l.teixeira")
                        .defaultVersionNumber(7L)
                        .latestVersionNumber(7L)
                        .tags(CitsmartTags.named(CitsmartIds.TEMPLATE_NAME))
                        .build());
        version(compute, 6, jboss.plus(Duration.ofHours(2)), CitsmartIds.IMAGE_JBOSS, "JBoss 7.1, Java 7");
        version(compute, 7, wildfly.plus(Duration.ofHours(5)), CitsmartIds.IMAGE_WILDFLY, "WildFly 12, Java 8");
    }

    private static Image amazon() {
        return image(CitsmartIds.IMAGE_AMAZON)
                .name("amzn2-ami-hvm-2.0.20180810-x86_64-gp2")
                .description("Amazon Linux 2 AMI 2.0.20180810 x86_64 HVM gp2")
                .ownerId("137112412989")
                .imageOwnerAlias("amazon")
                .creationDate("2018-08-11T02:30:11.000Z")
                .publicLaunchPermissions(true)
                .build();
    }

    private static void custom(Compute compute, String id, Instant created, String what) {
        String name = "CITSmart-AMZN2-" + DAY.format(created);
        String snapshot = "snap-" + id.substring(4);
        compute.snapshots()
                .put(Snapshot.builder()
                        .snapshotId(snapshot)
                        .volumeId("vol-ffffffff")
                        .volumeSize(100)
                        .state("completed")
                        .progress("100%")
                        .startTime(created)
                        .ownerId(CitsmartIds.ACCOUNT)
                        .encrypted(true)
                        .storageTier("standard")
                        .description("Created by CreateImage for " + id)
                        .tags(CitsmartTags.named(name))
                        .build());
        compute.images()
                .put(image(id)
                        .name(name)
                        .description("Amazon Linux 2, kernel 4.9, Docker; citSMART com " + what)
                        .imageLocation(CitsmartIds.ACCOUNT + '/' + name)
                        .ownerId(CitsmartIds.ACCOUNT)
                        .creationDate(CREATED.format(created))
                        .publicLaunchPermissions(false)
                        .usageOperation("RunInstances")
                        .sourceImageId(CitsmartIds.IMAGE_AMAZON)
                        .sourceImageRegion(CitsmartIds.REGION)
                        .blockDeviceMappings(m -> m.deviceName("/dev/xvda").ebs(e -> e.snapshotId(snapshot)
                                .volumeSize(100)
                                .volumeType("gp3")
                                .deleteOnTermination(true)
                                .encrypted(true)))
                        .tags(CitsmartTags.named(name))
                        .build());
    }

    private static Image.Builder image(String id) {
        return Image.builder()
                .imageId(id)
                .state("available")
                .architecture("x86_64")
                .platformDetails("Linux/UNIX")
                .imageType("machine")
                .rootDeviceType("ebs")
                .rootDeviceName("/dev/xvda")
                .virtualizationType("hvm")
                .hypervisor("xen")
                .enaSupport(true);
    }

    private static void version(Compute compute, long number, Instant at, String image, String description) {
        compute.templateVersions()
                .put(LaunchTemplateVersion.builder()
                        .launchTemplateId(CitsmartIds.TEMPLATE)
                        .launchTemplateName(CitsmartIds.TEMPLATE_NAME)
                        .versionNumber(number)
                        .versionDescription(description)
                        .createTime(at)
                        .createdBy("arn:aws:iam::" + CitsmartIds.ACCOUNT + ":user/l.teixeira")
                        .defaultVersion(number == 7)
                        .launchTemplateData(d -> d.imageId(image)
                                .instanceType(Host.Role.APP.type())
                                .keyName("citsmart-producao")
                                .monitoring(m -> m.enabled(true))
                                .securityGroupIds(CitsmartIds.SG_APP)
                                .blockDeviceMappings(
                                        m -> m.deviceName("/dev/xvda").ebs(e -> e.volumeSize(100)
                                                .volumeType("gp3")
                                                .deleteOnTermination(true)
                                                .encrypted(true)))
                                .tagSpecifications(
                                        t -> t.resourceType("instance").tags(CitsmartTags.named("citsmart-app"))))
                        .build());
    }
}
