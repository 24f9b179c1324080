package io.atalaya.noc.signals;

import io.atalaya.deployment.ResourceType;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.catalogue.Item;
import io.atalaya.noc.desk.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which acts may help against an entry, by their names ({@code RebootInstance}), the mildest first. */
public final class Corrections {
    private static final List<String> MACHINE = List.of("RebootInstance", "EnterStandby", "DeregisterTarget");
    private static final List<String> GROUP =
            List.of("ResizeScalingGroup", "StartInstanceRefresh", "ResumeProcesses", "ExitStandby");
    private static final List<String> SPACE = List.of("ModifyMaximumStorage", "ModifyAllocatedStorage");
    private static final List<String> TARGETS = List.of("ModifyHealthCheck", "RegisterTarget");
    private static final List<String> ALARM =
            List.of("SetAlarmState", "DisableAlarmActions", "EnableAlarmActions", "PutMetricAlarm");

    private static final Map<String, List<String>> BY_KIND = Map.ofEntries(
            Map.entry("TARGET_UNHEALTHY", MACHINE),
            Map.entry("TARGETS_UNHEALTHY", TARGETS),
            Map.entry("NO_HEALTHY_TARGET", TARGETS),
            Map.entry("ZONE_NOT_SERVED", TARGETS),
            Map.entry("TARGET_WITHDRAWN", List.of("RegisterTarget")),
            Map.entry("INSTANCE_CHECK_FAILED", List.of("RebootInstance", "StopInstance", "StartInstance")),
            Map.entry("ZONE_IMPAIRED", List.of("ResizeScalingGroup", "DeregisterTarget")),
            Map.entry("HTTP_ERRORS", List.of("StartInstanceRefresh", "ModifyRuleWeights")),
            Map.entry("SCHEDULED_EVENT", List.of("StopInstance", "StartInstance", "RebootInstance")),
            Map.entry("GROUP_BELOW_DESIRED", GROUP),
            Map.entry("GROUP_AT_MAXIMUM", List.of("ResizeScalingGroup")),
            Map.entry("SCALING_FAILED", List.of("CancelInstanceRefresh", "ResizeScalingGroup", "ResumeProcesses")),
            Map.entry("GROUP_SUSPENDED", List.of("ResumeProcesses")),
            Map.entry("INSTANCE_REFRESH_FAILED", List.of("CancelInstanceRefresh", "StartInstanceRefresh")),
            Map.entry("DATABASE_STATUS", List.of("RebootDatabase", "StartDatabase", "ModifyAllocatedStorage")),
            Map.entry("DATABASE_INTERRUPTED", List.of("RebootDatabase")),
            Map.entry("DATABASE_STORAGE", SPACE),
            Map.entry("DATABASE_FILLS", SPACE),
            Map.entry("DATABASE_NEAR_MAXIMUM", List.of("ModifyMaximumStorage")),
            Map.entry("DATABASE_NO_BACKUP", List.of("ModifyBackupRetention", "CreateDatabaseSnapshot")),
            Map.entry("RDS_EVENT", List.of("RebootDatabase", "CreateDatabaseSnapshot")),
            Map.entry("FILE_SYSTEM_GROWS", List.of("ModifyLifecycle", "ModifyThroughput")),
            Map.entry("DANGLING_ALIAS", List.of("UpsertRecord", "DeleteRecord")),
            Map.entry("HEALTH_CHECK_FAILING", List.of("DisableHealthCheck", "UpsertRecord")),
            Map.entry("ALARM", ALARM),
            Map.entry("ALARM_NO_DATA", ALARM));

    /** What an act is done on, where it is not plain from the kind. */
    private static final Map<ResourceType, Set<String>> FITS = Map.of(
            ResourceType.INSTANCE,
                    Set.of(
                            "RebootInstance",
                            "StopInstance",
                            "StartInstance",
                            "EnterStandby",
                            "ExitStandby",
                            "DeregisterTarget",
                            "RegisterTarget"),
            ResourceType.SCALING_GROUP,
                    Set.of("ResizeScalingGroup", "StartInstanceRefresh", "CancelInstanceRefresh", "ResumeProcesses"),
            ResourceType.TARGET_GROUP, Set.of("ModifyHealthCheck", "RegisterTarget", "DeregisterTarget"),
            ResourceType.DATABASE,
                    Set.of(
                            "RebootDatabase",
                            "StartDatabase",
                            "ModifyMaximumStorage",
                            "ModifyAllocatedStorage",
                            "ModifyDatabaseClass",
                            "ModifyBackupRetention",
                            "CreateDatabaseSnapshot"));

    private Corrections() {}

    /** Those that can be done on the entry's own resource. */
    public static List<String> onItself(Entry entry, Catalogue catalogue) {
        var on = entry.on();
        var fits = on == null ? null : FITS.get(on.type());
        return fits == null
                ? of(entry, catalogue)
                : of(entry, catalogue).stream().filter(fits::contains).toList();
    }

    /** All, also those of the resource's neighbours: the scaling group of an instance, the target group of a target. */
    public static List<String> of(Entry entry, Catalogue catalogue) {
        return of(entry.kind(), catalogue::item);
    }

    /** The same of a kind of entry; an item's are those that the catalogue names. */
    public static List<String> of(String kind, Function<String, Optional<Item>> items) {
        return kind.startsWith(BoardSignals.KIND)
                ? items.apply(kind.substring(BoardSignals.KIND.length()))
                        .map(Item::acts)
                        .orElse(List.of())
                : BY_KIND.getOrDefault(kind, List.of());
    }
}
