package io.atalaya.sandbox.world;

import io.atalaya.sandbox.world.sim.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.efs.model.AccessPointDescription;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.LifecyclePolicy;
import software.amazon.awssdk.services.efs.model.MountTargetDescription;
import software.amazon.awssdk.services.efs.model.Status;

/** The file systems of a region. Their size is metered hourly, so it is a function of time with a timestamp of its own. */
public final class FileSystems {
    private final Table<FileSystemDescription> all = new Table<>(FileSystemDescription::fileSystemId);
    private final Table<MountTargetDescription> mountTargets = new Table<>(MountTargetDescription::mountTargetId);
    private final Table<AccessPointDescription> accessPoints = new Table<>(AccessPointDescription::accessPointId);
    private final Map<String, Function<Instant, FileSystemDescription>> metered = new HashMap<>();
    private final Map<String, List<String>> securityGroups = new HashMap<>();
    private final Map<String, List<LifecyclePolicy>> lifecycles = new HashMap<>();
    private final Map<String, Status> backups = new HashMap<>();
    private final Map<String, Instant> throughputChanged = new HashMap<>();

    /** The file systems as EFS describes them at that moment. */
    public List<FileSystemDescription> describe(Instant now) {
        return all.stream()
                .map(f -> metered.containsKey(f.fileSystemId())
                        ? metered.get(f.fileSystemId()).apply(now)
                        : f)
                .toList();
    }

    /** Adds a file system whose description changes as it is metered. */
    public void put(FileSystemDescription bare, Function<Instant, FileSystemDescription> description) {
        all.put(bare);
        metered.put(bare.fileSystemId(), description);
    }

    /** Changes how a file system is described from now on, at all times. */
    public void change(String fileSystemId, UnaryOperator<FileSystemDescription> how) {
        Function<Instant, FileSystemDescription> before =
                metered.getOrDefault(fileSystemId, now -> all.get(fileSystemId));
        metered.put(fileSystemId, now -> how.apply(before.apply(now)));
    }

    public boolean contains(String fileSystemId) {
        return all.contains(fileSystemId);
    }

    public Table<MountTargetDescription> mountTargets() {
        return mountTargets;
    }

    public Table<AccessPointDescription> accessPoints() {
        return accessPoints;
    }

    /** The security groups of each mount target, by its id. */
    public Map<String, List<String>> securityGroups() {
        return securityGroups;
    }

    /** Lifecycle policies by file system. */
    public Map<String, List<LifecyclePolicy>> lifecycles() {
        return lifecycles;
    }

    /** When the throughput was last changed, by file system: EFS wants a day between two changes. */
    public Map<String, Instant> throughputChanged() {
        return throughputChanged;
    }

    /** Whether automatic backups are on, by file system. */
    public Map<String, Status> backups() {
        return backups;
    }
}
