package io.atalaya.ui.overview;

import io.atalaya.deployment.overview.FindingKind;

/** Where a finding leads: what its button does, and says. */
enum NextStep {
    SHOW_PATH,
    OPEN_INSTANCE,
    OPEN_SCALING,
    OPEN_LINEAGE,
    OPEN_RULES,
    OPEN_DATABASE,
    OPEN_FILES,
    OPEN_FILE_SYSTEM,
    OPEN_LISTENER,
    OPEN_VPN,
    OPEN_ALARM,
    OPEN_RECORD,
    OPEN_CHECK,
    OPEN_ADDRESSES,
    OPEN_VOLUMES,
    COPY_POLICY,
    ASK_AGAIN;

    static NextStep of(FindingKind kind) {
        return switch (kind) {
            case TARGET_UNHEALTHY,
                    TARGETS_UNHEALTHY,
                    NO_HEALTHY_TARGET,
                    ZONE_NOT_SERVED,
                    TARGET_WITHDRAWN,
                    GROUP_NOT_IN_USE,
                    HTTP_ERRORS,
                    ZONE_IMPAIRED,
                    BALANCER_NOT_ACTIVE -> SHOW_PATH;
            case INSTANCE_CHECK_FAILED, SCHEDULED_EVENT -> OPEN_INSTANCE;
            case CERTIFICATE_EXPIRED, CERTIFICATE_EXPIRING -> OPEN_LISTENER;
            case GROUP_BELOW_DESIRED, GROUP_AT_MAXIMUM, SCALING_FAILED, INSTANCE_REFRESH_FAILED, GROUP_SUSPENDED ->
                OPEN_SCALING;
            case TEMPLATE_BEHIND, INSTANCES_BEHIND -> OPEN_LINEAGE;
            case OPEN_TO_WORLD -> OPEN_RULES;
            case DATABASE_STATUS,
                    DATABASE_INTERRUPTED,
                    DATABASE_FILLS,
                    DATABASE_SINGLE_ZONE,
                    DATABASE_STORAGE,
                    DATABASE_NEAR_MAXIMUM,
                    CERTIFICATE_AUTHORITY_EXPIRING,
                    DATABASE_PUBLIC,
                    DATABASE_NO_BACKUP -> OPEN_DATABASE;
            case MOUNT_TARGET_DOWN -> OPEN_FILES;
            case FILE_SYSTEM_GROWS -> OPEN_FILE_SYSTEM;
            case VPN_TUNNEL_DOWN, VPN_DOWN -> OPEN_VPN;
            case ALARM, ALARM_NO_DATA -> OPEN_ALARM;
            case DANGLING_ALIAS -> OPEN_RECORD;
            case HEALTH_CHECK_FAILING -> OPEN_CHECK;
            case ADDRESSES_UNUSED -> OPEN_ADDRESSES;
            case VOLUMES_UNATTACHED -> OPEN_VOLUMES;
            case SOURCE_DENIED, SOURCES_DENIED -> COPY_POLICY;
            case SOURCES_NOT_OFFERED, SOURCE_FAILED, SOURCES_FAILED -> ASK_AGAIN;
        };
    }
}
