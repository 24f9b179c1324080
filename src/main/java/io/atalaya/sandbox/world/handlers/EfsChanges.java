package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.efs.model.BackupPolicy;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.LifeCycleState;
import software.amazon.awssdk.services.efs.model.LifecyclePolicy;
import software.amazon.awssdk.services.efs.model.PutBackupPolicyRequest;
import software.amazon.awssdk.services.efs.model.PutBackupPolicyResponse;
import software.amazon.awssdk.services.efs.model.PutLifecycleConfigurationRequest;
import software.amazon.awssdk.services.efs.model.PutLifecycleConfigurationResponse;
import software.amazon.awssdk.services.efs.model.Status;
import software.amazon.awssdk.services.efs.model.ThroughputMode;
import software.amazon.awssdk.services.efs.model.UpdateFileSystemRequest;
import software.amazon.awssdk.services.efs.model.UpdateFileSystemResponse;

/** Throughput, lifecycle and backup policy of a file system. */
final class EfsChanges {
    private static final Duration UPDATING = Duration.ofSeconds(25);
    private static final Duration ENABLING = Duration.ofSeconds(20);
    private static final Duration BETWEEN_CHANGES = Duration.ofHours(24);

    private EfsChanges() {}

    static void register(Operations efs) {
        efs.on(
                        "UpdateFileSystem",
                        UpdateFileSystemRequest.class,
                        UpdateFileSystemResponse.class,
                        EfsChanges::throughput)
                .on(
                        "PutLifecycleConfiguration",
                        PutLifecycleConfigurationRequest.class,
                        PutLifecycleConfigurationResponse.class,
                        EfsChanges::lifecycle)
                .on(
                        "PutBackupPolicy",
                        PutBackupPolicyRequest.class,
                        PutBackupPolicyResponse.class,
                        EfsChanges::backups);
    }

    private static UpdateFileSystemResponse throughput(World world, UpdateFileSystemRequest r, Call call) {
        FileSystemDescription now = available(world, r.fileSystemId());
        ThroughputMode mode = r.throughputMode() == null ? now.throughputMode() : r.throughputMode();
        Double provisioned = r.provisionedThroughputInMibps();
        if ((mode == ThroughputMode.PROVISIONED) != (provisioned != null)) {
            throw new WireFault(
                    400, "BadRequest", "ProvisionedThroughputInMibps goes with the throughput mode provisioned");
        }
        if (mode == now.throughputMode() && Objects.equals(provisioned, now.provisionedThroughputInMibps())) {
            throw new WireFault(400, "BadRequest", "The file system already has that throughput");
        }
        var changed = world.fileSystems().throughputChanged();
        var last = changed.get(r.fileSystemId());
        if (last != null && last.plus(BETWEEN_CHANGES).isAfter(world.now()) && !raises(now, mode, provisioned)) {
            throw new WireFault(
                    429,
                    "TooManyRequests",
                    "Throughput mode changes and decreases of provisioned throughput are possible 24 hours after the"
                            + " last one");
        }
        changed.put(r.fileSystemId(), world.now());
        world.fileSystems().change(r.fileSystemId(), f -> f.toBuilder()
                .lifeCycleState(LifeCycleState.UPDATING)
                .throughputMode(mode)
                .provisionedThroughputInMibps(provisioned)
                .build());
        world.timeline().after(UPDATING, () -> world.fileSystems().change(r.fileSystemId(), f -> f.toBuilder()
                .lifeCycleState(LifeCycleState.AVAILABLE)
                .build()));
        FileSystemDescription after = find(world, r.fileSystemId());
        return UpdateFileSystemResponse.builder()
                .fileSystemId(after.fileSystemId())
                .fileSystemArn(after.fileSystemArn())
                .ownerId(after.ownerId())
                .creationToken(after.creationToken())
                .creationTime(after.creationTime())
                .lifeCycleState(after.lifeCycleState())
                .name(after.name())
                .numberOfMountTargets(after.numberOfMountTargets())
                .sizeInBytes(after.sizeInBytes())
                .performanceMode(after.performanceMode())
                .encrypted(after.encrypted())
                .throughputMode(after.throughputMode())
                .provisionedThroughputInMibps(after.provisionedThroughputInMibps())
                .tags(after.tags())
                .build();
    }

    private static boolean raises(FileSystemDescription now, ThroughputMode mode, @Nullable Double provisioned) {
        return mode == now.throughputMode()
                && provisioned != null
                && now.provisionedThroughputInMibps() != null
                && provisioned > now.provisionedThroughputInMibps();
    }

    /** Replaces all policies; each carries one transition. */
    private static PutLifecycleConfigurationResponse lifecycle(
            World world, PutLifecycleConfigurationRequest r, Call call) {
        available(world, r.fileSystemId());
        for (LifecyclePolicy policy : r.lifecyclePolicies()) {
            int transitions = (policy.transitionToIA() == null ? 0 : 1)
                    + (policy.transitionToArchive() == null ? 0 : 1)
                    + (policy.transitionToPrimaryStorageClass() == null ? 0 : 1);
            if (transitions != 1) {
                throw new WireFault(400, "BadRequest", "Each lifecycle policy must have exactly one transition");
            }
        }
        world.fileSystems().lifecycles().put(r.fileSystemId(), r.lifecyclePolicies());
        return PutLifecycleConfigurationResponse.builder()
                .lifecyclePolicies(r.lifecyclePolicies())
                .build();
    }

    private static PutBackupPolicyResponse backups(World world, PutBackupPolicyRequest r, Call call) {
        available(world, r.fileSystemId());
        boolean on = r.backupPolicy().status() == Status.ENABLED;
        Status begun = on ? Status.ENABLING : Status.DISABLING;
        world.fileSystems().backups().put(r.fileSystemId(), begun);
        world.timeline().after(ENABLING, () -> world.fileSystems()
                .backups()
                .put(r.fileSystemId(), on ? Status.ENABLED : Status.DISABLED));
        return PutBackupPolicyResponse.builder()
                .backupPolicy(BackupPolicy.builder().status(begun).build())
                .build();
    }

    private static FileSystemDescription available(World world, String id) {
        FileSystemDescription found = find(world, id);
        if (found.lifeCycleState() != LifeCycleState.AVAILABLE) {
            throw new WireFault(
                    409,
                    "IncorrectFileSystemLifeCycleState",
                    "File system '" + id + "' is in the state " + found.lifeCycleStateAsString());
        }
        return found;
    }

    private static FileSystemDescription find(World world, String id) {
        return world.fileSystems().describe(world.now()).stream()
                .filter(f -> f.fileSystemId().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new WireFault(404, "FileSystemNotFound", "File system '" + id + "' does not exist."));
    }
}
