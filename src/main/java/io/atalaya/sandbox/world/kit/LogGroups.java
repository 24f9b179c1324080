package io.atalaya.sandbox.world.kit;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.logs.LogGroup;
import io.atalaya.sandbox.world.logs.LogStream;
import io.atalaya.sandbox.world.logs.Voice;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Puts log groups into a world. */
public final class LogGroups {
    private static final Duration AGE = Duration.ofDays(262);

    private LogGroups() {}

    /**
     * A group that was made long ago.
     *
     * @param retention in days
     */
    public static void add(World world, String name, int retention, long bytesPerDay, List<LogStream> streams) {
        world.logs()
                .groups()
                .put(new LogGroup(
                        name,
                        world.account().arn("logs", "log-group:" + name),
                        world.start().truncatedTo(ChronoUnit.SECONDS).minus(AGE),
                        retention,
                        bytesPerDay,
                        streams,
                        List.of()));
    }

    /** Another stream in a group, of something that begins to speak now. */
    public static void join(World world, String group, String stream, Voice voice) {
        world.logs().groups().change(group, g -> g.with(new LogStream(stream, world.now(), voice)));
    }
}
