package io.atalaya.aws.readers;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseSettings;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ParameterGroupUse;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ReplicationStatus;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Subnet;
import software.amazon.awssdk.services.rds.model.Tag;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** Database instances, those of clusters included. */
final class DatabasesReader implements Reader<Database> {
    private final Clients clients;
    private final PageSize pageSize;

    DatabasesReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<Database> source() {
        return new Source<>(
                Parts.DATABASES,
                Set.of("rds:DescribeDBInstances"),
                Cadence.HALF_MINUTE,
                Set.of(),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<Database>> page) {
        for (var answer : clients.rds().describeDBInstancesPaginator(r -> r.maxRecords(pageSize.within(20, 100)))) {
            page.accept(
                    answer.dbInstances().stream().map(DatabasesReader::database).toList());
        }
    }

    private static Database database(DBInstance d) {
        var endpoint = d.endpoint();
        var subnets = d.dbSubnetGroup();
        var certificate = d.certificateDetails();
        return new Database(
                Absent.text(d.dbInstanceIdentifier()),
                Absent.text(d.dbInstanceArn()),
                Absent.orNull(d.dbClusterIdentifier()),
                Absent.text(d.engine()),
                Absent.text(d.engineVersion()),
                Absent.text(d.dbInstanceClass()),
                Absent.text(d.dbInstanceStatus()),
                Absent.orNull(d.availabilityZone()),
                Absent.orNull(d.secondaryAvailabilityZone()),
                Absent.yes(d.multiAZ()),
                // while it is being created it has none
                endpoint == null ? null : endpoint.address(),
                endpoint == null ? null : endpoint.port(),
                Absent.number(d.allocatedStorage()),
                d.maxAllocatedStorage(),
                Absent.orNull(d.storageType()),
                Absent.yes(d.storageEncrypted()),
                Absent.yes(d.publiclyAccessible()),
                Absent.yes(d.deletionProtection()),
                Absent.number(d.backupRetentionPeriod()),
                d.latestRestorableTime(),
                d.instanceCreateTime(),
                subnets == null ? null : subnets.vpcId(),
                subnets == null ? List.of() : Absent.texts(subnets.subnets(), Subnet::subnetIdentifier),
                Absent.texts(d.vpcSecurityGroups(), VpcSecurityGroupMembership::vpcSecurityGroupId),
                Absent.orNull(d.readReplicaSourceDBInstanceIdentifier()),
                d.readReplicaDBInstanceIdentifiers(),
                certificate == null ? null : certificate.validTill(),
                PendingModifications.of(d.pendingModifiedValues()),
                Absent.tags(d.tagList(), Tag::key, Tag::value),
                settings(d));
    }

    private static DatabaseSettings settings(DBInstance d) {
        var subnets = d.dbSubnetGroup();
        return new DatabaseSettings(
                Absent.orNull(d.dbiResourceId()),
                d.iops(),
                d.storageThroughput(),
                Absent.orNull(d.kmsKeyId()),
                d.dbParameterGroups().stream()
                        .map(g -> new ParameterGroupUse(
                                Absent.text(g.dbParameterGroupName()), Absent.text(g.parameterApplyStatus())))
                        .toList(),
                Absent.orNull(d.caCertificateIdentifier()),
                Absent.orNull(d.preferredBackupWindow()),
                Absent.orNull(d.preferredMaintenanceWindow()),
                Absent.yes(d.autoMinorVersionUpgrade()),
                subnets == null ? null : Absent.orNull(subnets.dbSubnetGroupName()),
                subnets == null ? List.of() : zones(subnets.subnets()),
                d.statusInfos().stream()
                        .filter(info -> "read replication".equals(info.statusType()))
                        .map(info -> new ReplicationStatus(
                                Absent.text(info.status()), Absent.yes(info.normal()), Absent.orNull(info.message())))
                        .toList());
    }

    private static List<String> zones(List<Subnet> subnets) {
        return Absent.texts(
                        subnets,
                        s -> s.subnetAvailabilityZone() == null
                                ? null
                                : s.subnetAvailabilityZone().name())
                .stream()
                .distinct()
                .sorted()
                .toList();
    }
}
