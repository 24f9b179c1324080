package io.atalaya.sandbox.scenario;

/** What can truly happen. Each names its arguments in their order; the words are made by who shows them. */
public enum What {
    /** zone, instances there. */
    ZONE_LOST,
    /** zone: EC2's status checks say {@code impaired}. */
    CHECKS_FAIL,
    /** zone. */
    ZONE_BACK,
    /** zone. */
    CHECKS_PASS,
    /** database, zone: of one zone only, and that one is gone. */
    DATABASE_UNREACHABLE,
    /** instance: its application answers its health checks with 503. */
    APPLICATION_ANSWERS_503,
    /** instance: its application takes the connection and does not answer. */
    APPLICATION_HANGS,
    /** instance: its application is gone, the port is closed. */
    APPLICATION_GONE,
    /** instance. */
    APPLICATION_MENDED,
    /** instance. */
    INSTANCE_STOPPED,
    /** instance. */
    INSTANCE_STARTED,
    /** instance, target group, ELB's reason. */
    TARGET_OUT,
    /** instance, target group. */
    TARGET_BACK,
    /** instance, target group: its registration is over. */
    TARGET_GONE,
    /** target group: nothing forwards to it any more. */
    FORWARDING_REMOVED,
    /** target group. */
    FORWARDING_RESTORED,
    /** instance, target groups. */
    DEREGISTERED,
    /** instance, target groups. */
    REGISTERED,
    /** database, zone it leaves. */
    FAILOVER_BEGAN,
    /** database, zone it serves from now. */
    FAILOVER_DONE,
    /** database: of one zone only, so that a restart is an outage. */
    REBOOT_BEGAN,
    /** database. */
    REBOOT_DONE,
    /** database, GiB a minute. */
    STORAGE_FILLS,
    /** database, percent left. */
    STORAGE_LOW,
    /** database. */
    STORAGE_FULL,
    /** database. */
    STORAGE_FREED,
    /** file system, GiB an hour. */
    GROWTH_BEGAN,
    /** file system. */
    GROWTH_ENDED,
    /** log group, events a second. */
    ERRORS_BEGAN,
    /** balancer, percent of the requests. */
    REQUESTS_FAIL,
    /** log group. */
    ERRORS_ENDED,
    /** domain. */
    CERTIFICATE_ENDED,
    /** domain. */
    CERTIFICATE_RENEWED,
    /** scaling group. */
    REFRESH_BEGAN,
    /** scaling group, EC2's words. */
    LAUNCH_REFUSED,
    /** scaling group. */
    ROLLBACK_BEGAN,
    /** scaling group. */
    ROLLBACK_DONE,
    /** percent of the calls that are refused. */
    THROTTLING_BEGAN,
    THROTTLING_ENDED
}
