package io.atalaya.sandbox.world.fleet;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.LogGroups;
import io.atalaya.sandbox.world.logs.LogStream;
import io.atalaya.sandbox.world.logs.Voice;
import io.atalaya.sandbox.world.sim.Dice;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;

/** A log group for each service, with a stream for each of its first instances: what they say is made when it is read. */
final class FleetLogs {
    /** Enough to tail; hundreds of streams that say the same would only slow the sandbox down. */
    private static final int MOST_STREAMS = 12;

    private final World world;
    private final Names names;
    private final Rush rush;

    FleetLogs(World world, Names names, Rush rush) {
        this.world = world;
        this.names = names;
        this.rush = rush;
    }

    void furnish(Company company) {
        company.services().forEach(this::group);
    }

    private void group(Service service) {
        var made = world.start().minus(Duration.ofDays(300)).truncatedTo(ChronoUnit.SECONDS);
        String name = "/ceiba/" + service.environment() + '/' + service.name();
        var streams = IntStream.range(0, Math.min(MOST_STREAMS, service.size()))
                .mapToObj(i -> new LogStream(names.instance(service, i), made, voice(service, i)))
                .toList();
        LogGroups.add(world, name, 30, service.size() * (20L << 20), streams);
    }

    private Voice voice(Service service, int index) {
        Dice dice = world.dice();
        String name = service.name() + index;
        var voice = new FleetVoice(dice, service, index);
        return (second, mouth) -> {
            double expected = rush.requests(service, second) * 0.05;
            int count = (int) expected + (dice.unit(name, second) < expected - (int) expected ? 1 : 0);
            for (int i = 0; i < count; i++) {
                voice.say(second, second * 64 + i, mouth);
            }
        };
    }
}
