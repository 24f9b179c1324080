package io.atalaya.deployment.facts;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseSnapshot;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.MountTarget;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import java.util.List;

/** Facts of databases, their snapshots, file systems and mount targets. */
final class DataFacts {
    private DataFacts() {}

    static List<Fact> of(Database database, DeploymentIndex index) {
        var facts = new FactList(index, Parts.DATABASES)
                .text("status", database.status())
                .text("role", database.replicaOf() == null ? "Instance" : "Replica")
                .text("engine", Engines.name(database.engine()) + " " + database.engineVersion())
                .text("class", database.instanceClass())
                .text("size", Sizes.ofType(database.instanceClass(), index).orElse(null), Parts.INSTANCE_TYPES)
                .text("zone", database.zone())
                .text("secondaryZone", database.secondaryZone())
                .yesNo("multiAz", database.multiAz())
                .mono("allocated", Sizes.gib(database.allocatedGib()))
                .yesNo("autoscaling", database.maxAllocatedGib() != null)
                .mono("maxAllocated", database.maxAllocatedGib() == null ? null : Sizes.gib(database.maxAllocatedGib()))
                .text("storageType", database.storageType())
                .id("endpoint", database.endpoint())
                .mono("port", database.port());
        database.pendingModifications().forEach(each -> facts.text("pending", each));
        facts.words("backupRetention", "fact.days", database.backupRetentionDays())
                .moment("restorable", database.latestRestorableAt())
                .moment("caValidUntil", database.caCertificateValidUntil())
                .yesNo("encrypted", database.encrypted())
                .yesNo("publiclyAccessible", database.publiclyAccessible())
                .yesNo("deletionProtection", database.deletionProtection())
                .link("cluster", ResourceType.DATABASE_CLUSTER, database.clusterId())
                .link("replicaOf", ResourceType.DATABASE, database.replicaOf())
                .links("replica", ResourceType.DATABASE, database.replicaIds())
                .link("vpc", ResourceType.VPC, database.vpcId())
                .links("subnet", ResourceType.SUBNET, database.subnetIds())
                .links("securityGroup", ResourceType.SECURITY_GROUP, database.securityGroupIds())
                .moment("created", database.createdAt());
        return facts.tags(database.tags()).done();
    }

    static List<Fact> of(DatabaseSnapshot snapshot, DeploymentIndex index) {
        return new FactList(index, snapshot.ofCluster() ? Parts.CLUSTER_SNAPSHOTS : Parts.DATABASE_SNAPSHOTS)
                .text("status", snapshot.status())
                .mono("progress", snapshot.percent() + " %")
                .link(
                        "database",
                        snapshot.ofCluster() ? ResourceType.DATABASE_CLUSTER : ResourceType.DATABASE,
                        snapshot.databaseId())
                .text("snapshotType", snapshot.snapshotType())
                .mono("size", Sizes.gib(snapshot.sizeGib()))
                .text("engine", Engines.name(snapshot.engine()))
                .yesNo("encrypted", snapshot.encrypted())
                .text("zone", snapshot.zone())
                .moment("created", snapshot.createdAt())
                .done();
    }

    static List<Fact> of(FileSystem fileSystem, DeploymentIndex index) {
        var facts = new FactList(index, Parts.FILE_SYSTEMS)
                .text("state", fileSystem.state())
                .mono("size", Sizes.bytes(fileSystem.sizeBytes()))
                .moment("sizeMeasured", fileSystem.sizeMeasuredAt())
                .mono("standard", Sizes.bytes(fileSystem.standardBytes()))
                .mono("infrequent", Sizes.bytes(fileSystem.infrequentBytes()))
                .mono("archive", Sizes.bytes(fileSystem.archiveBytes()))
                .text("performanceMode", fileSystem.performanceMode())
                .text("throughputMode", fileSystem.throughputMode())
                .mono(
                        "throughput",
                        fileSystem.provisionedMibps() == null ? null : fileSystem.provisionedMibps() + " MiB/s")
                .yesNo("encrypted", fileSystem.encrypted());
        index.mountTargets(fileSystem.id())
                .forEach(
                        mount -> facts.link("mountTarget", ResourceType.MOUNT_TARGET, mount.id(), Parts.MOUNT_TARGETS));
        return facts.moment("created", fileSystem.createdAt())
                .tags(fileSystem.tags())
                .done();
    }

    static List<Fact> of(MountTarget mount, DeploymentIndex index) {
        return new FactList(index, Parts.MOUNT_TARGETS)
                .text("state", mount.state())
                .link("fileSystem", ResourceType.FILE_SYSTEM, mount.fileSystemId())
                .id("privateIp", mount.ip())
                .text("zone", mount.zone())
                .link("subnet", ResourceType.SUBNET, mount.subnetId())
                .link("vpc", ResourceType.VPC, mount.vpcId())
                .links("securityGroup", ResourceType.SECURITY_GROUP, mount.securityGroupIds())
                .done();
    }
}
