package io.atalaya.sandbox.perimeter;

import io.atalaya.sandbox.world.Ailment;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.checkop.Ids;
import io.atalaya.sandbox.world.logs.LogStream;
import io.atalaya.sandbox.world.logs.Voice;
import java.time.Duration;
import java.util.List;

/** Machines that are stopped, ill, full or only beginning. */
final class MachineFaults {
    private static final long EVERY = 7;

    private MachineFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("stopped", "somebody stopped the instance", "unused", "Target.InvalidState", w -> {
                    alone(w);
                    w.instances().stop(Ids.APP_1D);
                }),
                Fault.timeout("status-check-failing", "the instance fails its status checks", w -> {
                    alone(w);
                    w.instances().impair(Ids.APP_1D);
                    w.targets().afflict(Ids.APP_1D, Ailment.TIMEOUT);
                }),
                Fault.timeout("rebooting", "the instance was rebooted and has not come up", w -> {
                            alone(w);
                            w.instances().reboot(Ids.APP_1D);
                        })
                        .after(Duration.ofSeconds(36)),
                Fault.unhealthy(
                        "disk-full",
                        "logs filled the disk of the instance, and the application answers 500",
                        "Target.ResponseCodeMismatch",
                        MachineFaults::diskFull),
                Fault.unhealthy(
                        "database-closed",
                        "chop-db lets chop-app no longer in on 3306, and the application answers 503",
                        "Target.ResponseCodeMismatch",
                        MachineFaults::databaseClosed));
    }

    /** Auto Scaling leaves the group as it is, so that what is wrong stays. */
    private static void alone(World world) {
        world.scaling().groups().change(Ids.SCALING_GROUP, g -> g.toBuilder()
                .suspendedProcesses(p -> p.processName("ReplaceUnhealthy").suspensionReason("User suspended"))
                .build());
    }

    private static void diskFull(World world) {
        long since = world.now().getEpochSecond();
        world.metrics()
                .change(
                        key -> key.name().equals("disk_used_percent")
                                && Ids.APP_1D.equals(key.dimensions().get("InstanceId")),
                        usual -> t -> t >= since - 60 ? 100 : usual.at(t));
        says(
                world,
                since,
                "ERROR [exec-14] java.io.IOException: No space left on device\n"
                        + "\tat java.base/java.io.FileOutputStream.writeBytes(Native Method)\n"
                        + "\tat app.log.RollingFile.append(RollingFile.java:118)");
        CheckFaults.says(world, 500);
    }

    private static void databaseClosed(World world) {
        long since = world.now().getEpochSecond();
        GroupFaults.in(world, Ids.SG_DB, List.of(GroupFaults.fromGroup(3306, Ids.SG_APP)), List.of());
        says(
                world,
                since,
                "ERROR [exec-3] com.mysql.cj.jdbc.exceptions.CommunicationsException: Communications link failure\n"
                        + "Caused by: java.net.SocketTimeoutException: connect timed out");
        CheckFaults.says(world, 503);
    }

    private static void says(World world, long since, String line) {
        Voice trouble = (second, mouth) -> {
            if (second >= since && second % EVERY == 0) {
                mouth.say(311, line);
            }
        };
        world.logs()
                .groups()
                .change(
                        "/checkop/app",
                        g -> g.voiced(s -> s.name().equals(Ids.APP_1D)
                                ? new LogStream(s.name(), s.created(), s.voice().and(trouble))
                                : s));
    }
}
