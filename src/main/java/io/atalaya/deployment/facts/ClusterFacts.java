package io.atalaya.deployment.facts;

import io.atalaya.deployment.ClusterMember;
import io.atalaya.deployment.DatabaseCluster;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import java.util.List;

/** Facts of a cluster of databases. */
final class ClusterFacts {
    private ClusterFacts() {}

    static List<Fact> of(DatabaseCluster cluster, DeploymentIndex index) {
        return new FactList(index, Parts.DATABASE_CLUSTERS)
                .text("status", cluster.status())
                .text("engine", Engines.name(cluster.engine()) + " " + cluster.engineVersion())
                .links("writer", ResourceType.DATABASE, members(cluster, true))
                .links("reader", ResourceType.DATABASE, members(cluster, false))
                .id("endpoint", cluster.endpoint())
                .id("readerEndpoint", cluster.readerEndpoint())
                .mono("port", cluster.port())
                .text("storageZones", String.join(", ", cluster.zones()))
                .words("backupRetention", "fact.days", cluster.backupRetentionDays())
                .moment("restorableFrom", cluster.earliestRestorableAt())
                .moment("restorable", cluster.latestRestorableAt())
                .yesNo("encrypted", cluster.encrypted())
                .yesNo("deletionProtection", cluster.deletionProtection())
                .links("securityGroup", ResourceType.SECURITY_GROUP, cluster.securityGroupIds())
                .moment("created", cluster.createdAt())
                .tags(cluster.tags())
                .done();
    }

    private static List<String> members(DatabaseCluster cluster, boolean writer) {
        return cluster.members().stream()
                .filter(member -> member.writer() == writer)
                .map(ClusterMember::databaseId)
                .toList();
    }
}
