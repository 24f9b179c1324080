package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.Publisher;
import java.util.Map;

/** {@code CITSmart/SOLR}: whether citSOLR of a host answers, and how fast. One that does not has nothing but that to say. */
final class SolrMetrics {
    private static final double MIB = 1024.0 * 1024;

    private final World world;
    private final Usage usage;
    private final Host host;

    SolrMetrics(World world, Usage usage, Host host) {
        this.world = world;
        this.usage = usage;
        this.host = host;
    }

    void publish() {
        String id = host.id();
        Map<String, String> dimensions = Map.of("InstanceId", id, "Core", "citsmart");
        new Publisher(world.metrics(), "CITSmart/SOLR", dimensions, 60)
                .gauge("Up", "Count", t -> usage.story().isOut(host, t) ? 0 : 1)
                .silentUnless(t -> usage.ran(host, t));
        new Publisher(world.metrics(), "CITSmart/SOLR", dimensions, 60)
                .gauge("Queries", "Count/Second", t -> usage.searches(host, t))
                .gauge(
                        "QueryTime",
                        "Milliseconds",
                        t -> usage.wobble(
                                "qtime" + id,
                                t,
                                18
                                        + 1.1 * usage.searches(host, t)
                                        + 700 * Math.pow(usage.story().pressure(host, t), 3),
                                0.1))
                .gauge("IndexedDocuments", "Count", t -> Math.rint(2_418_300 + usage.days(t) * 3_900))
                .gauge("PendingDocuments", "Count", t -> Math.rint(Math.max(0, usage.wobble("pend" + id, t, 9, 1.2))))
                .gauge("CacheHitRatio", "Percent", t -> usage.wobble("hit" + id, t, 87, 0.05))
                .gauge(
                        "HeapUsed",
                        "Bytes",
                        t -> Math.min(4_090, 1_900 + 2_200 * usage.story().pressure(host, t)) * MIB)
                .silentUnless(t -> usage.ran(host, t) && !usage.story().isOut(host, t));
    }
}
