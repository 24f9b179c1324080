package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.Publisher;
import java.util.Map;

/** AWS/EC2 of a host, with detailed monitoring, and how far it is from the NOC. */
final class HostMetrics {
    private static final double MIB = 1024.0 * 1024;

    private final World world;
    private final Usage usage;
    private final Host host;
    private final String id;

    HostMetrics(World world, Usage usage, Host host) {
        this.world = world;
        this.usage = usage;
        this.host = host;
        this.id = host.id();
    }

    void publish() {
        new Publisher(world.metrics(), "AWS/EC2", Map.of("InstanceId", id), 60)
                .gauge("CPUUtilization", "Percent", t -> cpu(usage, host, t))
                .gauge("NetworkIn", "Bytes", t -> level("in", t, 90_000, 3_400 * 60))
                .gauge("NetworkOut", "Bytes", t -> level("out", t, 60_000, 19_000 * 60))
                .gauge("NetworkPacketsIn", "Count", t -> level("pin", t, 200, 9 * 60))
                .gauge("NetworkPacketsOut", "Count", t -> level("pout", t, 200, 16 * 60))
                .gauge("EBSReadOps", "Count", t -> level("er", t, 40, 3))
                .gauge("EBSWriteOps", "Count", t -> level("ew", t, 310, 11))
                .gauge("EBSReadBytes", "Bytes", t -> level("erb", t, 0.6 * MIB, 21_000))
                .gauge("EBSWriteBytes", "Bytes", t -> level("ewb", t, 4 * MIB, 110_000))
                .gauge("StatusCheckFailed", "Count", t -> 0)
                .gauge("StatusCheckFailed_Instance", "Count", t -> 0)
                .gauge("StatusCheckFailed_System", "Count", t -> 0)
                .silentUnless(t -> usage.ran(host, t));
        // Measured from the matriz: it goes through the VPN, and a host that is off loses everything.
        new Publisher(world.metrics(), "CITSmart/Ping", Map.of("InstanceId", id), 60)
                .gauge(
                        "RoundTripTime",
                        "Milliseconds",
                        t -> usage.ran(host, t) ? usage.wobble("ping" + id, t, 21.4, 0.08) : Double.NaN)
                .gauge("PacketLoss", "Percent", t -> usage.ran(host, t) ? 0 : 100)
                .publish();
    }

    /** Percent of all CPUs: a heap that is full costs CPU for collecting what cannot be collected. */
    static double cpu(Usage usage, Host host, long t) {
        double perRequest = host.role() == Host.Role.APP ? 0.78 : 0.55;
        double busy = 3.1 + usage.work(host, t) * perRequest;
        double collecting =
                usage.story().isOut(host, t) ? 48 : 22 * usage.story().pressure(host, t);
        return Math.min(99, usage.wobble("cpu" + host.id(), t, busy + collecting, 0.04));
    }

    private double level(String name, long t, double idle, double perRequest) {
        return usage.wobble(name + id, t, idle + usage.work(host, t) * perRequest, 0.1);
    }
}
