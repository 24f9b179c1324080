package io.atalaya.ui.databases;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.watch.Change;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** When this view first saw each database in its present status. Used by one thread at a time. */
final class StatusLooks {
    private record Look(String status, Instant at) {}

    private final Map<ResourceRef, Look> looks = new HashMap<>();

    /** Takes in a snapshot, and tells of each database since when it is seen as it is. */
    synchronized Map<ResourceRef, Instant> note(Deployment deployment) {
        var observed = deployment.observed(Parts.DATABASES);
        var asked = observed.askedAt();
        var databases = deployment.items(Parts.DATABASES);
        if (asked != null) {
            for (var each : databases) {
                looks.compute(
                        each.ref(),
                        (ref, before) -> before == null || !before.status().equals(each.status())
                                ? new Look(each.status(), asked)
                                : before);
            }
        }
        looks.keySet().retainAll(databases.stream().map(Database::ref).collect(Collectors.toSet()));
        return looks.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                .at()));
    }

    /** When this console last saw the status of each database change. */
    static Map<ResourceRef, Instant> changed(List<Change> newestFirst) {
        var changed = new HashMap<ResourceRef, Instant>();
        newestFirst.stream()
                .filter(each ->
                        each.kind() == Change.Kind.CHANGED && each.field().equals("DBInstanceStatus"))
                .forEach(each -> changed.putIfAbsent(each.resource(), each.at()));
        return changed;
    }
}
