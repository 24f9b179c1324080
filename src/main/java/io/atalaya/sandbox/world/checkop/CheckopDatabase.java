package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.Databases;
import io.atalaya.sandbox.world.World;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Parameter;
import software.amazon.awssdk.services.rds.model.PendingMaintenanceAction;
import software.amazon.awssdk.services.rds.model.Subnet;
import software.amazon.awssdk.services.rds.model.Tag;

/** dbprogressus: MySQL Community on one db.r5.xlarge, 217 GiB that may grow to 1000. */
final class CheckopDatabase {
    static final String ENDPOINT = "dbprogressus.cq3x7a1kz0p2.us-east-1.rds.amazonaws.com";
    static final String INTERFACE = "eni-06d8f2b4a1c3e5790";

    private static final String PARAMETERS = "checkop-mysql8";

    private CheckopDatabase() {}

    static void furnish(World world) {
        Databases databases = world.databases();
        databases.instances().put(instance(world));
        databases
                .parameters()
                .put(
                        PARAMETERS,
                        List.of(Parameter.builder()
                                .parameterName("max_connections")
                                .parameterValue("2730")
                                .source("user")
                                .applyType("dynamic")
                                .applyMethod("immediate")
                                .dataType("integer")
                                .isModifiable(true)
                                .build()));
        databases
                .tags()
                .put(
                        arn(world),
                        List.of(
                                Tag.builder().key("Project").value("CheckOP").build(),
                                Tag.builder()
                                        .key("Environment")
                                        .value("produccion")
                                        .build()));
        databases
                .maintenance()
                .put(
                        arn(world),
                        List.of(PendingMaintenanceAction.builder()
                                .action("system-update")
                                .description("New Operating System update is available")
                                .currentApplyDate(nextWindow(world.start()))
                                .build()));
        world.network().interfaces().put(networkInterface());
        CheckopBackups.furnish(world);
    }

    static String arn(World world) {
        return world.account().arn("rds", "db:" + Ids.DATABASE);
    }

    /** The maintenance window is Sunday 02:30 in Bogotá. */
    private static Instant nextWindow(Instant after) {
        ZonedDateTime sunday = after.atZone(ZoneOffset.UTC)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))
                .with(LocalTime.of(7, 30));
        return (sunday.toInstant().isAfter(after) ? sunday : sunday.plusWeeks(1))
                .truncatedTo(ChronoUnit.MINUTES)
                .toInstant();
    }

    private static DBInstance instance(World world) {
        return DBInstance.builder()
                .dbInstanceIdentifier(Ids.DATABASE)
                .dbInstanceArn(arn(world))
                .dbiResourceId("db-K7Q3XWZ5N2M4P6R8T0VYB1CDFG")
                .dbInstanceClass("db.r5.xlarge")
                .dbInstanceStatus("available")
                .engine("mysql")
                .engineVersion("8.0.39")
                .licenseModel("general-public-license")
                .engineLifecycleSupport("open-source-rds-extended-support-disabled")
                .masterUsername("progresus")
                .dbName("progresus")
                .endpoint(e -> e.address(ENDPOINT).port(3306).hostedZoneId("Z2R2ITUGPM61AM"))
                .availabilityZone(Ids.ZONE_A)
                .multiAZ(false)
                .publiclyAccessible(false)
                .allocatedStorage(217)
                .maxAllocatedStorage(1000)
                .storageType("gp3")
                .iops(3000)
                .storageThroughput(125)
                .storageEncrypted(true)
                .kmsKeyId(world.account().arn("kms", "alias/aws/rds"))
                .instanceCreateTime(
                        world.start().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(264)))
                .backupRetentionPeriod(7)
                .preferredBackupWindow("09:00-09:30")
                .preferredMaintenanceWindow("sun:07:30-sun:08:00")
                .autoMinorVersionUpgrade(false)
                .deletionProtection(true)
                .copyTagsToSnapshot(true)
                .monitoringInterval(60)
                .performanceInsightsEnabled(true)
                .caCertificateIdentifier("rds-ca-rsa2048-g1")
                .networkType("IPV4")
                .backupTarget("region")
                .enabledCloudwatchLogsExports("error", "slowquery")
                .iamDatabaseAuthenticationEnabled(false)
                .dbParameterGroups(p -> p.dbParameterGroupName(PARAMETERS).parameterApplyStatus("in-sync"))
                .optionGroupMemberships(
                        o -> o.optionGroupName("default:mysql-8-0").status("in-sync"))
                .vpcSecurityGroups(g -> g.vpcSecurityGroupId(Ids.SG_DB).status("active"))
                .dbSubnetGroup(g -> g.dbSubnetGroupName("chop-data")
                        .dbSubnetGroupDescription("data-1a y data-1d")
                        .vpcId(Ids.VPC)
                        .subnetGroupStatus("Complete")
                        .subnets(subnet(Ids.DATA_1A, Ids.ZONE_A), subnet(Ids.DATA_1D, Ids.ZONE_D)))
                .tagList(Tag.builder().key("Project").value("CheckOP").build())
                .build();
    }

    private static Subnet subnet(String id, String zone) {
        return Subnet.builder()
                .subnetIdentifier(id)
                .subnetAvailabilityZone(z -> z.name(zone))
                .subnetStatus("Active")
                .build();
    }

    private static NetworkInterface networkInterface() {
        return NetworkInterface.builder()
                .networkInterfaceId(INTERFACE)
                .interfaceType("interface")
                .description("RDSNetworkInterface")
                .ownerId(Ids.ACCOUNT)
                .requesterId("amazon-rds")
                .requesterManaged(true)
                .status("in-use")
                .vpcId(Ids.VPC)
                .subnetId(Ids.DATA_1A)
                .availabilityZone(Ids.ZONE_A)
                .privateIpAddress("10.20.10.33")
                .privateIpAddresses(p -> p.primary(true).privateIpAddress("10.20.10.33"))
                .groups(g -> g.groupId(Ids.SG_DB).groupName("chop-db"))
                .build();
    }
}
