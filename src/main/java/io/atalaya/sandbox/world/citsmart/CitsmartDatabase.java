package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Subnet;
import software.amazon.awssdk.services.rds.model.Tag;

/** citsmart-db: PostgreSQL with a standby in another zone, kept alike synchronously. */
final class CitsmartDatabase {
    static final String ENDPOINT = "citsmart-db.c175a7e4d1b9.sa-east-1.rds.amazonaws.com";
    static final Duration AGE = Duration.ofDays(409);

    private CitsmartDatabase() {}

    static void furnish(World world) {
        world.databases().instances().put(instance(world));
        world.databases()
                .tags()
                .put(
                        world.account().arn("rds", "db:" + CitsmartIds.DATABASE),
                        List.of(
                                Tag.builder().key("Projeto").value("CITSmart").build(),
                                Tag.builder().key("Ambiente").value("produção").build()));
        world.network().interfaces().put(networkInterface());
        CitsmartBackups.furnish(world);
    }

    private static DBInstance instance(World world) {
        return DBInstance.builder()
                .dbInstanceIdentifier(CitsmartIds.DATABASE)
                .dbInstanceArn(world.account().arn("rds", "db:" + CitsmartIds.DATABASE))
                .dbiResourceId("db-C175A7E4D1B90263BAD286B8F5")
                .dbInstanceClass("db.m5.xlarge")
                .dbInstanceStatus("available")
                .engine("postgres")
                .engineVersion("14.13")
                .licenseModel("postgresql-license")
                .engineLifecycleSupport("open-source-rds-extended-support-disabled")
                .masterUsername("citsmart")
                .dbName("citsmart")
                .endpoint(e -> e.address(ENDPOINT).port(5432).hostedZoneId("Z2R2ITUGPM61AM"))
                .availabilityZone(CitsmartIds.ZONE_A)
                .secondaryAvailabilityZone(CitsmartIds.ZONE_B)
                .multiAZ(true)
                .publiclyAccessible(false)
                .allocatedStorage(400)
                .maxAllocatedStorage(1000)
                .storageType("gp3")
                .iops(12_000)
                .storageThroughput(500)
                .storageEncrypted(true)
                .kmsKeyId(world.account().arn("kms", "alias/aws/rds"))
                .instanceCreateTime(
                        world.start().truncatedTo(ChronoUnit.SECONDS).minus(AGE))
                .backupRetentionPeriod(14)
                .preferredBackupWindow("06:00-06:30")
                .preferredMaintenanceWindow("sun:07:00-sun:07:30")
                .autoMinorVersionUpgrade(true)
                .deletionProtection(true)
                .copyTagsToSnapshot(true)
                .monitoringInterval(60)
                .performanceInsightsEnabled(true)
                .caCertificateIdentifier("rds-ca-rsa2048-g1")
                .networkType("IPV4")
                .backupTarget("region")
                .enabledCloudwatchLogsExports("postgresql")
                .iamDatabaseAuthenticationEnabled(false)
                .dbParameterGroups(
                        p -> p.dbParameterGroupName("citsmart-postgres14").parameterApplyStatus("in-sync"))
                .optionGroupMemberships(
                        o -> o.optionGroupName("default:postgres-14").status("in-sync"))
                .vpcSecurityGroups(g -> g.vpcSecurityGroupId(CitsmartIds.SG_DB).status("active"))
                .dbSubnetGroup(g -> g.dbSubnetGroupName("citsmart-dados")
                        .dbSubnetGroupDescription("dados-1a, dados-1b e dados-1c")
                        .vpcId(CitsmartIds.VPC)
                        .subnetGroupStatus("Complete")
                        .subnets(CitsmartIds.ZONES.stream()
                                .map(CitsmartDatabase::subnet)
                                .toList()))
                .tagList(Tag.builder().key("Projeto").value("CITSmart").build())
                .build();
    }

    private static Subnet subnet(String zone) {
        return Subnet.builder()
                .subnetIdentifier(CitsmartIds.DATA.get(CitsmartIds.ZONES.indexOf(zone)))
                .subnetAvailabilityZone(z -> z.name(zone))
                .subnetStatus("Active")
                .build();
    }

    private static NetworkInterface networkInterface() {
        return NetworkInterface.builder()
                .networkInterfaceId("eni-0dbc175a7e4d1b902")
                .interfaceType("interface")
                .description("RDSNetworkInterface")
                .ownerId(CitsmartIds.ACCOUNT)
                .requesterId("amazon-rds")
                .requesterManaged(true)
                .status("in-use")
                .vpcId(CitsmartIds.VPC)
                .subnetId(CitsmartIds.DATA.getFirst())
                .availabilityZone(CitsmartIds.ZONE_A)
                .privateIpAddress("10.64.20.33")
                .privateIpAddresses(p -> p.primary(true).privateIpAddress("10.64.20.33"))
                .groups(g -> g.groupId(CitsmartIds.SG_DB).groupName("citsmart-db"))
                .build();
    }
}
