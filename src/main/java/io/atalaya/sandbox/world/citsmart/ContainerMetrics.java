package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.Publisher;
import java.util.Map;

/** {@code CITSmart/Docker}: what {@code docker stats} tells of each container, and how many there are of how many. */
final class ContainerMetrics {
    private static final String NAMESPACE = "CITSmart/Docker";
    private static final double MIB = 1024.0 * 1024;

    private final World world;
    private final Usage usage;
    private final Host host;

    ContainerMetrics(World world, Usage usage, Host host) {
        this.world = world;
        this.usage = usage;
        this.host = host;
    }

    void publish() {
        new Publisher(world.metrics(), NAMESPACE, Map.of("InstanceId", host.id()), 60)
                .gauge("ContainersRunning", "Count", t -> host.role()
                        .containers()
                        .size())
                .gauge("ContainersExpected", "Count", t -> host.role()
                        .containers()
                        .size())
                .silentUnless(t -> usage.ran(host, t));
        host.role().containers().forEach(this::container);
    }

    private void container(Container c) {
        String name = c.word() + host.id();
        new Publisher(world.metrics(), NAMESPACE, Map.of("InstanceId", host.id(), "ContainerName", c.word()), 60)
                .gauge("Running", "Count", t -> 1)
                .gauge("Healthy", "Count", t -> isOut(c, t) ? 0 : 1)
                .gauge(
                        "RestartCount",
                        "Count",
                        t -> c == Container.CITSOLR ? usage.story().restarts(host, t) : 0)
                .gauge("CpuUtilization", "Percent", t -> usage.wobble("ccpu" + name, t, cpu(c, t), 0.07))
                .gauge("MemoryUtilization", "Percent", t -> usage.wobble("cmem" + name, t, memory(c, t), 0.01))
                .gauge(
                        "MemoryUsed",
                        "Bytes",
                        t -> usage.wobble("cmem" + name, t, memory(c, t), 0.01) / 100 * c.limitMib() * MIB)
                .silentUnless(t -> usage.ran(host, t));
    }

    private boolean isOut(Container c, long t) {
        return c == Container.CITSOLR && usage.story().isOut(host, t);
    }

    private double cpu(Container c, long t) {
        double busy = 0.4 + c.busyCpu() * usage.work(host, t) / 55;
        return isOut(c, t) ? 97 : busy;
    }

    private double memory(Container c, long t) {
        double usual = c == Container.CITSMART ? 76 : 58;
        return usual + (c == Container.CITSOLR ? 38 * usage.story().pressure(host, t) : 0);
    }
}
