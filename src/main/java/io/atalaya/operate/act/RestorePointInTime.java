package io.atalaya.operate.act;

import io.atalaya.deployment.ResourceRef;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * rds:RestoreDBInstanceToPointInTime: a new instance as another one was at a moment, beside it.
 *
 * @param moment to the second; null for the latest that can be restored
 */
public record RestorePointInTime(
        String databaseId, @Nullable Instant moment, RestoredDatabase database) implements Operation {
    public RestorePointInTime {
        Input.identifier(databaseId);
        moment = moment == null ? null : moment.truncatedTo(ChronoUnit.SECONDS); // as AWS reads it
    }

    @Override
    public ResourceRef on() {
        return DatabaseStates.ref(databaseId);
    }

    @Override
    public AwsRequest request() {
        return database.in(AwsRequest.of(Service.RDS, "RestoreDBInstanceToPointInTime")
                .with("SourceDBInstanceIdentifier", databaseId)
                .with("TargetDBInstanceIdentifier", database.id())
                .with("RestoreTime", moment)
                .with("UseLatestRestorableTime", moment == null ? true : null));
    }

    @Override
    public Settling settling() {
        return DatabaseStates.created(database.id());
    }
}
