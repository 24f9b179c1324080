package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.operate.act.Settling.Progress;
import java.time.Duration;
import java.util.Optional;

/**
 * route53:ChangeResourceRecordSets with one DELETE.
 *
 * @param record exactly as it is: Route 53 refuses to delete what is not (InvalidChangeBatch)
 */
public record DeleteRecord(RecordSet record) implements Operation {
    public DeleteRecord {
        record = RecordRules.checked(record);
    }

    @Override
    public ResourceRef on() {
        return record.ref();
    }

    @Override
    public AwsRequest request() {
        return Routing.change("DELETE", record);
    }

    @Override
    public Settling settling() {
        return Watched.one(
                Parts.RECORD_SETS,
                Duration.ofMinutes(5),
                it -> it.id().equals(record.id()),
                (before, now) -> now == null ? Progress.done("") : Progress.underWay(""));
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return Optional.of(new UpsertRecord(record));
    }
}
