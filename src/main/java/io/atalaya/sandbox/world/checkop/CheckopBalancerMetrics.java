package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.Target;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.Publisher;
import io.atalaya.sandbox.world.metrics.Signal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** AWS/ApplicationELB of Progresus-ELB and its groups, and Route 53's view of the site. */
final class CheckopBalancerMetrics {
    private static final String NAMESPACE = "AWS/ApplicationELB";
    private static final double FILES_PART = 0.075;

    private CheckopBalancerMetrics() {}

    static void furnish(World world, Load load) {
        balancer(world, load);
        group(world, load, Ids.WEB, Ids.WEB_SUFFIX, 1 - FILES_PART, 1);
        group(world, load, Ids.FILES, Ids.FILES_SUFFIX, FILES_PART, 6);
        new Publisher(world.metrics(), "AWS/Route53", Map.of("HealthCheckId", Ids.HEALTH_CHECK), 60)
                .gauge("HealthCheckStatus", "None", t -> 1)
                .gauge("HealthCheckPercentageHealthy", "Percent", t -> 100)
                .publish();
        long daysLeft = 19;
        new Publisher(world.metrics(), "AWS/CertificateManager", Map.of("CertificateArn", Ids.CERTIFICATE), 43_200)
                .gauge("DaysToExpiry", "Count", t -> Math.max(0, daysLeft - Math.ceil(load.days(t))))
                .publish();
    }

    private static void balancer(World world, Load load) {
        Signal all = t -> 60 * load.requests(t);
        new Publisher(world.metrics(), NAMESPACE, Map.of("LoadBalancer", Ids.ELB_SUFFIX), 60)
                .count("RequestCount", all)
                .latency("TargetResponseTime", t -> latency(load, t))
                .count("HTTPCode_Target_2XX_Count", t -> all.at(t) * 0.953)
                .count("HTTPCode_Target_3XX_Count", t -> all.at(t) * 0.031)
                .count("HTTPCode_Target_4XX_Count", t -> all.at(t) * 0.016)
                .count("HTTPCode_Target_5XX_Count", t -> load.lost(t) * 9 * load.requests(t) / 214)
                .count("HTTPCode_ELB_3XX_Count", t -> 60 * load.requests(t) * 0.01)
                .count("HTTPCode_ELB_5XX_Count", t -> load.lost(t) * 44 * load.requests(t) / 214)
                .count("HTTPCode_ELB_504_Count", t -> load.lost(t) * 44 * load.requests(t) / 214)
                .gauge(
                        "ActiveConnectionCount",
                        "Count",
                        t -> Math.rint(load.wobble("conn", t, 20 + load.requests(t) * 1.72, 0.03)))
                .gauge(
                        "NewConnectionCount",
                        "Count",
                        t -> Math.rint(load.wobble("newconn", t, load.requests(t) * 14, 0.05)))
                .gauge("ProcessedBytes", "Bytes", t -> load.wobble("bytes", t, all.at(t) * 24_000, 0.05))
                .gauge("ConsumedLCUs", "Count", t -> load.requests(t) / 25)
                .publish();
        zone(world, load, Ids.ZONE_A);
        zone(world, load, Ids.ZONE_D);
    }

    /** DNS sends half of the requests to each zone's node, whatever is behind it. */
    private static void zone(World world, Load load, String zone) {
        new Publisher(world.metrics(), NAMESPACE, Map.of("LoadBalancer", Ids.ELB_SUFFIX, "AvailabilityZone", zone), 60)
                .count("RequestCount", t -> 30 * load.requests(t))
                .publish();
    }

    private static void group(World world, Load load, String arn, String suffix, double part, double slower) {
        Signal requests = t -> 60 * load.requests(t) * part;
        new Publisher(world.metrics(), NAMESPACE, Map.of("LoadBalancer", Ids.ELB_SUFFIX, "TargetGroup", suffix), 60)
                .count("RequestCount", requests)
                .latency("TargetResponseTime", t -> latency(load, t) * slower)
                .count("HTTPCode_Target_2XX_Count", t -> requests.at(t) * 0.953)
                .count("HTTPCode_Target_4XX_Count", t -> requests.at(t) * 0.016)
                .count("HTTPCode_Target_5XX_Count", t -> load.lost(t) * 9 * part)
                .gauge("HealthyHostCount", "Count", t -> hosts(world, arn, null, t, true))
                .gauge("UnHealthyHostCount", "Count", t -> hosts(world, arn, null, t, false))
                .publish();
        for (String zone : new String[] {Ids.ZONE_A, Ids.ZONE_D}) {
            Map<String, String> dimensions = new HashMap<>(
                    Map.of("LoadBalancer", Ids.ELB_SUFFIX, "TargetGroup", suffix, "AvailabilityZone", zone));
            new Publisher(world.metrics(), NAMESPACE, dimensions, 60)
                    .gauge("HealthyHostCount", "Count", t -> hosts(world, arn, zone, t, true))
                    .gauge("UnHealthyHostCount", "Count", t -> hosts(world, arn, zone, t, false))
                    .publish();
        }
        new Publisher(world.metrics(), NAMESPACE, Map.of("TargetGroup", suffix), 60)
                .gauge(
                        "RequestCountPerTarget",
                        "Count",
                        t -> requests.at(t)
                                / Math.max(1, world.targets().of(arn).size()))
                .publish();
    }

    private static double hosts(World world, String arn, @Nullable String zone, long minute, boolean healthy) {
        Instant end = Instant.ofEpochSecond(minute + 59);
        return world.targets().of(arn).stream()
                .filter(t -> zone == null
                        || world.instances().zoneOf(t.description().id()).equals(zone))
                .map(Target::healthy)
                .filter(s -> s.at(end) == healthy)
                .count();
    }

    /** The mean in seconds: the fewer answer, the longer each request waits. */
    private static double latency(Load load, long minute) {
        double busiest = Math.max(load.share(Ids.APP_1A, minute), load.share(Ids.APP_1D, minute));
        double crowd = load.requests(minute) * busiest / 107;
        double waiting = 1 + 0.25 * crowd + Math.max(0, crowd - 1) * 1.1;
        return load.wobble("latency", minute, 0.055 * waiting, 0.05) * (1 + load.lost(minute) * 1.4);
    }
}
