package io.atalaya.sandbox.scenario;

import io.atalaya.sandbox.world.Ailment;
import io.atalaya.sandbox.world.Target;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBInstance;

/**
 * An availability zone loses power: its instances answer nobody and send no metrics, EC2's checks of them and of their hosts
 * fail a minute later, databases with a standby elsewhere fail over, those without are gone.
 */
final class ZoneOutage implements Scenario {
    private static final Duration LENGTH = Duration.ofMinutes(12);
    private static final Duration CHECKED = Duration.ofSeconds(60);
    private static final Duration DATABASE_NOTICED = Duration.ofSeconds(20);
    private static final Duration MENDED = Duration.ofSeconds(45);

    @Override
    public String id() {
        return "zone-outage";
    }

    @Override
    public Duration length() {
        return LENGTH;
    }

    @Override
    public Optional<Lack> lack(World world) {
        return Cast.zone(world).isPresent()
                ? Optional.empty()
                : Optional.of(Cast.target(world).isPresent() ? Lack.ONE_ZONE : Lack.NO_TARGET);
    }

    @Override
    public void begin(Play play) {
        World world = play.world();
        String zone = Cast.zone(world).orElseThrow();
        List<String> hit = Cast.running(world, zone);
        List<String> about = Stream.concat(
                        hit.stream(),
                        hit.stream()
                                .flatMap(id -> world.targets().ofInstance(id).stream())
                                .map(Target::targetGroupArn)
                                .distinct())
                .toList();
        play.tell(What.ZONE_LOST, about, zone, hit.size());
        play.watch(hit);
        hit.forEach(id -> world.targets().strike(id, Ailment.TIMEOUT));
        play.after(CHECKED, () -> {
            hit.forEach(world.instances()::impair);
            play.tell(What.CHECKS_FAIL, hit, zone);
        });
        play.atEnd(() -> {
            play.tell(What.ZONE_BACK, hit, zone);
            hit.forEach(world.targets()::spare);
            play.healsAfter(MENDED, () -> {
                hit.forEach(world.instances()::mend);
                play.tell(What.CHECKS_PASS, hit, zone);
            });
        });
        silence(play, new HashSet<>(hit));
        world.databases().instances().stream()
                .filter(d -> zone.equals(d.availabilityZone()))
                .toList()
                .forEach(d -> database(play, d, zone));
    }

    /** What has no power publishes nothing; the status checks are made by EC2 itself. */
    private static void silence(Play play, Set<String> hit) {
        play.bend(
                key -> hit.contains(key.dimensions().getOrDefault("InstanceId", ""))
                        && key.name().startsWith("StatusCheckFailed"),
                (t, usual) -> 1);
        play.bend(
                key -> hit.contains(key.dimensions().getOrDefault("InstanceId", ""))
                        && !key.name().startsWith("StatusCheckFailed"),
                (t, usual) -> Double.NaN);
    }

    private static void database(Play play, DBInstance database, String zone) {
        String id = database.dbInstanceIdentifier();
        if (Cast.isMultiAz(database)) {
            play.after(DATABASE_NOTICED, () -> DatabaseFailover.failOver(play, id));
        } else {
            play.tell(What.DATABASE_UNREACHABLE, List.of(id), id, zone);
            play.bend(key -> id.equals(key.dimensions().get("DBInstanceIdentifier")), (t, usual) -> Double.NaN);
        }
    }
}
