package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.logs.LogGroup;
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
        group(world, "/checkop/app", 90, 340 * MIB, machines(world, APPS, m -> new AppVoice(dice, load, m)
                .voice()
                .and(new TroubleVoice(dice, load, m).voice())));
        group(
                world,
                "/checkop/system",
                30,
                22 * MIB,
                machines(
                        world,
                        Stream.concat(APPS.stream(), Stream.of(CheckopInstances.BASE))
                                .toList(),
                        system::messages));
        group(world, "/checkop/nginx", 30, 160 * MIB, machines(world, APPS, system::access));
        Instant made = world.start().minus(Duration.ofDays(264)).truncatedTo(ChronoUnit.SECONDS);
        group(
                world,
                "/aws/rds/instance/dbprogressus/error",
                30,
                2 * MIB,
                List.of(new LogStream(Ids.DATABASE, made, system.mysqlErrors())));
        group(
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
        add(
                world,
                "/checkop/app",
                machine,
                new AppVoice(dice, load, machine).voice().and(new TroubleVoice(dice, load, machine).voice()));
        add(world, "/checkop/system", machine, system.messages(machine));
        add(world, "/checkop/nginx", machine, system.access(machine));
    }

    private static void add(World world, String group, CheckopInstances.Machine machine, Voice voice) {
        world.logs().groups().change(group, g -> g.with(new LogStream(machine.id(), world.now(), voice)));
    }

    private static List<LogStream> machines(
            World world, List<CheckopInstances.Machine> machines, Function<CheckopInstances.Machine, Voice> voice) {
        return machines.stream()
                .map(m -> new LogStream(
                        m.id(), world.start().truncatedTo(ChronoUnit.SECONDS).minus(m.age()), voice.apply(m)))
                .toList();
    }

    private static void group(World world, String name, int retention, long bytesPerDay, List<LogStream> streams) {
        world.logs()
                .groups()
                .put(new LogGroup(
                        name,
                        world.account().arn("logs", "log-group:" + name),
                        world.start().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(262)),
                        retention,
                        bytesPerDay,
                        streams));
    }
}
