package io.atalaya.sandbox.world.fleet;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.Interfaces;
import io.atalaya.sandbox.world.sim.Dice;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.LifecyclePolicy;
import software.amazon.awssdk.services.efs.model.MountTargetDescription;
import software.amazon.awssdk.services.efs.model.Status;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.Subnet;

/** Databases and file systems: one database for every hundred instances, one file system for every four hundred. */
final class FleetData {
    private static final int INSTANCES_PER_DATABASE = 100;
    private static final int INSTANCES_PER_FILE_SYSTEM = 400;
    private static final long GIB = 1L << 30;
    private static final List<String> CLASSES =
            List.of("db.r6g.large", "db.r6g.xlarge", "db.r6g.2xlarge", "db.t4g.large");

    private final World world;
    private final Names names;
    private final Dice dice;
    private final Instant start;

    FleetData(World world, Names names) {
        this.world = world;
        this.names = names;
        this.dice = world.dice();
        this.start = world.start().truncatedTo(ChronoUnit.SECONDS);
    }

    void furnish(Company company) {
        databases(company).forEach(this::database);
        fileSystems(company).forEach(this::fileSystem);
        new FleetCluster(world, names).furnish(company);
    }

    /** The services that have a database of their own; it is named after them. */
    static List<Service> databases(Company company) {
        return every(company, INSTANCES_PER_DATABASE);
    }

    static List<Service> fileSystems(Company company) {
        return every(company, INSTANCES_PER_FILE_SYSTEM);
    }

    static String fileSystemId(Service service, Dice dice) {
        return "fs-" + dice.hex("efs", service.number(), 17);
    }

    private static List<Service> every(Company company, int instances) {
        int all = company.services().stream().mapToInt(Service::size).sum();
        int count = Math.clamp(all / instances, 1, company.services().size());
        return IntStream.range(0, count)
                .mapToObj(i -> company.services().get(i * company.services().size() / count))
                .toList();
    }

    private void database(Service service) {
        Site site = service.network();
        boolean production = service.environment().equals("prod");
        boolean postgres = service.number() % 2 == 0;
        String arn = world.account().arn("rds", "db:" + service.name());
        int size = 100 + 50 * dice.below("db-size", service.number(), 30);
        var subnets = IntStream.range(0, Site.ZONES.size())
                .mapToObj(zone -> Subnet.builder()
                        .subnetIdentifier(site.dataIds().get(zone))
                        .subnetAvailabilityZone(z -> z.name(Site.ZONES.get(zone)))
                        .subnetStatus("Active")
                        .build())
                .toList();
        var database = DBInstance.builder()
                .dbInstanceIdentifier(service.name())
                .dbInstanceArn(arn)
                .dbiResourceId("db-" + dice.hex("dbi", service.number(), 26).toUpperCase(Locale.ROOT))
                .dbInstanceClass(dice.pick("db-class", service.number(), CLASSES))
                .dbInstanceStatus(service.number() % 37 == 20 ? "storage-optimization" : "available")
                .engine(postgres ? "postgres" : "mysql")
                .engineVersion(postgres ? "16.4" : "8.0.39")
                .masterUsername("ceiba")
                .dbName(service.role().name())
                .endpoint(e -> e.address(service.name() + ".c9akciq32rhk.us-east-1.rds.amazonaws.com")
                        .port(postgres ? 5432 : 3306)
                        .hostedZoneId("Z2R2ITUGPM61AM"))
                .availabilityZone(Site.ZONES.get(service.number() % Site.ZONES.size()))
                .secondaryAvailabilityZone(
                        production ? Site.ZONES.get((service.number() + 1) % Site.ZONES.size()) : null)
                .multiAZ(production)
                .publiclyAccessible(false)
                .allocatedStorage(size)
                .maxAllocatedStorage(size * 2)
                .storageType("gp3")
                .storageEncrypted(true)
                .instanceCreateTime(start.minus(Duration.ofDays(300)))
                .backupRetentionPeriod(production ? 14 : 1)
                .preferredBackupWindow("08:00-08:30")
                .preferredMaintenanceWindow("sun:07:30-sun:08:00")
                .deletionProtection(production)
                .caCertificateIdentifier("rds-ca-rsa2048-g1")
                .dbParameterGroups(p -> p.dbParameterGroupName(postgres ? "default.postgres16" : "default.mysql8.0")
                        .parameterApplyStatus(service.number() % 11 == 3 ? "pending-reboot" : "in-sync"))
                .vpcSecurityGroups(
                        g -> g.vpcSecurityGroupId(names.group(site, "db")).status("active"))
                .dbSubnetGroup(g -> g.dbSubnetGroupName(site.name() + "-data")
                        .vpcId(site.vpcId())
                        .subnetGroupStatus("Complete")
                        .subnets(subnets))
                .build();
        world.databases().instances().put(database);
        int zone = service.number() % Site.ZONES.size();
        world.network()
                .interfaces()
                .put(new Interfaces.Made(
                                world.account().id(),
                                "interface",
                                "amazon-rds",
                                "RDSNetworkInterface",
                                site.vpcId(),
                                site.dataIds().get(zone),
                                Site.ZONES.get(zone),
                                List.of(names.group(site, "db")))
                        .at(
                                "eni-" + dice.hex("db-eni", service.number(), 17),
                                "10." + site.number() + '.' + (17 + zone * 4) + '.' + (10 + service.number() % 200),
                                null));
        for (int night = production ? 7 : 1; night >= 1; night--) {
            snapshot(
                    database,
                    start.truncatedTo(ChronoUnit.DAYS)
                            .minus(Duration.ofDays(night - 1L))
                            .plusSeconds(29_000));
        }
    }

    private void snapshot(DBInstance of, Instant at) {
        if (at.isAfter(world.start())) {
            return;
        }
        String id = "rds:" + of.dbInstanceIdentifier() + '-'
                + at.toString().substring(0, 16).replaceAll("[T:]", "-");
        world.databases()
                .snapshots()
                .put(DBSnapshot.builder()
                        .dbSnapshotIdentifier(id)
                        .dbSnapshotArn(world.account().arn("rds", "snapshot:" + id))
                        .dbInstanceIdentifier(of.dbInstanceIdentifier())
                        .dbiResourceId(of.dbiResourceId())
                        .snapshotCreateTime(at)
                        .originalSnapshotCreateTime(at)
                        .engine(of.engine())
                        .engineVersion(of.engineVersion())
                        .allocatedStorage(of.allocatedStorage())
                        .availabilityZone(of.availabilityZone())
                        .status("available")
                        .percentProgress(100)
                        .snapshotType("automated")
                        .storageType("gp3")
                        .encrypted(true)
                        .vpcId(of.dbSubnetGroup().vpcId())
                        .build());
    }

    /** Bytes at the last full hour: each its own size, and a MiB more every hour for some weeks, until somebody cleans up. */
    static long sizeAt(Service service, Dice dice, Instant now) {
        return (40L + dice.below("efs-size", service.number(), 900)) * GIB
                + now.getEpochSecond() / 3600 % 1000 * (1L << 20);
    }

    private void fileSystem(Service service) {
        Site site = service.network();
        String id = fileSystemId(service, dice);
        var bare = FileSystemDescription.builder()
                .fileSystemId(id)
                .fileSystemArn(world.account().arn("elasticfilesystem", "file-system/" + id))
                .name(service.name())
                .ownerId(world.account().id())
                .creationToken(service.name())
                .creationTime(start.minus(Duration.ofDays(300)))
                .lifeCycleState("available")
                .numberOfMountTargets(Site.ZONES.size())
                .performanceMode("generalPurpose")
                .throughputMode("elastic")
                .encrypted(true)
                .tags(t -> t.key("Name").value(service.name()))
                .build();
        world.fileSystems().put(bare, now -> {
            long bytes = sizeAt(service, dice, now);
            return bare.toBuilder()
                    .sizeInBytes(s -> s.value(bytes)
                            .timestamp(now.truncatedTo(ChronoUnit.HOURS))
                            .valueInIA(0L)
                            .valueInArchive(0L)
                            .valueInStandard(bytes))
                    .build();
        });
        if (service.environment().equals("prod")) {
            world.fileSystems().backups().put(id, Status.ENABLED);
            world.fileSystems()
                    .lifecycles()
                    .put(
                            id,
                            List.of(LifecyclePolicy.builder()
                                    .transitionToIA("AFTER_30_DAYS")
                                    .build()));
        }
        for (int zone = 0; zone < Site.ZONES.size(); zone++) {
            String ip = "10." + site.number() + '.' + (16 + zone * 4) + '.' + (10 + service.number() % 200);
            String mount = "fsmt-" + dice.hex("mount" + zone, service.number(), 17);
            world.fileSystems()
                    .mountTargets()
                    .put(MountTargetDescription.builder()
                            .mountTargetId(mount)
                            .fileSystemId(id)
                            .ownerId(world.account().id())
                            .subnetId(site.dataIds().get(zone))
                            .vpcId(site.vpcId())
                            .availabilityZoneName(Site.ZONES.get(zone))
                            .availabilityZoneId("use1-az" + (zone + 1))
                            .ipAddress(ip)
                            .networkInterfaceId("eni-" + mount.substring(5))
                            .lifeCycleState("available")
                            .build());
            world.network()
                    .interfaces()
                    .put(new Interfaces.Made(
                                    world.account().id(),
                                    "efs",
                                    "amazon-elasticfilesystem",
                                    "EFS mount target for " + id + " (" + mount + ")",
                                    site.vpcId(),
                                    site.dataIds().get(zone),
                                    Site.ZONES.get(zone),
                                    List.of(names.group(site, "efs")))
                            .at("eni-" + mount.substring(5), ip, null));
            world.fileSystems().securityGroups().put(mount, List.of(names.group(site, "efs")));
        }
    }
}
