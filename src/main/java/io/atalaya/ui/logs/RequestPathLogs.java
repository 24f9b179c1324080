package io.atalaya.ui.logs;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.facts.LogsOf;
import io.atalaya.logs.TailedGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** The log groups of what answers requests: machines that are targets, databases. */
final class RequestPathLogs {
    private RequestPathLogs() {}

    static List<TailedGroup> of(Deployment deployment) {
        var found = new LinkedHashMap<String, TailedGroup>();
        var path = Stream.concat(
                deployment.items(Parts.INSTANCES).stream()
                        .filter(it -> !deployment.index().targetsOf(it.id()).isEmpty()),
                deployment.items(Parts.DATABASES).stream());
        path.flatMap(it -> LogsOf.of(it, deployment).sources().stream())
                .forEach(it -> found.putIfAbsent(
                        it.group().arn(),
                        TailedGroup.all(it.group().name(), it.group().arn())));
        return List.copyOf(found.values());
    }
}
