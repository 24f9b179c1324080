package io.atalaya.sandbox.server.route;

import java.util.List;

/** The operations of REST services by method and path. A test holds this table against the SDK's own marshallers. */
public final class RestRoutes {
    private static final List<RestRoute> ROUTE_53 = List.of(
            get("/2013-04-01/hostedzone", "ListHostedZones"),
            get("/2013-04-01/hostedzonecount", "GetHostedZoneCount"),
            get("/2013-04-01/hostedzonesbyname", "ListHostedZonesByName"),
            get("/2013-04-01/hostedzonesbyvpc", "ListHostedZonesByVPC"),
            get("/2013-04-01/hostedzone/{Id}", "GetHostedZone"),
            get("/2013-04-01/hostedzone/{Id}/rrset", "ListResourceRecordSets"),
            get("/2013-04-01/healthcheck", "ListHealthChecks"),
            get("/2013-04-01/healthcheck/{HealthCheckId}", "GetHealthCheck"),
            get("/2013-04-01/healthcheck/{HealthCheckId}/status", "GetHealthCheckStatus"),
            get("/2013-04-01/healthcheck/{HealthCheckId}/lastfailurereason", "GetHealthCheckLastFailureReason"),
            get("/2013-04-01/tags/{ResourceType}/{ResourceId}", "ListTagsForResource"),
            get("/2013-04-01/change/{Id}", "GetChange"),
            post("/2013-04-01/tags/{ResourceType}", "ListTagsForResources"),
            post("/2013-04-01/tags/{ResourceType}/{ResourceId}", "ChangeTagsForResource"),
            post("/2013-04-01/hostedzone", "CreateHostedZone"),
            post("/2013-04-01/hostedzone/{Id}", "UpdateHostedZoneComment"),
            post("/2013-04-01/hostedzone/{Id}/rrset", "ChangeResourceRecordSets"),
            delete("/2013-04-01/hostedzone/{Id}", "DeleteHostedZone"),
            post("/2013-04-01/healthcheck", "CreateHealthCheck"),
            post("/2013-04-01/healthcheck/{HealthCheckId}", "UpdateHealthCheck"),
            delete("/2013-04-01/healthcheck/{HealthCheckId}", "DeleteHealthCheck"));

    private static final List<RestRoute> EFS = List.of(
            get("/2015-02-01/file-systems", "DescribeFileSystems"),
            get("/2015-02-01/file-systems/{FileSystemId}/lifecycle-configuration", "DescribeLifecycleConfiguration"),
            get("/2015-02-01/file-systems/{FileSystemId}/backup-policy", "DescribeBackupPolicy"),
            get("/2015-02-01/file-systems/{FileSystemId}/policy", "DescribeFileSystemPolicy"),
            get("/2015-02-01/file-systems/replication-configurations", "DescribeReplicationConfigurations"),
            get("/2015-02-01/mount-targets", "DescribeMountTargets"),
            get("/2015-02-01/mount-targets/{MountTargetId}/security-groups", "DescribeMountTargetSecurityGroups"),
            get("/2015-02-01/access-points", "DescribeAccessPoints"),
            get("/2015-02-01/account-preferences", "DescribeAccountPreferences"),
            get("/2015-02-01/resource-tags/{ResourceId}", "ListTagsForResource"),
            post("/2015-02-01/resource-tags/{ResourceId}", "TagResource"),
            delete("/2015-02-01/resource-tags/{ResourceId}", "UntagResource"),
            post("/2015-02-01/file-systems", "CreateFileSystem"),
            put("/2015-02-01/file-systems/{FileSystemId}", "UpdateFileSystem"),
            delete("/2015-02-01/file-systems/{FileSystemId}", "DeleteFileSystem"),
            put("/2015-02-01/file-systems/{FileSystemId}/backup-policy", "PutBackupPolicy"),
            put("/2015-02-01/file-systems/{FileSystemId}/lifecycle-configuration", "PutLifecycleConfiguration"),
            post("/2015-02-01/mount-targets", "CreateMountTarget"),
            delete("/2015-02-01/mount-targets/{MountTargetId}", "DeleteMountTarget"),
            put("/2015-02-01/mount-targets/{MountTargetId}/security-groups", "ModifyMountTargetSecurityGroups"));

    private static final List<RestRoute> SSO = List.of(
            get("/federation/credentials", "GetRoleCredentials"),
            get("/assignment/accounts", "ListAccounts"),
            get("/assignment/roles", "ListAccountRoles"),
            post("/logout", "Logout"));

    private static final List<RestRoute> SSO_OIDC = List.of(
            post("/client/register", "RegisterClient"),
            post("/device_authorization", "StartDeviceAuthorization"),
            post("/token", "CreateToken"));

    private RestRoutes() {}

    /** The routes of a service; none for the services whose operations are named in the request itself. */
    public static List<RestRoute> of(AwsService service) {
        return switch (service) {
            case ROUTE_53 -> ROUTE_53;
            case EFS -> EFS;
            case SSO -> SSO;
            case SSO_OIDC -> SSO_OIDC;
            default -> List.of();
        };
    }

    private static RestRoute get(String template, String operation) {
        return new RestRoute("GET", template, operation);
    }

    private static RestRoute post(String template, String operation) {
        return new RestRoute("POST", template, operation);
    }

    private static RestRoute put(String template, String operation) {
        return new RestRoute("PUT", template, operation);
    }

    private static RestRoute delete(String template, String operation) {
        return new RestRoute("DELETE", template, operation);
    }
}
