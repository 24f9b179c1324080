package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.act.Settling.Progress;
import java.time.Duration;
import java.util.Optional;

/** elasticfilesystem:PutBackupPolicy: whether AWS Backup backs the file system up every day. */
public record ModifyBackupPolicy(String fileSystemId, boolean enabled) implements Operation {
    public ModifyBackupPolicy {
        Input.identifier(fileSystemId);
    }

    @Override
    public ResourceRef on() {
        return new ResourceRef(ResourceType.FILE_SYSTEM, fileSystemId);
    }

    @Override
    public AwsRequest request() {
        return AwsRequest.of(Service.EFS, "PutBackupPolicy")
                .with("FileSystemId", fileSystemId)
                .with(
                        "BackupPolicy",
                        new Structure()
                                .with("Status", enabled ? "ENABLED" : "DISABLED")
                                .map());
    }

    @Override
    public Settling settling() {
        return Watched.one(
                Parts.FILE_POLICIES,
                Duration.ofMinutes(5),
                it -> it.fileSystemId().equals(fileSystemId),
                (before, now) -> {
                    var status = now == null || now.backup() == null ? "" : now.backup();
                    return status.equals(enabled ? "ENABLED" : "DISABLED")
                            ? Progress.done(status)
                            : Progress.underWay(status);
                });
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return Optional.of(new ModifyBackupPolicy(fileSystemId, !enabled));
    }
}
