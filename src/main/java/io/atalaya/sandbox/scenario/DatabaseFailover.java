package io.atalaya.sandbox.scenario;

import io.atalaya.sandbox.world.Databases;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.sim.Spans;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.DBInstance;

/**
 * The primary of a database fails: its standby takes over and the two zones change places. A database of one zone has none and
 * restarts instead, which is an outage as long as it takes. Nothing calls either back, and AWS does not go back by itself.
 */
final class DatabaseFailover implements Scenario {
    private static final Duration LENGTH = Duration.ofMinutes(4);

    @Override
    public String id() {
        return "database-failover";
    }

    @Override
    public Duration length() {
        return LENGTH;
    }

    @Override
    public Optional<Lack> lack(World world) {
        return Cast.database(world).isPresent() ? Optional.empty() : Optional.of(Lack.NO_DATABASE);
    }

    @Override
    public void begin(Play play) {
        DBInstance database = Cast.database(play.world()).orElseThrow();
        if (Cast.isMultiAz(database)) {
            failOver(play, database.dbInstanceIdentifier());
        } else {
            restart(play, database.dbInstanceIdentifier());
        }
    }

    static void failOver(Play play, String id) {
        Databases databases = play.world().databases();
        DBInstance before = databases.instances().get(id);
        databases.failOver(id);
        play.tell(What.FAILOVER_BEGAN, List.of(id), id, before.availabilityZone());
        away(play, id, Databases.FAILED_OVER);
        play.healsAfter(
                Databases.FAILED_OVER,
                () -> play.tell(
                        What.FAILOVER_DONE,
                        List.of(id),
                        id,
                        databases.instances().get(id).availabilityZone()));
    }

    private static void restart(Play play, String id) {
        play.world().databases().reboot(id);
        play.tell(What.REBOOT_BEGAN, List.of(id), id);
        away(play, id, Databases.REBOOT);
        play.healsAfter(Databases.REBOOT, () -> play.tell(What.REBOOT_DONE, List.of(id), id));
    }

    private static void away(Play play, String id, Duration takes) {
        var away = Spans.never();
        away.set(play.world().now(), true);
        away.set(play.world().now().plus(takes), false);
        play.bend(
                away,
                key -> key.name().equals("DatabaseConnections")
                        && id.equals(key.dimensions().get("DBInstanceIdentifier")),
                (t, usual) -> 0);
    }
}
