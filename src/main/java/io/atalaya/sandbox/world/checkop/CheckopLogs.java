package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.LogGroups;
import io.atalaya.sandbox.world.logs.LogStream;
import io.atalaya.sandbox.world.logs.Voice;
import io.atalaya.sandbox.world.sim.Dice;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The log groups; a stream is named after the instance or database that writes to it. */
final class CheckopLogs {
    private static final long MIB = 1024L * 1024;
    private static final List<CheckopInstances.Machine> APPS =
            List.of(CheckopInstances.APP_1A, CheckopInstances.APP_1D);

    private CheckopLogs() {}

    static void furnish(World world, Load load) {
        Dice dice = world.dice();
        var system = new SystemVoice(dice, load);
        LogGroups.add(world, "/checkop/app", 90, 340 * MIB, machines(world, APPS, m -> new AppVoice(dice, load, m)
                .voice()
                .and(new TroubleVoice(dice, load, m).voice())));
        LogGroups.add(
                world,
                "/checkop/system",
                30,
                22 * MIB,
                machines(
                        world,
                        Stream.concat(APPS.stream(), Stream.of(CheckopInstances.BASE))
                                .toList(),
                        system::messages));
        LogGroups.add(world, "/checkop/nginx", 30, 160 * MIB, machines(world, APPS, system::access));
        Instant made = world.start().minus(Duration.ofDays(264)).truncatedTo(ChronoUnit.SECONDS);
        LogGroups.add(
                world,
                "/aws/rds/instance/dbprogressus/error",
                30,
                2 * MIB,
                List.of(new LogStream(Ids.DATABASE, made, system.mysqlErrors())));
        LogGroups.add(
                world,
                "/aws/rds/instance/dbprogressus/slowquery",
                30,
                6 * MIB,
                List.of(new LogStream(Ids.DATABASE, made, system.slowQueries())));
    }

    /** Streams for an instance that has just been launched. */
    static void join(World world, Load load, CheckopInstances.Machine machine) {
        Dice dice = world.dice();
        var system = new SystemVoice(dice, load);
        LogGroups.join(
                world,
                "/checkop/app",
                machine.id(),
                new AppVoice(dice, load, machine).voice().and(new TroubleVoice(dice, load, machine).voice()));
        LogGroups.join(world, "/checkop/system", machine.id(), system.messages(machine));
        LogGroups.join(world, "/checkop/nginx", machine.id(), system.access(machine));
    }

    private static List<LogStream> machines(
            World world, List<CheckopInstances.Machine> machines, Function<CheckopInstances.Machine, Voice> voice) {
        return machines.stream()
                .map(m -> new LogStream(
                        m.id(), world.start().truncatedTo(ChronoUnit.SECONDS).minus(m.age()), voice.apply(m)))
                .toList();
    }
}
