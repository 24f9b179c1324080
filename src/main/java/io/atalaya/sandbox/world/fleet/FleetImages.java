package io.atalaya.sandbox.world.fleet;

import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;

/** Three releases of each team's image in each environment, and a launch template for each scaled service. */
final class FleetImages {
    /** The newest, which most services run. */
    static final int NEWEST = 3;

    private static final DateTimeFormatter CREATED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'.000Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);

    private final World world;
    private final Names names;
    private final Instant start;

    FleetImages(World world, Names names) {
        this.world = world;
        this.names = names;
        this.start = world.start().truncatedTo(ChronoUnit.SECONDS);
    }

    void furnish(Company company) {
        var made = new HashSet<String>();
        for (Service service : company.services()) {
            if (made.add(names.image(service, NEWEST))) {
                for (int release = 1; release <= NEWEST; release++) {
                    image(service, release);
                }
            }
            if (service.isScaled()) {
                template(service);
            }
        }
    }

    /** One service in eleven has not been brought to the newest release. */
    static int release(Service service) {
        return service.number() % 11 == 7 ? NEWEST - 1 : NEWEST;
    }

    private Instant created(int release) {
        return start.minus(Duration.ofDays(20L * (NEWEST - release) + 9));
    }

    private void image(Service service, int release) {
        String id = names.image(service, release);
        Instant created = created(release);
        String name = service.environment() + '-' + service.role().team() + '-' + DAY.format(created);
        world.compute()
                .images()
                .put(Image.builder()
                        .imageId(id)
                        .name(name)
                        .description("Amazon Linux 2023, " + service.role().team())
                        .imageLocation(world.account().id() + '/' + name)
                        .ownerId(world.account().id())
                        .creationDate(CREATED.format(created))
                        .publicLaunchPermissions(false)
                        .state("available")
                        .architecture("x86_64")
                        .platformDetails("Linux/UNIX")
                        .imageType("machine")
                        .rootDeviceType("ebs")
                        .rootDeviceName("/dev/xvda")
                        .virtualizationType("hvm")
                        .hypervisor("xen")
                        .enaSupport(true)
                        .blockDeviceMappings(
                                m -> m.deviceName("/dev/xvda").ebs(e -> e.snapshotId(id.replace("ami-", "snap-"))
                                        .volumeSize(30)
                                        .volumeType("gp3")
                                        .deleteOnTermination(true)
                                        .encrypted(true)))
                        .tags(FleetTags.of(name, service.environment()))
                        .build());
    }

    private void template(Service service) {
        String id = names.template(service);
        int newest = release(service);
        world.compute()
                .templates()
                .put(LaunchTemplate.builder()
                        .launchTemplateId(id)
                        .launchTemplateName(service.name())
                        .createTime(start.minus(Duration.ofDays(300)))
                        .createdBy(world.account().globalArn("iam", "role/despliegue"))
                        .defaultVersionNumber((long) newest)
                        .latestVersionNumber((long) newest)
                        .tags(FleetTags.of(service, service.name()))
                        .build());
        for (int version = newest - 1; version <= newest; version++) {
            int number = version;
            world.compute()
                    .templateVersions()
                    .put(LaunchTemplateVersion.builder()
                            .launchTemplateId(id)
                            .launchTemplateName(service.name())
                            .versionNumber((long) number)
                            .createTime(created(number).plus(Duration.ofHours(2)))
                            .createdBy(world.account().globalArn("iam", "role/despliegue"))
                            .defaultVersion(number == newest)
                            .launchTemplateData(d -> d.imageId(names.image(service, number))
                                    .instanceType(service.role().instanceType())
                                    .monitoring(m -> m.enabled(true))
                                    .securityGroupIds(names.group(service)))
                            .build());
        }
    }
}
