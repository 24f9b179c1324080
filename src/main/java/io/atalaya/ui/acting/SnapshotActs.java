package io.atalaya.ui.acting;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseSnapshot;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.act.CopyDatabaseSnapshot;
import io.atalaya.operate.act.DeleteDatabaseSnapshot;
import io.atalaya.operate.act.RestoreDatabaseSnapshot;
import io.atalaya.operate.act.RestoredDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be done with a snapshot of a database, and what a restore asks for. */
final class SnapshotActs {
    private SnapshotActs() {}

    static Stream<ActOffer> of(DatabaseSnapshot snapshot, Deployment deployment) {
        if (snapshot.ofCluster()) {
            return Stream.empty(); // other calls act on those
        }
        var source = deployment
                .index()
                .find(Database.class, ResourceType.DATABASE, snapshot.databaseId())
                .orElse(null);
        var offers = Stream.of(
                ActOffer.of(
                        RestoreDatabaseSnapshot.class,
                        snapshot.ref(),
                        () -> restored(source),
                        values -> new RestoreDatabaseSnapshot(snapshot.id(), restored(values))),
                copy(snapshot, deployment.region()));
        if (!snapshot.snapshotType().equals("manual")) {
            return offers; // RDS deletes its own by itself, and those of others are not ours
        }
        return Stream.concat(
                offers,
                Stream.of(ActOffer.plain(
                        "DeleteDatabaseSnapshot", snapshot.ref(), () -> new DeleteDatabaseSnapshot(snapshot.id()))));
    }

    private static ActOffer copy(DatabaseSnapshot snapshot, String here) {
        // automated ones have a colon in their names, which a manual one cannot have
        var name = snapshot.id().substring(snapshot.id().indexOf(':') + 1);
        return ActOffer.of(
                CopyDatabaseSnapshot.class,
                snapshot.ref(),
                () -> List.of(
                        ActField.text("region", "", here.equals("us-west-2") ? "us-east-1" : "us-west-2"),
                        ActField.text("targetId", name, "name"),
                        ActField.text("kmsKeyId", "", "")),
                values -> new CopyDatabaseSnapshot(
                        snapshot.id(),
                        snapshot.arn(),
                        values.text("targetId"),
                        here,
                        values.text("region").strip(),
                        values.textOrNull("kmsKeyId")));
    }

    /** @param source what was backed up; null when it is gone */
    static List<ActField> restored(@Nullable Database source) {
        return List.of(
                ActField.text("id", "", "name"),
                ActField.text("instanceClass", source == null ? "" : source.instanceClass(), ""),
                ActField.text("subnetGroup", "", ""),
                new ActField.Text(
                        "securityGroupIds",
                        source == null ? "" : String.join("\n", source.securityGroupIds()),
                        false,
                        2,
                        ""),
                ActField.text("parameterGroup", "", ""),
                new ActField.Check("multiAz", source != null && source.multiAz(), false),
                new ActField.Check("publiclyAccessible", source != null && source.publiclyAccessible(), false),
                new ActField.Check("deletionProtection", source != null && source.deletionProtection(), false));
    }

    static RestoredDatabase restored(ActValues values) {
        return new RestoredDatabase(
                values.text("id"),
                values.textOrNull("instanceClass"),
                values.textOrNull("subnetGroup"),
                values.lines("securityGroupIds").stream().map(String::strip).toList(),
                values.textOrNull("parameterGroup"),
                values.flag("multiAz"),
                values.flag("publiclyAccessible"),
                values.flag("deletionProtection"));
    }
}
