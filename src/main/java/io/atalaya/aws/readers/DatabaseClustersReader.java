package io.atalaya.aws.readers;

import io.atalaya.deployment.ClusterMember;
import io.atalaya.deployment.DatabaseCluster;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.Tag;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** Clusters of databases: Aurora, and RDS with two readable standbys. */
final class DatabaseClustersReader implements Reader<DatabaseCluster> {
    private final Clients clients;
    private final PageSize pageSize;

    DatabaseClustersReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<DatabaseCluster> source() {
        return new Source<>(
                Parts.DATABASE_CLUSTERS,
                Set.of("rds:DescribeDBClusters"),
                Cadence.HALF_MINUTE,
                Set.of(),
                Set.of(),
                false,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<DatabaseCluster>> page) {
        for (var answer : clients.rds().describeDBClustersPaginator(r -> r.maxRecords(pageSize.within(20, 100)))) {
            page.accept(answer.dbClusters().stream()
                    .map(DatabaseClustersReader::cluster)
                    .toList());
        }
    }

    private static DatabaseCluster cluster(DBCluster c) {
        return new DatabaseCluster(
                Absent.text(c.dbClusterIdentifier()),
                Absent.text(c.dbClusterArn()),
                Absent.text(c.engine()),
                Absent.text(c.engineVersion()),
                Absent.text(c.status()),
                Absent.orNull(c.endpoint()),
                Absent.orNull(c.readerEndpoint()),
                c.port(),
                Absent.yes(c.multiAZ()),
                c.availabilityZones(),
                c.dbClusterMembers().stream()
                        .map(DatabaseClustersReader::member)
                        .toList(),
                Absent.number(c.allocatedStorage()),
                Absent.yes(c.storageEncrypted()),
                Absent.yes(c.deletionProtection()),
                Absent.number(c.backupRetentionPeriod()),
                c.earliestRestorableTime(),
                c.latestRestorableTime(),
                Absent.orNull(c.dbClusterParameterGroup()),
                Absent.orNull(c.preferredBackupWindow()),
                Absent.orNull(c.preferredMaintenanceWindow()),
                c.clusterCreateTime(),
                Absent.texts(c.vpcSecurityGroups(), VpcSecurityGroupMembership::vpcSecurityGroupId),
                Absent.tags(c.tagList(), Tag::key, Tag::value));
    }

    private static ClusterMember member(DBClusterMember m) {
        return new ClusterMember(
                Absent.text(m.dbInstanceIdentifier()),
                Absent.yes(m.isClusterWriter()),
                Absent.text(m.dbClusterParameterGroupStatus()),
                Absent.number(m.promotionTier()));
    }
}
