package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.LogGroup;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * logs:PutRetentionPolicy of one group, or logs:DeleteRetentionPolicy to keep its events for ever. What is older than a shorter
 * retention is deleted, within three days.
 *
 * @param days one of {@link #DAYS}; null for ever
 */
public record ModifyLogRetention(String logGroup, @Nullable Integer days) implements Operation {
    /** What AWS offers. */
    public static final List<Integer> DAYS = List.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    public ModifyLogRetention {
        Input.identifier(logGroup);
        Input.require(days == null || DAYS.contains(days), "operate.input.logRetention");
    }

    @Override
    public ResourceRef on() {
        return new ResourceRef(ResourceType.LOG_GROUP, logGroup);
    }

    @Override
    public AwsRequest request() {
        return AwsRequest.of(Service.LOGS, days == null ? "DeleteRetentionPolicy" : "PutRetentionPolicy")
                .with("logGroupName", logGroup)
                .with("retentionInDays", days);
    }

    @Override
    public Settling settling() {
        return Watched.until(
                Parts.LOG_GROUPS, it -> it.name().equals(logGroup), it -> Objects.equals(it.retentionDays(), days));
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return before.index()
                .find(LogGroup.class, ResourceType.LOG_GROUP, logGroup)
                .flatMap(it -> Undo.by(() -> new ModifyLogRetention(logGroup, it.retentionDays())));
    }
}
