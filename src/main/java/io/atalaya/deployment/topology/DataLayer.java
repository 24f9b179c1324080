package io.atalaya.deployment.topology;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.Database;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.MountTarget;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.State;
import io.atalaya.deployment.Subnet;
import io.atalaya.deployment.facts.Engines;
import io.atalaya.deployment.facts.Sizes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Databases with the place of their standby, file systems with a mount target per zone. */
final class DataLayer {
    private final DeploymentIndex index;
    private final TopologyBuilder draft;

    DataLayer(DeploymentIndex index, TopologyBuilder draft) {
        this.index = index;
        this.draft = draft;
    }

    void add() {
        index.deployment().items(Parts.DATABASES).forEach(this::database);
        index.deployment().items(Parts.MOUNT_TARGETS).forEach(this::mount);
        index.deployment().items(Parts.FILE_SYSTEMS).forEach(this::fileSystem);
    }

    private void database(Database database) {
        var condition = Conditions.of(database);
        var lines = new ArrayList<Line>();
        lines.add(Line.text(Engines.name(database.engine()), ""));
        lines.add(Line.id(database.instanceClass(), ""));
        var maximum = database.maxAllocatedGib();
        lines.add(Line.keyed(
                "allocated",
                maximum == null
                        ? Sizes.gib(database.allocatedGib())
                        : database.allocatedGib() + " / " + Sizes.gib(maximum)));
        if (condition.state() != State.HEALTHY) {
            lines.add(Line.state(condition.word(), "", condition.state()));
        }
        lines.add(new Line(
                database.multiAz() ? "topology.line.multiAz" : "topology.line.singleAz", true, false, "", null));
        var place = place(database.vpcId(), database.zone(), database.subnetIds());
        var key = Node.key(database.ref());
        draft.node(new Node(
                key,
                database.ref(),
                NodeKind.DATABASE,
                database.name(),
                condition,
                lines,
                List.of(),
                place,
                List.of(Parts.DATABASES)));
        standby(database, condition);
    }

    /** Where the second instance of a Multi-AZ database is, or where it could be. */
    private void standby(Database database, Condition condition) {
        if (database.replicaOf() != null || database.clusterId() != null) {
            return; // replicas and cluster members have their partners as cards of their own
        }
        var zone = database.multiAz()
                ? database.secondaryZone()
                : database.subnetIds().stream()
                        .flatMap(id -> subnet(id).stream())
                        .map(Subnet::zone)
                        .filter(each -> !each.equals(database.zone()))
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        if (zone == null) {
            return;
        }
        var there = database.multiAz();
        draft.node(new Node(
                "standby:" + database.id(),
                null,
                NodeKind.STANDBY,
                database.id(),
                there ? condition : Condition.of(State.HEALTHY, "none"),
                List.of(new Line(there ? "topology.line.standby" : "topology.line.noStandby", true, false, "", null)),
                List.of(),
                place(database.vpcId(), zone, database.subnetIds()),
                List.of(Parts.DATABASES)));
    }

    private Place place(@Nullable String vpc, @Nullable String zone, List<String> subnets) {
        var subnet = subnets.stream()
                .filter(id -> subnet(id).filter(it -> it.zone().equals(zone)).isPresent())
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new Place(vpc, zone, subnet, null);
    }

    private Optional<Subnet> subnet(String id) {
        return index.find(Subnet.class, ResourceType.SUBNET, id);
    }

    private void mount(MountTarget mount) {
        var condition = Conditions.of(mount);
        var subnet = subnet(mount.subnetId());
        var zone = mount.zone() == null ? subnet.map(Subnet::zone).orElse(null) : mount.zone();
        var vpc = mount.vpcId() == null ? subnet.map(Subnet::vpcId).orElse(null) : mount.vpcId();
        var lines = new ArrayList<Line>();
        lines.add(Line.id((mount.ip() == null ? "?" : mount.ip()) + ":2049", ""));
        if (condition.state() != State.HEALTHY) {
            lines.add(Line.state(condition.word(), "", condition.state()));
        }
        var key = Node.key(mount.ref());
        var fileSystem = index.find(FileSystem.class, ResourceType.FILE_SYSTEM, mount.fileSystemId());
        draft.node(new Node(
                key,
                mount.ref(),
                NodeKind.MOUNT,
                "mount " + (zone == null ? mount.id() : tail(zone)),
                condition,
                lines,
                List.of(),
                new Place(vpc, zone, mount.subnetId(), null),
                List.of(Parts.MOUNT_TARGETS)));
        fileSystem.ifPresent(it -> draft.edge(new Edge(key, null, Node.key(it.ref()), Flow.of(condition.state()), 1)));
    }

    /** {@code 1a} of {@code us-east-1a}. */
    private static String tail(String zone) {
        return zone.substring(zone.lastIndexOf('-') + 1);
    }

    private void fileSystem(FileSystem fileSystem) {
        var condition = Conditions.of(fileSystem);
        var lines = new ArrayList<Line>();
        lines.add(Line.text("EFS · " + Sizes.bytes(fileSystem.sizeBytes()), ""));
        if (condition.state() != State.HEALTHY) {
            lines.add(Line.state(condition.word(), "", condition.state()));
        }
        var vpc = index.mountTargets(fileSystem.id()).stream()
                .map(MountTarget::vpcId)
                .filter(java.util.Objects::nonNull)
                .sorted()
                .findFirst()
                .orElse(null);
        draft.node(new Node(
                Node.key(fileSystem.ref()),
                fileSystem.ref(),
                NodeKind.FILE_SYSTEM,
                fileSystem.name(),
                condition,
                lines,
                List.of(),
                Place.inVpc(vpc),
                List.of(Parts.FILE_SYSTEMS)));
    }
}
