package io.atalaya.deployment.overview;

/** Everything the overview calls attention to. Each names its arguments in their order. */
public enum FindingKind {
    /** target, zone, reason, target groups, AWS's description. */
    TARGET_UNHEALTHY,
    /** target group, unhealthy, registered, reasons. */
    TARGETS_UNHEALTHY,
    /** target group, registered. */
    NO_HEALTHY_TARGET,
    /** zone, target group, registered there, zones that serve. */
    ZONE_NOT_SERVED(true),
    /** target, zone, target groups: it is draining while its machine runs on. */
    TARGET_WITHDRAWN,
    /** target group, registered, AWS's description. */
    GROUP_NOT_IN_USE,
    /** balancer, errors per minute, percent of the requests. */
    HTTP_ERRORS,
    /** domain, valid until, listeners. */
    CERTIFICATE_EXPIRED(true),
    /** domain, valid until, time left, 1 when it renews itself else 0. */
    CERTIFICATE_EXPIRING(true),
    /** balancer, AWS's state, AWS's reason. */
    BALANCER_NOT_ACTIVE,
    /** instance, zone, system status, instance status. */
    INSTANCE_CHECK_FAILED,
    /** zone, instances that fail, instances there. */
    ZONE_IMPAIRED(true),
    /** code, instance, description. The time is a separate argument: instant or an empty text. */
    SCHEDULED_EVENT(true),
    /** scaling group, in service, desired. */
    GROUP_BELOW_DESIRED,
    /** scaling group, maximum. */
    GROUP_AT_MAXIMUM,
    /** scaling group, description, status message. */
    SCALING_FAILED,
    /** scaling group, AWS's status, percent, AWS's reason. */
    INSTANCE_REFRESH_FAILED,
    /** scaling group, suspended processes. */
    GROUP_SUSPENDED,
    /** template, version, its image, newest image. */
    TEMPLATE_BEHIND,
    /** scaling group, instances behind, instances, the image it starts. */
    INSTANCES_BEHIND,
    /** security group, service and port, source, who uses it. */
    OPEN_TO_WORLD(false),
    /** connection, address of a tunnel that is down, AWS's words or nothing, the other end. */
    VPN_TUNNEL_DOWN,
    /** The same, where no tunnel is left. */
    VPN_DOWN,
    /** database, AWS's status. */
    DATABASE_STATUS,
    /** database, AWS's status. */
    DATABASE_INTERRUPTED,
    /** database, zone. */
    DATABASE_SINGLE_ZONE,
    /** database, used GiB, allocated GiB, percent, maximum GiB or 0. */
    DATABASE_STORAGE,
    /** database, free bytes, bytes per hour, time left. */
    DATABASE_FILLS,
    /** file system, bytes, bytes per hour, time until it has doubled. */
    FILE_SYSTEM_GROWS,
    /** database, allocated GiB, maximum GiB. */
    DATABASE_NEAR_MAXIMUM,
    /** database, valid until. */
    CERTIFICATE_AUTHORITY_EXPIRING,
    /** database. */
    DATABASE_PUBLIC,
    /** database. */
    DATABASE_NO_BACKUP,
    /** mount target, file system, AWS's state. */
    MOUNT_TARGET_DOWN,
    /** alarm, AWS's reason. */
    ALARM,
    /** alarm, AWS's reason. */
    ALARM_NO_DATA,
    /** record, alias target. */
    DANGLING_ALIAS,
    /** health check, checkers that succeed, checkers. */
    HEALTH_CHECK_FAILING,
    /** number, addresses. */
    ADDRESSES_UNUSED,
    /** number, GiB together. */
    VOLUMES_UNATTACHED,
    /** part id, IAM action. */
    SOURCE_DENIED(true),
    /** how many parts, the first IAM actions. */
    SOURCES_DENIED,
    /** how many parts. */
    SOURCES_NOT_OFFERED,
    /** part id, AWS's code, AWS's message. */
    SOURCE_FAILED(true),
    /** how many parts, code, message of the first. */
    SOURCES_FAILED(true);

    private final boolean perFirstArgument;

    FindingKind() {
        this(false);
    }

    FindingKind(boolean perFirstArgument) {
        this.perFirstArgument = perFirstArgument;
    }

    /** Whether one resource can have several of this kind, told apart by their first argument. */
    boolean perFirstArgument() {
        return perFirstArgument;
    }
}
