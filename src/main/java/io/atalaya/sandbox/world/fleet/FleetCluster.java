package io.atalaya.sandbox.world.fleet;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.sim.Dice;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Subnet;

/** The one Aurora cluster of a company, which every service books into: a writer and a reader in two zones. */
final class FleetCluster {
    static final String ID = "ledger";
    private static final String ENGINE = "aurora-postgresql";
    private static final String VERSION = "16.4";
    private static final int PORT = 5432;
    private static final int DAYS_KEPT = 7;

    private final World world;
    private final Names names;
    private final Dice dice;
    private final Instant start;

    FleetCluster(World world, Names names) {
        this.world = world;
        this.names = names;
        this.dice = world.dice();
        this.start = world.start().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Its instances, the writer first. */
    static String instance(int index) {
        return ID + '-' + (index + 1);
    }

    void furnish(Company company) {
        Site site = FleetData.databases(company).getFirst().network();
        world.databases().clusters().put(cluster(site));
        for (int i = 0; i < 2; i++) {
            world.databases().instances().put(member(site, i));
        }
        for (int night = DAYS_KEPT; night >= 1; night--) {
            Instant at = start.truncatedTo(ChronoUnit.DAYS)
                    .minus(Duration.ofDays(night - 1L))
                    .plusSeconds(14_700);
            if (at.isBefore(world.start())) {
                snapshot(at);
            }
        }
    }

    private DBCluster cluster(Site site) {
        return DBCluster.builder()
                .dbClusterIdentifier(ID)
                .dbClusterArn(world.account().arn("rds", "cluster:" + ID))
                .dbClusterResourceId("cluster-" + resource(9))
                .engine(ENGINE)
                .engineVersion(VERSION)
                .engineMode("provisioned")
                .status("available")
                .endpoint(ID + ".cluster-c9akciq32rhk.us-east-1.rds.amazonaws.com")
                .readerEndpoint(ID + ".cluster-ro-c9akciq32rhk.us-east-1.rds.amazonaws.com")
                .port(PORT)
                .multiAZ(true)
                .availabilityZones(Site.ZONES)
                .allocatedStorage(1)
                .storageEncrypted(true)
                .deletionProtection(true)
                .backupRetentionPeriod(DAYS_KEPT)
                .earliestRestorableTime(start.truncatedTo(ChronoUnit.DAYS)
                        .minus(Duration.ofDays(DAYS_KEPT - 1L))
                        .plusSeconds(14_700))
                .preferredBackupWindow("04:00-04:30")
                .preferredMaintenanceWindow("sun:06:00-sun:06:30")
                .dbClusterParameterGroup("default.aurora-postgresql16")
                .clusterCreateTime(start.minus(Duration.ofDays(512)))
                .vpcSecurityGroups(
                        g -> g.vpcSecurityGroupId(names.group(site, "db")).status("active"))
                .dbClusterMembers(memberOf(0, true), memberOf(1, false))
                .build();
    }

    private static DBClusterMember memberOf(int index, boolean writer) {
        return DBClusterMember.builder()
                .dbInstanceIdentifier(instance(index))
                .isClusterWriter(writer)
                .dbClusterParameterGroupStatus("in-sync")
                .promotionTier(1)
                .build();
    }

    private DBInstance member(Site site, int index) {
        String id = instance(index);
        return DBInstance.builder()
                .dbInstanceIdentifier(id)
                .dbInstanceArn(world.account().arn("rds", "db:" + id))
                .dbiResourceId("db-" + resource(index))
                .dbClusterIdentifier(ID)
                .dbInstanceClass("db.r6g.large")
                .dbInstanceStatus("available")
                .engine(ENGINE)
                .engineVersion(VERSION)
                .endpoint(e -> e.address(id + ".c9akciq32rhk.us-east-1.rds.amazonaws.com")
                        .port(PORT))
                .availabilityZone(Site.ZONES.get(index))
                .multiAZ(false)
                .publiclyAccessible(false)
                .allocatedStorage(1)
                .storageType("aurora")
                .storageEncrypted(true)
                .instanceCreateTime(start.minus(Duration.ofDays(512)))
                .backupRetentionPeriod(DAYS_KEPT)
                .preferredMaintenanceWindow("sun:06:00-sun:06:30")
                .deletionProtection(true)
                .caCertificateIdentifier("rds-ca-rsa2048-g1")
                .promotionTier(1)
                .dbParameterGroups(p ->
                        p.dbParameterGroupName("default.aurora-postgresql16").parameterApplyStatus("in-sync"))
                .vpcSecurityGroups(
                        g -> g.vpcSecurityGroupId(names.group(site, "db")).status("active"))
                .dbSubnetGroup(g -> g.dbSubnetGroupName(site.name() + "-data")
                        .vpcId(site.vpcId())
                        .subnetGroupStatus("Complete")
                        .subnets(IntStream.range(0, Site.ZONES.size())
                                .mapToObj(zone -> Subnet.builder()
                                        .subnetIdentifier(site.dataIds().get(zone))
                                        .subnetAvailabilityZone(z -> z.name(Site.ZONES.get(zone)))
                                        .subnetStatus("Active")
                                        .build())
                                .toList()))
                .build();
    }

    private String resource(int index) {
        return dice.hex("cluster", index, 26).toUpperCase(Locale.ROOT);
    }

    private void snapshot(Instant at) {
        String id = "rds:" + ID + '-' + at.toString().substring(0, 16).replaceAll("[T:]", "-");
        world.databases()
                .clusterSnapshots()
                .put(DBClusterSnapshot.builder()
                        .dbClusterSnapshotIdentifier(id)
                        .dbClusterSnapshotArn(world.account().arn("rds", "cluster-snapshot:" + id))
                        .dbClusterIdentifier(ID)
                        .snapshotType("automated")
                        .snapshotCreateTime(at)
                        .clusterCreateTime(start.minus(Duration.ofDays(512)))
                        .engine(ENGINE)
                        .engineVersion(VERSION)
                        .allocatedStorage(0)
                        .status("available")
                        .percentProgress(100)
                        .storageEncrypted(true)
                        .availabilityZones(Site.ZONES)
                        .build());
    }
}
