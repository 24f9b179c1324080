package io.atalaya.practice;

import static io.atalaya.deployment.overview.FindingKind.*;

import io.atalaya.deployment.overview.FindingKind;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What a console should say when something happens.
 *
 * @param kinds any of them will do
 * @param appears whether one of them should appear; if not, those that are shown should disappear
 */
record Expectation(Set<FindingKind> kinds, boolean appears) {
    private static final Expectation NOTHING = new Expectation(Set.of(), true);
    private static final Set<FindingKind> TARGET = Set.of(
            TARGET_UNHEALTHY,
            TARGETS_UNHEALTHY,
            NO_HEALTHY_TARGET,
            ZONE_NOT_SERVED,
            GROUP_NOT_IN_USE,
            TARGET_WITHDRAWN);
    private static final Set<FindingKind> CHECKS = Set.of(INSTANCE_CHECK_FAILED, ZONE_IMPAIRED);
    private static final Set<FindingKind> STORAGE = Set.of(DATABASE_FILLS, DATABASE_STORAGE);
    private static final Set<FindingKind> THROTTLED = Set.of(SOURCE_FAILED, SOURCES_FAILED);

    private static final Map<String, Expectation> BY_WHAT = Map.ofEntries(
            Map.entry("ZONE_LOST", says(both(TARGET, CHECKS))),
            Map.entry("CHECKS_FAIL", says(CHECKS)),
            Map.entry("CHECKS_PASS", endsWith(CHECKS)),
            Map.entry("DATABASE_UNREACHABLE", says(Set.of(DATABASE_STATUS, DATABASE_INTERRUPTED))),
            Map.entry("APPLICATION_ANSWERS_503", says(TARGET)),
            Map.entry("APPLICATION_HANGS", says(TARGET)),
            Map.entry("APPLICATION_GONE", says(TARGET)),
            Map.entry("APPLICATION_MENDED", endsWith(TARGET)),
            Map.entry("INSTANCE_STOPPED", says(both(TARGET, Set.of(GROUP_BELOW_DESIRED)))),
            Map.entry("TARGET_OUT", says(TARGET)),
            Map.entry("TARGET_BACK", endsWith(TARGET)),
            Map.entry("TARGET_GONE", says(Set.of(ZONE_NOT_SERVED, NO_HEALTHY_TARGET))),
            Map.entry("FORWARDING_REMOVED", says(Set.of(GROUP_NOT_IN_USE))),
            Map.entry("FORWARDING_RESTORED", endsWith(Set.of(GROUP_NOT_IN_USE))),
            Map.entry("DEREGISTERED", says(Set.of(TARGET_WITHDRAWN, ZONE_NOT_SERVED))),
            Map.entry("REGISTERED", endsWith(Set.of(TARGET_WITHDRAWN, ZONE_NOT_SERVED))),
            Map.entry("FAILOVER_BEGAN", says(Set.of(DATABASE_INTERRUPTED, DATABASE_STATUS))),
            Map.entry("FAILOVER_DONE", endsWith(Set.of(DATABASE_INTERRUPTED, DATABASE_STATUS))),
            Map.entry("REBOOT_BEGAN", says(Set.of(DATABASE_INTERRUPTED, DATABASE_STATUS))),
            Map.entry("REBOOT_DONE", endsWith(Set.of(DATABASE_INTERRUPTED, DATABASE_STATUS))),
            Map.entry("STORAGE_FILLS", says(STORAGE)),
            Map.entry("STORAGE_LOW", says(STORAGE)),
            Map.entry("STORAGE_FULL", says(Set.of(DATABASE_STATUS))),
            Map.entry("STORAGE_FREED", endsWith(Set.of(DATABASE_STATUS, DATABASE_FILLS))),
            Map.entry("GROWTH_BEGAN", says(Set.of(FILE_SYSTEM_GROWS))),
            Map.entry("GROWTH_ENDED", endsWith(Set.of(FILE_SYSTEM_GROWS))),
            Map.entry("ERRORS_BEGAN", says(Set.of(HTTP_ERRORS))),
            Map.entry("REQUESTS_FAIL", says(Set.of(HTTP_ERRORS))),
            Map.entry("ERRORS_ENDED", endsWith(Set.of(HTTP_ERRORS))),
            Map.entry("CERTIFICATE_ENDED", says(Set.of(CERTIFICATE_EXPIRED))),
            Map.entry("CERTIFICATE_RENEWED", endsWith(Set.of(CERTIFICATE_EXPIRED))),
            Map.entry("LAUNCH_REFUSED", says(Set.of(SCALING_FAILED))),
            Map.entry("ROLLBACK_BEGAN", says(Set.of(INSTANCE_REFRESH_FAILED))),
            Map.entry("ROLLBACK_DONE", endsWith(Set.of(INSTANCE_REFRESH_FAILED, SCALING_FAILED))),
            Map.entry("THROTTLING_BEGAN", says(THROTTLED)),
            Map.entry("THROTTLING_ENDED", endsWith(THROTTLED)));

    /** Nothing where it is no console's business: what somebody did, what began and did no harm yet. */
    static Expectation of(String what) {
        return BY_WHAT.getOrDefault(what, NOTHING);
    }

    boolean isNothing() {
        return kinds.isEmpty();
    }

    private static Expectation says(Set<FindingKind> kinds) {
        return new Expectation(kinds, true);
    }

    private static Expectation endsWith(Set<FindingKind> kinds) {
        return new Expectation(kinds, false);
    }

    private static Set<FindingKind> both(Set<FindingKind> some, Set<FindingKind> others) {
        var all = EnumSet.copyOf(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
