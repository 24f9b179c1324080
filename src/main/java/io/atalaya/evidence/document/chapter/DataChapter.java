package io.atalaya.evidence.document.chapter;

import static io.atalaya.evidence.document.Column.mono;
import static io.atalaya.evidence.document.Column.number;
import static io.atalaya.evidence.document.Column.text;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseCluster;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.MountTarget;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.facts.Engines;
import io.atalaya.evidence.document.Block.Table;
import io.atalaya.evidence.document.Cell;
import io.atalaya.evidence.document.Chapter;
import io.atalaya.evidence.document.Row;
import java.util.List;

/** File systems and databases. */
final class DataChapter {
    private static final double GIB = 1L << 30;
    private static final double MIB_PER_GIB = 1024;

    private final TableMaker tables;

    DataChapter(TableMaker tables) {
        this.tables = tables;
    }

    Chapter files() {
        return new Chapter("files", List.of(fileSystems(), mounts()));
    }

    private Table fileSystems() {
        var rows = tables.deployment().items(Parts.FILE_SYSTEMS).stream()
                .map(DataChapter::fileSystem)
                .toList();
        return tables.table(
                "file-systems",
                List.of(
                        text("name", 13),
                        number("sizeGib", 9).passing(),
                        mono("measuredAt", 23).passing(),
                        text("throughput", 12),
                        text("performance", 14),
                        text("encrypted", 8),
                        mono("id", 21)),
                rows,
                Parts.FILE_SYSTEMS);
    }

    private static Row fileSystem(FileSystem it) {
        return Row.of(
                it.id(),
                Cell.text(it.name()),
                Cell.number(it.sizeBytes() / GIB),
                Cell.moment(it.sizeMeasuredAt()),
                Cell.text(it.throughputMode()
                        + (it.provisionedMibps() == null ? "" : " " + it.provisionedMibps() + " MiB/s")),
                Cell.text(it.performanceMode()),
                Cell.yesNo(it.encrypted()),
                Cell.text(it.id()));
    }

    private Table mounts() {
        var rows = tables.deployment().items(Parts.MOUNT_TARGETS).stream()
                .map(this::mount)
                .sorted(Rows.byCells())
                .toList();
        return tables.belonging(
                "mount-targets",
                List.of(
                        text("fileSystem", 16),
                        mono("zone", 13),
                        text("subnet", 20),
                        mono("address", 15),
                        text("securityGroups", 20),
                        text("state", 12).passing()),
                rows,
                Parts.MOUNT_TARGETS,
                Parts.FILE_SYSTEMS,
                Parts.SUBNETS,
                Parts.SECURITY_GROUPS);
    }

    private Row mount(MountTarget it) {
        return Row.of(
                it.id(),
                tables.name(ResourceType.FILE_SYSTEM, it.fileSystemId()),
                Cell.text(it.zone()),
                tables.name(ResourceType.SUBNET, it.subnetId()),
                Cell.text(it.ip()),
                tables.names(ResourceType.SECURITY_GROUP, it.securityGroupIds()),
                Cell.text(it.state()));
    }

    Chapter databases() {
        return new Chapter("databases", List.of(instances(), access(), clusters()));
    }

    private Table instances() {
        var rows = tables.deployment().items(Parts.DATABASES).stream()
                .map(this::database)
                .toList();
        return tables.table(
                "databases",
                List.of(
                        text("name", 26),
                        text("role", 18),
                        text("engine", 22),
                        mono("version", 14),
                        mono("zone", 20),
                        mono("class", 24),
                        number("vcpus", 9),
                        number("ramGib", 10),
                        number("allocatedGib", 16),
                        text("autoscaling", 16),
                        number("maximumGib", 14),
                        text("multiAz", 11)),
                rows,
                Parts.DATABASES,
                Parts.INSTANCE_TYPES,
                Parts.DATABASE_CLUSTERS);
    }

    private Row database(Database it) {
        var size = tables.index().type(it.instanceClass());
        var most = it.maxAllocatedGib();
        return Row.of(
                it.id(),
                Cell.text(it.id()),
                role(it),
                Cell.text(Engines.name(it.engine())),
                Cell.text(it.engineVersion()),
                Cell.text(it.zone()),
                Cell.text(it.instanceClass()),
                size == null ? Cell.UNREAD : Cell.number(size.vcpus()),
                size == null ? Cell.UNREAD : Cell.number(size.memoryMib() / MIB_PER_GIB),
                Cell.number(it.allocatedGib()),
                Cell.yesNo(most != null),
                most == null ? Cell.NONE : Cell.number(most.intValue()),
                Cell.yesNo(it.multiAz()));
    }

    private Cell role(Database it) {
        if (it.clusterId() != null) {
            var cluster = tables.index().find(DatabaseCluster.class, ResourceType.DATABASE_CLUSTER, it.clusterId());
            return cluster.map(each -> Cell.words(
                            each.members().stream()
                                            .anyMatch(member ->
                                                    member.databaseId().equals(it.id()) && member.writer())
                                    ? "writer"
                                    : "reader"))
                    .orElse(Cell.UNREAD);
        }
        return Cell.words(it.replicaOf() == null ? "instance" : "replica");
    }

    private Table access() {
        var rows = tables.deployment().items(Parts.DATABASES).stream()
                .map(it -> Row.of(
                        it.id(),
                        Cell.text(it.id()),
                        Cell.text(it.endpoint()),
                        it.port() == null ? Cell.NONE : Cell.number(it.port().intValue()),
                        Cell.yesNo(it.publiclyAccessible()),
                        Cell.yesNo(it.encrypted()),
                        Cell.text(it.storageType()),
                        Cell.yesNo(it.deletionProtection()),
                        tables.names(ResourceType.SECURITY_GROUP, it.securityGroupIds())))
                .toList();
        return tables.table(
                "database-access",
                List.of(
                        text("name", 14),
                        mono("endpoint", 28),
                        number("port", 7),
                        text("internet", 9),
                        text("encrypted", 9),
                        text("storageType", 9),
                        text("deletionProtection", 10),
                        text("securityGroups", 14)),
                rows,
                Parts.DATABASES,
                Parts.SECURITY_GROUPS);
    }

    private Table clusters() {
        var rows = tables.deployment().items(Parts.DATABASE_CLUSTERS).stream()
                .map(it -> Row.of(
                        it.id(),
                        Cell.text(it.id()),
                        Cell.text(Engines.name(it.engine())),
                        Cell.text(it.engineVersion()),
                        Cell.texts(it.members().stream()
                                .map(member -> member.databaseId())
                                .sorted()
                                .toList()),
                        Cell.texts(it.zones().stream().sorted().toList()),
                        Cell.text(it.endpoint())))
                .toList();
        return tables.table(
                "database-clusters",
                List.of(
                        text("name", 16),
                        text("engine", 16),
                        mono("version", 10),
                        text("members", 16),
                        mono("zones", 14),
                        mono("endpoint", 28)),
                rows,
                Parts.DATABASE_CLUSTERS);
    }
}
