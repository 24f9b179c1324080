package io.atalaya.operate.act;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.operate.act.Settling.Progress;
import java.time.Duration;

/**
 * rds:RebootDBInstance of one instance.
 *
 * @param failover to the standby in the other zone; AWS refuses it without Multi-AZ (InvalidParameterCombination)
 */
public record RebootDatabase(String databaseId, boolean failover) implements Operation {
    public RebootDatabase {
        Input.identifier(databaseId);
    }

    @Override
    public String nameKey() {
        return failover ? "operate.act.RebootDatabase.failover" : Operation.super.nameKey();
    }

    @Override
    public ResourceRef on() {
        return DatabaseStates.ref(databaseId);
    }

    @Override
    public AwsRequest request() {
        return DatabaseStates.request("RebootDBInstance", databaseId).with("ForceFailover", failover);
    }

    /** After a failover until another zone serves, which RDS reports some minutes late. */
    @Override
    public Settling settling() {
        return Watched.one(
                Parts.DATABASES, Duration.ofMinutes(20), it -> it.id().equals(databaseId), (before, now) -> {
                    if (now == null) {
                        return Progress.failed("");
                    }
                    var zone = now.zone();
                    var moved = !failover || before == null || zone == null || !zone.equals(before.zone());
                    var words = failover && zone != null ? now.status() + " " + zone : now.status();
                    return moved && now.status().equals("available") ? Progress.done(words) : Progress.underWay(words);
                });
    }
}
