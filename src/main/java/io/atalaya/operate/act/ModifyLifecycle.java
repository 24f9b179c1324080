package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * elasticfilesystem:PutLifecycleConfiguration: replaces the whole policy of a file system.
 *
 * @param toInfrequentAccess after how long without an access a file moves: {@code AFTER_30_DAYS}; null for never
 * @param toArchive the same for the archive class
 * @param backOnAccess whether a file returns to the standard class when it is read
 */
public record ModifyLifecycle(
        String fileSystemId,
        @Nullable String toInfrequentAccess,
        @Nullable String toArchive,
        boolean backOnAccess) implements Operation {
    /** What AWS offers, for both classes. */
    public static final List<String> AGES = List.of(
            "AFTER_1_DAY",
            "AFTER_7_DAYS",
            "AFTER_14_DAYS",
            "AFTER_30_DAYS",
            "AFTER_60_DAYS",
            "AFTER_90_DAYS",
            "AFTER_180_DAYS",
            "AFTER_270_DAYS",
            "AFTER_365_DAYS");

    private static final Set<String> ALLOWED = Set.copyOf(AGES);

    public ModifyLifecycle {
        Input.identifier(fileSystemId);
        Input.require(toInfrequentAccess == null || ALLOWED.contains(toInfrequentAccess), "operate.input.lifecycle");
        Input.require(toArchive == null || ALLOWED.contains(toArchive), "operate.input.lifecycle");
        Input.require(
                toArchive == null
                        || toInfrequentAccess == null
                        || AGES.indexOf(toArchive) > AGES.indexOf(toInfrequentAccess),
                "operate.input.lifecycleOrder");
    }

    @Override
    public ResourceRef on() {
        return new ResourceRef(ResourceType.FILE_SYSTEM, fileSystemId);
    }

    /** Each transition is a policy of its own. */
    @Override
    public AwsRequest request() {
        var policies = new ArrayList<Map<String, Object>>();
        policies.add(new Structure().with("TransitionToIA", toInfrequentAccess).map());
        policies.add(new Structure().with("TransitionToArchive", toArchive).map());
        policies.add(new Structure()
                .with("TransitionToPrimaryStorageClass", backOnAccess ? "AFTER_1_ACCESS" : null)
                .map());
        policies.removeIf(Map::isEmpty);
        return AwsRequest.of(Service.EFS, "PutLifecycleConfiguration")
                .with("FileSystemId", fileSystemId)
                .with("LifecyclePolicies", List.copyOf(policies));
    }

    @Override
    public Settling settling() {
        return Watched.until(
                Parts.FILE_POLICIES,
                it -> it.fileSystemId().equals(fileSystemId),
                it -> Objects.equals(it.toInfrequent(), toInfrequentAccess)
                        && Objects.equals(it.toArchive(), toArchive)
                        && (it.toPrimary() != null) == backOnAccess);
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return before.items(Parts.FILE_POLICIES).stream()
                .filter(it -> it.fileSystemId().equals(fileSystemId))
                .findFirst()
                .flatMap(it -> Undo.by(() ->
                        new ModifyLifecycle(fileSystemId, it.toInfrequent(), it.toArchive(), it.toPrimary() != null)));
    }
}
