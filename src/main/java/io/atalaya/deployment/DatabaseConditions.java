package io.atalaya.deployment;

/**
 * What the words of RDS mean: those of the guides, "Viewing Amazon RDS DB instance status" and "Viewing DB cluster status". A
 * cluster has few of its own.
 */
final class DatabaseConditions {
    private DatabaseConditions() {}

    static Condition of(String status) {
        return Condition.of(state(status), status);
    }

    static Condition of(DatabaseSnapshot snapshot) {
        var state =
                switch (snapshot.status()) {
                    case "available" -> State.HEALTHY;
                    case "creating", "copying", "deleting" -> State.CHANGING;
                    case "failed" -> State.FAILED;
                    default -> State.UNKNOWN;
                };
        return Condition.of(state, snapshot.status());
    }

    private static State state(String status) {
        if (status.startsWith("incompatible-") || status.startsWith("inaccessible-encryption-credentials")) {
            return State.FAILED;
        }
        if (status.startsWith("configuring-")) {
            return State.CHANGING;
        }
        return switch (status) {
            case "available" -> State.HEALTHY;
            case "backing-up",
                    "backtracking",
                    "creating",
                    "converting-to-vpc",
                    "delete-precheck",
                    "deleting",
                    "failing-over",
                    "migrating",
                    "update-iam-db-auth",
                    "maintenance",
                    "modifying",
                    "moving-to-vpc",
                    "promoting",
                    "rebooting",
                    "renaming",
                    "resetting-master-credentials",
                    "starting",
                    "stopping",
                    "storage-config-upgrade",
                    "storage-initialization",
                    "storage-optimization",
                    "upgrading" -> State.CHANGING;
            case "stopped", "insufficient-capacity" -> State.DEGRADED;
            case "failed", "restore-error", "storage-full" -> State.FAILED;
            default -> State.UNKNOWN;
        };
    }
}
