package io.atalaya.evidence.replay;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns that make out a row of each list. */
final class ListKeys {
    private static final Map<String, List<String>> NAMED = Map.ofEntries(
            Map.entry("instance-checks", List.of("instanceId")),
            Map.entry("instance-types", List.of("name")),
            Map.entry("elastic-ips", List.of("allocationId")),
            Map.entry("security-rule-ids", List.of("ruleId")),
            Map.entry("target-group-attributes", List.of("targetGroupArn")),
            Map.entry("targets", List.of("targetGroupArn", "targetId", "port")),
            Map.entry("database-events", List.of("sourceId", "sourceType", "at", "message")),
            Map.entry("database-backups", List.of("databaseId", "region")),
            Map.entry("database-maintenance", List.of("resourceArn", "action")),
            Map.entry("database-parameters", List.of("group", "name")),
            Map.entry("file-policies", List.of("fileSystemId")),
            Map.entry("record-sets", List.of("hostedZoneId", "name", "recordType", "setIdentifier")),
            Map.entry("zone-delegations", List.of("hostedZoneId")),
            Map.entry("dns-answers", List.of("hostedZoneId", "name", "recordType")));

    private ListKeys() {}

    /** Of a list that nobody knows, and has no id either, every column: then a row is never changed, only another. */
    static List<String> of(String part, Collection<String> columns) {
        var named = NAMED.getOrDefault(part, List.of());
        if (!named.isEmpty() && columns.containsAll(named)) {
            return named;
        }
        for (var one : List.of("id", "arn")) {
            if (columns.contains(one)) {
                return List.of(one);
            }
        }
        return List.copyOf(columns);
    }

    /** Those that are named here. */
    static Set<String> named() {
        return NAMED.keySet();
    }
}
