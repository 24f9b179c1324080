package io.atalaya.sandbox.server.route;

import java.util.List;

/** The operations of EFS by method and path; all of them, so that one without a handler is known by its name. */
final class EfsRoutes {
    private static final String VERSION = "/2015-02-01";

    static final List<RestRoute> ALL = List.of(
            get("/access-points", "DescribeAccessPoints"),
            post("/access-points", "CreateAccessPoint"),
            delete("/access-points/{AccessPointId}", "DeleteAccessPoint"),
            get("/account-preferences", "DescribeAccountPreferences"),
            put("/account-preferences", "PutAccountPreferences"),
            post("/create-tags/{FileSystemId}", "CreateTags"),
            post("/delete-tags/{FileSystemId}", "DeleteTags"),
            get("/file-systems", "DescribeFileSystems"),
            post("/file-systems", "CreateFileSystem"),
            get("/file-systems/replication-configurations", "DescribeReplicationConfigurations"),
            put("/file-systems/{FileSystemId}", "UpdateFileSystem"),
            delete("/file-systems/{FileSystemId}", "DeleteFileSystem"),
            get("/file-systems/{FileSystemId}/backup-policy", "DescribeBackupPolicy"),
            put("/file-systems/{FileSystemId}/backup-policy", "PutBackupPolicy"),
            get("/file-systems/{FileSystemId}/lifecycle-configuration", "DescribeLifecycleConfiguration"),
            put("/file-systems/{FileSystemId}/lifecycle-configuration", "PutLifecycleConfiguration"),
            get("/file-systems/{FileSystemId}/policy", "DescribeFileSystemPolicy"),
            put("/file-systems/{FileSystemId}/policy", "PutFileSystemPolicy"),
            delete("/file-systems/{FileSystemId}/policy", "DeleteFileSystemPolicy"),
            put("/file-systems/{FileSystemId}/protection", "UpdateFileSystemProtection"),
            post("/file-systems/{SourceFileSystemId}/replication-configuration", "CreateReplicationConfiguration"),
            delete("/file-systems/{SourceFileSystemId}/replication-configuration", "DeleteReplicationConfiguration"),
            get("/mount-targets", "DescribeMountTargets"),
            post("/mount-targets", "CreateMountTarget"),
            delete("/mount-targets/{MountTargetId}", "DeleteMountTarget"),
            get("/mount-targets/{MountTargetId}/security-groups", "DescribeMountTargetSecurityGroups"),
            put("/mount-targets/{MountTargetId}/security-groups", "ModifyMountTargetSecurityGroups"),
            get("/resource-tags/{ResourceId}", "ListTagsForResource"),
            post("/resource-tags/{ResourceId}", "TagResource"),
            delete("/resource-tags/{ResourceId}", "UntagResource"),
            get("/tags/{FileSystemId}", "DescribeTags"));

    private EfsRoutes() {}

    private static RestRoute get(String path, String operation) {
        return new RestRoute("GET", VERSION + path, operation);
    }

    private static RestRoute post(String path, String operation) {
        return new RestRoute("POST", VERSION + path, operation);
    }

    private static RestRoute put(String path, String operation) {
        return new RestRoute("PUT", VERSION + path, operation);
    }

    private static RestRoute delete(String path, String operation) {
        return new RestRoute("DELETE", VERSION + path, operation);
    }
}
