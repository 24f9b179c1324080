package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.OperationRegistry;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Cloud;
import io.atalaya.sandbox.world.World;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.efs.model.AccessPointDescription;
import software.amazon.awssdk.services.efs.model.BackupPolicy;
import software.amazon.awssdk.services.efs.model.DescribeAccessPointsRequest;
import software.amazon.awssdk.services.efs.model.DescribeAccessPointsResponse;
import software.amazon.awssdk.services.efs.model.DescribeBackupPolicyRequest;
import software.amazon.awssdk.services.efs.model.DescribeBackupPolicyResponse;
import software.amazon.awssdk.services.efs.model.DescribeFileSystemsRequest;
import software.amazon.awssdk.services.efs.model.DescribeFileSystemsResponse;
import software.amazon.awssdk.services.efs.model.DescribeLifecycleConfigurationRequest;
import software.amazon.awssdk.services.efs.model.DescribeLifecycleConfigurationResponse;
import software.amazon.awssdk.services.efs.model.DescribeMountTargetSecurityGroupsRequest;
import software.amazon.awssdk.services.efs.model.DescribeMountTargetSecurityGroupsResponse;
import software.amazon.awssdk.services.efs.model.DescribeMountTargetsRequest;
import software.amazon.awssdk.services.efs.model.DescribeMountTargetsResponse;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.MountTargetDescription;

/** The operations of EFS. */
final class Efs {
    private static final int STANDARD_PAGE = 100;

    private Efs() {}

    static void register(OperationRegistry registry, Cloud cloud) {
        Operations.regional(registry, cloud, "elasticfilesystem")
                .on(
                        "DescribeFileSystems",
                        DescribeFileSystemsRequest.class,
                        DescribeFileSystemsResponse.class,
                        Efs::fileSystems)
                .on(
                        "DescribeMountTargets",
                        DescribeMountTargetsRequest.class,
                        DescribeMountTargetsResponse.class,
                        Efs::mountTargets)
                .on(
                        "DescribeMountTargetSecurityGroups",
                        DescribeMountTargetSecurityGroupsRequest.class,
                        DescribeMountTargetSecurityGroupsResponse.class,
                        Efs::securityGroups)
                .on(
                        "DescribeAccessPoints",
                        DescribeAccessPointsRequest.class,
                        DescribeAccessPointsResponse.class,
                        Efs::accessPoints)
                .on(
                        "DescribeLifecycleConfiguration",
                        DescribeLifecycleConfigurationRequest.class,
                        DescribeLifecycleConfigurationResponse.class,
                        Efs::lifecycle)
                .on(
                        "DescribeBackupPolicy",
                        DescribeBackupPolicyRequest.class,
                        DescribeBackupPolicyResponse.class,
                        Efs::backupPolicy);
        EfsChanges.register(Operations.regional(registry, cloud, "elasticfilesystem"));
    }

    private static DescribeFileSystemsResponse fileSystems(World world, DescribeFileSystemsRequest r, Call call) {
        require(world, r.fileSystemId());
        List<FileSystemDescription> found = world.fileSystems().describe(world.now()).stream()
                .filter(f -> r.fileSystemId() == null || f.fileSystemId().equals(r.fileSystemId()))
                .filter(f -> r.creationToken() == null || f.creationToken().equals(r.creationToken()))
                .toList();
        Page<FileSystemDescription> page = page(found, r.maxItems(), r.marker());
        return DescribeFileSystemsResponse.builder()
                .fileSystems(page.items())
                .marker(r.marker())
                .nextMarker(page.token())
                .build();
    }

    /** By file system, by mount target or by access point: EFS wants one of the three. */
    private static DescribeMountTargetsResponse mountTargets(World world, DescribeMountTargetsRequest r, Call call) {
        String fileSystem = r.fileSystemId();
        if (fileSystem == null && r.mountTargetId() == null && r.accessPointId() == null) {
            throw new WireFault(400, "BadRequest", "One of FileSystemId, MountTargetId or AccessPointId is required");
        }
        if (r.accessPointId() != null) {
            fileSystem = accessPoint(world, r.accessPointId()).fileSystemId();
        }
        require(world, fileSystem);
        if (r.mountTargetId() != null) {
            mountTarget(world, r.mountTargetId());
        }
        String of = fileSystem;
        List<MountTargetDescription> found = world.fileSystems().mountTargets().stream()
                .filter(m -> of == null || m.fileSystemId().equals(of))
                .filter(m -> r.mountTargetId() == null || m.mountTargetId().equals(r.mountTargetId()))
                .toList();
        Page<MountTargetDescription> page = page(found, r.maxItems(), r.marker());
        return DescribeMountTargetsResponse.builder()
                .mountTargets(page.items())
                .marker(r.marker())
                .nextMarker(page.token())
                .build();
    }

    private static DescribeMountTargetSecurityGroupsResponse securityGroups(
            World world, DescribeMountTargetSecurityGroupsRequest r, Call call) {
        mountTarget(world, r.mountTargetId());
        return DescribeMountTargetSecurityGroupsResponse.builder()
                .securityGroups(world.fileSystems().securityGroups().getOrDefault(r.mountTargetId(), List.of()))
                .build();
    }

    private static DescribeAccessPointsResponse accessPoints(World world, DescribeAccessPointsRequest r, Call call) {
        require(world, r.fileSystemId());
        if (r.accessPointId() != null) {
            accessPoint(world, r.accessPointId());
        }
        List<AccessPointDescription> found = world.fileSystems().accessPoints().stream()
                .filter(a -> r.fileSystemId() == null || a.fileSystemId().equals(r.fileSystemId()))
                .filter(a -> r.accessPointId() == null || a.accessPointId().equals(r.accessPointId()))
                .toList();
        Page<AccessPointDescription> page = page(found, r.maxResults(), r.nextToken());
        return DescribeAccessPointsResponse.builder()
                .accessPoints(page.items())
                .nextToken(page.token())
                .build();
    }

    private static DescribeLifecycleConfigurationResponse lifecycle(
            World world, DescribeLifecycleConfigurationRequest r, Call call) {
        require(world, r.fileSystemId());
        return DescribeLifecycleConfigurationResponse.builder()
                .lifecyclePolicies(world.fileSystems().lifecycles().getOrDefault(r.fileSystemId(), List.of()))
                .build();
    }

    private static DescribeBackupPolicyResponse backupPolicy(World world, DescribeBackupPolicyRequest r, Call call) {
        require(world, r.fileSystemId());
        var status = world.fileSystems().backups().get(r.fileSystemId());
        if (status == null) {
            throw new WireFault(404, "PolicyNotFound", "No backup policy for " + r.fileSystemId());
        }
        return DescribeBackupPolicyResponse.builder()
                .backupPolicy(BackupPolicy.builder().status(status).build())
                .build();
    }

    private static <T> Page<T> page(List<T> all, @Nullable Integer limit, @Nullable String marker) {
        return Page.of(all, limit, STANDARD_PAGE, marker, new WireFault(400, "BadRequest", "The marker is not valid"));
    }

    private static void require(World world, @Nullable String fileSystemId) {
        if (fileSystemId != null && !world.fileSystems().contains(fileSystemId)) {
            throw new WireFault(404, "FileSystemNotFound", "File system '" + fileSystemId + "' does not exist.");
        }
    }

    private static void mountTarget(World world, String id) {
        if (!world.fileSystems().mountTargets().contains(id)) {
            throw new WireFault(404, "MountTargetNotFound", "Mount target '" + id + "' does not exist.");
        }
    }

    private static AccessPointDescription accessPoint(World world, String id) {
        return world.fileSystems()
                .accessPoints()
                .find(id)
                .orElseThrow(
                        () -> new WireFault(404, "AccessPointNotFound", "Access point '" + id + "' does not exist."));
    }
}
