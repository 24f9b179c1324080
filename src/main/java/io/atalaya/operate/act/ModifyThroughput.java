package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * elasticfilesystem:UpdateFileSystem of the throughput mode. AWS lets it be lowered, or the mode be changed back, once a day
 * (TooManyRequests).
 *
 * @param mode {@code bursting elastic provisioned}
 * @param provisionedMibps with {@code provisioned} only
 */
public record ModifyThroughput(
        String fileSystemId, String mode, @Nullable Double provisionedMibps) implements Operation {
    /** What AWS offers. */
    public static final List<String> MODES = List.of("bursting", "elastic", "provisioned");

    public ModifyThroughput {
        Input.identifier(fileSystemId);
        Input.require(MODES.contains(mode), "operate.input.throughputMode");
        Input.require(mode.equals("provisioned") == (provisionedMibps != null), "operate.input.provisioned");
        Input.require(
                provisionedMibps == null || (provisionedMibps >= 1 && provisionedMibps <= 3414),
                "operate.input.provisionedRange",
                1,
                3414);
    }

    @Override
    public ResourceRef on() {
        return new ResourceRef(ResourceType.FILE_SYSTEM, fileSystemId);
    }

    @Override
    public AwsRequest request() {
        return AwsRequest.of(Service.EFS, "UpdateFileSystem")
                .with("FileSystemId", fileSystemId)
                .with("ThroughputMode", mode)
                .with("ProvisionedThroughputInMibps", provisionedMibps);
    }

    @Override
    public Settling settling() {
        return Watched.until(
                Parts.FILE_SYSTEMS,
                it -> it.id().equals(fileSystemId),
                it -> it.state().equals("available")
                        && it.throughputMode().equals(mode)
                        && Objects.equals(it.provisionedMibps(), provisionedMibps));
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return before.index()
                .find(FileSystem.class, ResourceType.FILE_SYSTEM, fileSystemId)
                .flatMap(it ->
                        Undo.by(() -> new ModifyThroughput(fileSystemId, it.throughputMode(), it.provisionedMibps())));
    }
}
