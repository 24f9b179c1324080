package io.atalaya.deployment.facts;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.LogGroup;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.util.List;
import java.util.Locale;

/** Where the logs of a resource are, as facts: each group, or the reason why there is none. */
public final class LogsFacts {
    private LogsFacts() {}

    /** Nothing for what writes no logs by its nature, and for a log group itself. */
    public static List<Fact> of(Resource resource, Deployment deployment) {
        if (resource instanceof LogGroup) {
            return List.of();
        }
        var answer = LogsOf.of(resource, deployment);
        var absent = answer.absent();
        if (absent == LogsOf.Absent.WRITES_NONE || absent == LogsOf.Absent.NOT_READ) {
            return List.of();
        }
        if (absent != null) {
            var key = "fact.logs.absent." + absent.name().toLowerCase(Locale.ROOT);
            return List.of(new Fact("fact.logs", new FactValue.Words(key, List.of()), false, false, Parts.LOG_GROUPS));
        }
        return answer.sources().stream()
                .map(it -> new Fact(
                        "fact.logs",
                        new FactValue.Link(
                                new ResourceRef(
                                        ResourceType.LOG_GROUP, it.group().id()),
                                it.group().name()),
                        false,
                        true,
                        Parts.LOG_GROUPS))
                .toList();
    }
}
