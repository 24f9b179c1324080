package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.Publisher;
import io.atalaya.sandbox.world.metrics.Signal;
import java.util.List;
import java.util.Map;

/**
 * {@code CITSmart/JVM}: citSMART's JVM, in the words of the NOC, which asks {@code jstat}, and in those of the CloudWatch
 * agent, which asks JMX. Permanent generation is Java 7's; since Java 8 there is metaspace instead.
 */
final class JvmMetrics {
    private static final String NAMESPACE = "CITSmart/JVM";
    private static final double KIB = 1024.0;
    private static final double MIB = 1024 * KIB;
    private static final double HEAP = 6_144 * MIB;

    /** How long a young generation lasts on average, in seconds: its fill is a saw. */
    private static final long YOUNG = 420;

    private final World world;
    private final Usage usage;
    private final Host host;
    private final String id;

    JvmMetrics(World world, Usage usage, Host host) {
        this.world = world;
        this.usage = usage;
        this.host = host;
        this.id = host.id();
    }

    void publish() {
        var noc = new Publisher(
                        world.metrics(),
                        NAMESPACE,
                        Map.of("InstanceId", id, "ContainerName", Container.CITSMART.word()),
                        60)
                .gauge("EdenSpace", "Bytes", this::eden)
                .gauge("Survivor0", "Bytes", t -> survivor(t, 0))
                .gauge("Survivor1", "Bytes", t -> survivor(t, 1))
                .gauge("OldGeneration", "Bytes", this::old)
                .gauge("MaxHeapSize", "Bytes", t -> HEAP)
                .gauge("PendingObjects", "Count", t -> Math.rint(Math.max(0, usage.wobble("pend" + id, t, 2, 1.4))))
                .gauge("ClassesLoaded", "Count", t -> Math.rint(classes(t)))
                .gauge("ClassesUnloaded", "Count", t -> Math.rint(41 + usage.days(t) * 3))
                .gauge("BytesLoaded", "Bytes", t -> classes(t) * 2.21 * KIB)
                .gauge("BytesUnloaded", "Bytes", t -> (41 + usage.days(t) * 3) * 1.6 * KIB)
                .gauge("ClassBytes", "Bytes", t -> classes(t) * 2.2 * KIB)
                .gauge("TimeLoadingClasses", "Seconds", t -> 61.4 + classes(t) * 0.0002)
                .gauge("TotalOfClasses", "Count", t -> Math.rint(classes(t) + 41))
                .gauge("Compilations", "Count", t -> Math.rint(usage.wobble("jit" + id, t, 28_410, 0.002)))
                .gauge("Version", "None", t -> host.modern() ? 8 : 7);
        if (host.modern()) {
            noc.gauge("Metaspace", "Bytes", t -> usage.wobble("meta" + id, t, 318 * MIB, 0.004));
        } else {
            noc.gauge("PermGeneration", "Bytes", t -> usage.wobble("perm" + id, t, 401 * MIB, 0.004));
        }
        noc.silentUnless(t -> usage.ran(host, t));
        agent();
    }

    private void agent() {
        new Publisher(world.metrics(), "CWAgent", Map.of("InstanceId", id, "ProcessGroupName", "citSMART"), 60)
                .gauge("jvm.classes.loaded", "Count", t -> Math.rint(classes(t)))
                .gauge("jvm.memory.heap.used", "Bytes", t -> eden(t) + old(t) + survivor(t, 0) + survivor(t, 1))
                .gauge("jvm.memory.heap.max", "Bytes", t -> HEAP)
                .gauge("jvm.threads.count", "Count", t -> Math.rint(170 + usage.work(host, t) * 1.6))
                .silentUnless(t -> usage.ran(host, t));
        record Pool(String name, Signal used) {}
        List.of(
                        new Pool("PS Eden Space", this::eden),
                        new Pool("PS Survivor Space", t -> survivor(t, 0) + survivor(t, 1)),
                        new Pool("PS Old Gen", this::old))
                .forEach(pool -> new Publisher(
                                world.metrics(),
                                "CWAgent",
                                Map.of("InstanceId", id, "ProcessGroupName", "citSMART", "name", pool.name()),
                                60)
                        .gauge("jvm.memory.pool.used", "Bytes", pool.used())
                        .silentUnless(t -> usage.ran(host, t)));
    }

    private double eden(long t) {
        return 1_720 * MIB * (0.04 + 0.94 * into(t));
    }

    /** Objects that survived are in one of the two, and the other one is empty: they change places at each collection. */
    private double survivor(long t, int which) {
        return Math.floorMod(cycle(t), 2L) == which ? usage.wobble("surv" + id, t, 71 * MIB, 0.3) : 0;
    }

    private double old(long t) {
        double climbing = (cycle(t) % 40) / 40.0;
        return usage.wobble("old" + id, t, (1_980 + 900 * climbing) * MIB, 0.01);
    }

    private double classes(long t) {
        return usage.wobble("classes" + id, t, host.modern() ? 24_310 : 19_870, 0.0004);
    }

    private long cycle(long t) {
        return Math.floorDiv(t + Math.floorMod(id.hashCode(), (int) YOUNG), YOUNG);
    }

    private double into(long t) {
        return Math.floorMod(t + Math.floorMod(id.hashCode(), (int) YOUNG), YOUNG) / (double) YOUNG;
    }
}
