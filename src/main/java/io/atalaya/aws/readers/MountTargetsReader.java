package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.MountTarget;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.CallFailedException;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.efs.model.FileSystemNotFoundException;
import software.amazon.awssdk.services.efs.model.MountTargetDescription;
import software.amazon.awssdk.services.efs.model.MountTargetNotFoundException;

/** Mount targets of all file systems: a call for each file system, and one for the security groups of each target. */
final class MountTargetsReader implements Reader<MountTarget> {
    private final Clients clients;
    private final PageSize pageSize;
    private final FanOut fanOut;

    MountTargetsReader(Clients clients, PageSize pageSize, FanOut fanOut) {
        this.clients = clients;
        this.pageSize = pageSize;
        this.fanOut = fanOut;
    }

    Source<MountTarget> source() {
        return new Source<>(
                Parts.MOUNT_TARGETS,
                Set.of("elasticfilesystem:DescribeMountTargets", "elasticfilesystem:DescribeMountTargetSecurityGroups"),
                Cadence.MINUTE,
                Set.of(Parts.FILE_SYSTEMS),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<MountTarget>> page) throws Exception {
        var fileSystems =
                known.items(Parts.FILE_SYSTEMS).stream().map(FileSystem::id).toList();
        var gathered = new Gathered<String, MountTarget>(page);
        fanOut.ask(fileSystems, this::ofFileSystem, gathered);
        gathered.finish(known.items(Parts.MOUNT_TARGETS), MountTarget::fileSystemId);
    }

    private List<MountTarget> ofFileSystem(String id) throws CallFailedException {
        var targets = new ArrayList<MountTarget>();
        for (var m : Calls.named("elasticfilesystem:DescribeMountTargets", () -> described(id))) {
            targets.add(target(id, m));
        }
        return targets;
    }

    private List<MountTargetDescription> described(String fileSystemId) {
        try {
            return clients
                    .efs()
                    .describeMountTargetsPaginator(
                            r -> r.fileSystemId(fileSystemId).maxItems(pageSize.within(1, 100)))
                    .mountTargets()
                    .stream()
                    .toList();
        } catch (FileSystemNotFoundException deletedMeanwhile) {
            return List.of();
        }
    }

    private MountTarget target(String fileSystemId, MountTargetDescription m) throws CallFailedException {
        return new MountTarget(
                Absent.text(m.mountTargetId()),
                Absent.text(m.fileSystemId(), fileSystemId),
                Absent.text(m.subnetId()),
                Absent.orNull(m.availabilityZoneName()),
                Absent.orNull(m.ipAddress()),
                Absent.text(m.lifeCycleStateAsString()),
                m.vpcId(),
                groups(m.mountTargetId()));
    }

    private List<String> groups(@Nullable String mountTargetId) throws CallFailedException {
        if (mountTargetId == null) {
            return List.of();
        }
        return Calls.named("elasticfilesystem:DescribeMountTargetSecurityGroups", () -> {
            try {
                return clients.efs()
                        .describeMountTargetSecurityGroups(r -> r.mountTargetId(mountTargetId))
                        .securityGroups();
            } catch (MountTargetNotFoundException deletedMeanwhile) {
                return List.of();
            }
        });
    }
}
