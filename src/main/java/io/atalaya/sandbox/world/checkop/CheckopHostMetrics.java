package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.Publisher;
import io.atalaya.sandbox.world.metrics.Signal;
import java.util.List;
import java.util.Map;

/** AWS/EC2 of each instance, and what the CloudWatch agent and the site's own scripts publish from inside it. */
final class CheckopHostMetrics {
    private static final double MIB = 1024.0 * 1024;

    private CheckopHostMetrics() {}

    static void furnish(World world, Load load) {
        for (var machine : List.of(CheckopInstances.APP_1D, CheckopInstances.APP_1A, CheckopInstances.BASE)) {
            machine(world, load, machine);
        }
    }

    /** Everything one machine publishes, while it runs. */
    static void machine(World world, Load load, CheckopInstances.Machine m) {
        String id = m.id();
        Signal.Condition running = t -> load.ran(id, t);
        Signal share = t -> m.scaled() ? load.share(id, t) : 0;
        Signal busy = t -> m.scaled()
                ? load.isCut(m.subnet(), t) ? 2 : load.requests(t) * share.at(t)
                : 6 + 5 * Math.max(0, load.wobble("base" + id, t, 1, 3));
        ec2(world, load, m, busy, running);
        agent(world, load, m, busy, t -> running.holds(t) && !load.isCut(m.subnet(), t));
        host(world, load, m, busy, running);
    }

    private static void ec2(World world, Load load, CheckopInstances.Machine m, Signal busy, Signal.Condition running) {
        String id = m.id();
        new Publisher(world.metrics(), "AWS/EC2", Map.of("InstanceId", id), m.scaled() ? 60 : 300)
                .gauge("CPUUtilization", "Percent", t -> cpu(load, id, busy, t))
                .gauge("NetworkIn", "Bytes", t -> load.wobble("in" + id, t, busy.at(t) * 60 * 3_100 + 90_000, 0.1))
                .gauge("NetworkOut", "Bytes", t -> load.wobble("out" + id, t, busy.at(t) * 60 * 21_000 + 60_000, 0.1))
                .gauge("NetworkPacketsIn", "Count", t -> load.wobble("pin" + id, t, busy.at(t) * 60 * 9 + 200, 0.1))
                .gauge("NetworkPacketsOut", "Count", t -> load.wobble("pout" + id, t, busy.at(t) * 60 * 17 + 200, 0.1))
                .gauge(
                        "CPUCreditBalance",
                        "Count",
                        t -> load.wobble("credit" + id, t, m.scaled() ? 1_790 : 2_304, 0.02))
                .gauge("CPUCreditUsage", "Count", t -> cpu(load, id, busy, t) * 4 / 100 * 5)
                .gauge("EBSReadOps", "Count", t -> load.wobble("er" + id, t, 40 + busy.at(t), 0.4))
                .gauge("EBSWriteOps", "Count", t -> load.wobble("ew" + id, t, 310 + busy.at(t) * 8, 0.2))
                .gauge("EBSReadBytes", "Bytes", t -> load.wobble("erb" + id, t, 0.6 * MIB + busy.at(t) * 9_000, 0.4))
                .gauge("EBSWriteBytes", "Bytes", t -> load.wobble("ewb" + id, t, 4 * MIB + busy.at(t) * 90_000, 0.2))
                .gauge("StatusCheckFailed", "Count", t -> 0)
                .gauge("StatusCheckFailed_Instance", "Count", t -> 0)
                .gauge("StatusCheckFailed_System", "Count", t -> 0)
                .silentUnless(running);
    }

    static double cpu(Load load, String id, Signal busy, long t) {
        return Math.min(99.5, load.wobble("cpu" + id, t, 2.6 + busy.at(t) * 0.332, 0.03));
    }

    /** The agent stops when its disk hangs, and that is not the same as zero. */
    private static void agent(World world, Load load, CheckopInstances.Machine m, Signal busy, Signal.Condition alive) {
        String id = m.id();
        new Publisher(world.metrics(), "CWAgent", Map.of("InstanceId", id), 60)
                .gauge("mem_used_percent", "Percent", t -> load.wobble("mem" + id, t, m.scaled() ? 68 : 41, 0.02))
                .gauge("swap_used_percent", "Percent", t -> 0)
                .gauge(
                        "processes_total",
                        "Count",
                        t -> Math.rint(load.wobble("procs" + id, t, 208 + busy.at(t) * 0.25, 0.03)))
                .gauge(
                        "netstat_tcp_established",
                        "Count",
                        t -> Math.rint(load.wobble("tcp" + id, t, 60 + busy.at(t) * 1.6, 0.05)))
                .silentUnless(alive);
        new Publisher(
                        world.metrics(),
                        "CWAgent",
                        Map.of("InstanceId", id, "path", "/", "device", "nvme0n1p1", "fstype", "xfs"),
                        60)
                .gauge(
                        "disk_used_percent",
                        "Percent",
                        t -> Math.min(97, 58 + load.days(t) * 0.07 + (m.scaled() ? 0 : 6)))
                .gauge("disk_inodes_free", "Count", t -> Math.rint(25_100_000 - load.days(t) * 900))
                .silentUnless(alive);
    }

    private static void host(
            World world, Load load, CheckopInstances.Machine m, Signal busy, Signal.Condition running) {
        String id = m.id();
        new Publisher(world.metrics(), "CheckOP/Host", Map.of("InstanceId", id), 60)
                .gauge(
                        "LoadAverage",
                        "None",
                        t -> load.isCut(m.subnet(), t)
                                ? load.wobble("la" + id, t, 3.1, 0.05)
                                : load.wobble("la" + id, t, 0.2 + busy.at(t) * 0.034, 0.08))
                .gauge("ContextSwitches", "Count/Second", t -> load.wobble("cs" + id, t, 900 + busy.at(t) * 39, 0.05))
                .gauge("ProcessesStarted", "Count/Second", t -> load.wobble("ps" + id, t, 2 + busy.at(t) * 0.019, 0.2))
                .gauge("SwapIn", "Bytes/Second", t -> 0)
                .gauge("SwapOut", "Bytes/Second", t -> 0)
                .gauge(
                        "PingFromBase",
                        "Milliseconds",
                        t -> load.wobble("ping" + id, t, m.zone().equals(Ids.ZONE_A) ? 0.4 : 1.1, 0.1))
                .silentUnless(running);
    }
}
