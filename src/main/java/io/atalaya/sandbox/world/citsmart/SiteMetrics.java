package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.Publisher;
import io.atalaya.sandbox.world.metrics.Signal;
import java.util.Map;

/** AWS/ApplicationELB of citsmart-elb and its groups, and the site as those see it who ask from outside. */
final class SiteMetrics {
    private static final String NAMESPACE = "AWS/ApplicationELB";

    private final World world;
    private final Usage usage;

    SiteMetrics(World world, Usage usage) {
        this.world = world;
        this.usage = usage;
    }

    void publish() {
        balancer();
        CitsmartBalancer.GROUPS.forEach(this::group);
        checks();
    }

    private void balancer() {
        Signal all = t -> 60 * usage.requests(t);
        new Publisher(world.metrics(), NAMESPACE, Map.of("LoadBalancer", CitsmartIds.ELB_SUFFIX), 60)
                .count("RequestCount", all)
                .latency("TargetResponseTime", this::latency)
                .count("HTTPCode_Target_2XX_Count", t -> all.at(t) * 0.948)
                .count("HTTPCode_Target_3XX_Count", t -> all.at(t) * 0.034)
                .count("HTTPCode_Target_4XX_Count", t -> all.at(t) * 0.017)
                .count("HTTPCode_Target_5XX_Count", t -> all.at(t) * 0.0003)
                .count("HTTPCode_ELB_3XX_Count", t -> all.at(t) * 0.012)
                .count("HTTPCode_ELB_5XX_Count", t -> lostSearches(t) * 0.2)
                .gauge(
                        "ActiveConnectionCount",
                        "Count",
                        t -> Math.rint(usage.wobble("conn", t, around(t, 31, 1.9), 0.03)))
                .gauge(
                        "NewConnectionCount",
                        "Count",
                        t -> Math.rint(usage.wobble("newconn", t, around(t, 40, 11), 0.05)))
                .gauge("ProcessedBytes", "Bytes", t -> usage.wobble("bytes", t, all.at(t) * 21_000, 0.05))
                .gauge("ConsumedLCUs", "Count", t -> usage.requests(t) / 25)
                .publish();
        for (String zone : CitsmartIds.ZONES) {
            new Publisher(
                            world.metrics(),
                            NAMESPACE,
                            Map.of("LoadBalancer", CitsmartIds.ELB_SUFFIX, "AvailabilityZone", zone),
                            60)
                    .count("RequestCount", t -> 20 * usage.requests(t))
                    .publish();
        }
    }

    private void group(CitsmartBalancer.Group g) {
        Signal requests = t -> 60 * usage.requests(t) * g.share();
        new Publisher(
                        world.metrics(),
                        NAMESPACE,
                        Map.of("LoadBalancer", CitsmartIds.ELB_SUFFIX, "TargetGroup", g.suffix()),
                        60)
                .count("RequestCount", requests)
                .latency("TargetResponseTime", this::latency)
                .count("HTTPCode_Target_2XX_Count", t -> requests.at(t) * 0.95)
                .count("HTTPCode_Target_4XX_Count", t -> requests.at(t) * 0.017)
                .count("HTTPCode_Target_5XX_Count", t -> requests.at(t) * 0.0003)
                .gauge("HealthyHostCount", "Count", t -> usage.targets(g.arn(), null, t, true))
                .gauge("UnHealthyHostCount", "Count", t -> usage.targets(g.arn(), null, t, false))
                .publish();
        for (String zone : CitsmartIds.ZONES) {
            new Publisher(
                            world.metrics(),
                            NAMESPACE,
                            Map.of(
                                    "LoadBalancer",
                                    CitsmartIds.ELB_SUFFIX,
                                    "TargetGroup",
                                    g.suffix(),
                                    "AvailabilityZone",
                                    zone),
                            60)
                    .gauge("HealthyHostCount", "Count", t -> usage.targets(g.arn(), zone, t, true))
                    .gauge("UnHealthyHostCount", "Count", t -> usage.targets(g.arn(), zone, t, false))
                    .publish();
        }
        new Publisher(world.metrics(), NAMESPACE, Map.of("TargetGroup", g.suffix()), 60)
                .gauge(
                        "RequestCountPerTarget",
                        "Count",
                        t -> requests.at(t)
                                / Math.max(1, world.targets().of(g.arn()).size()))
                .publish();
    }

    private void checks() {
        check("itsm-http", "http://" + CitsmartIds.SITE + '/', 301, 0.4);
        check("itsm-https", "https://" + CitsmartIds.SITE + "/citsmart/saude", 200, 1);
        for (String id :
                new String[] {CitsmartIds.CHECK_HTTPS, CitsmartIds.CHECK_HTTP, CitsmartIds.CHECK_MAINTENANCE}) {
            new Publisher(world.metrics(), "AWS/Route53", Map.of("HealthCheckId", id), 60)
                    .gauge("HealthCheckStatus", "None", t -> 1)
                    .gauge("HealthCheckPercentageHealthy", "Percent", t -> 100)
                    .publish();
        }
        new Publisher(
                        world.metrics(),
                        "AWS/CertificateManager",
                        Map.of("CertificateArn", CitsmartIds.CERTIFICATE),
                        43_200)
                .gauge("DaysToExpiry", "Count", this::certificateDays)
                .publish();
    }

    /** {@code CITSmart/HTTP}: what the NOC's own check finds, asked from the matriz every minute. */
    private void check(String name, String url, int status, double part) {
        var check = new Publisher(world.metrics(), "CITSmart/HTTP", Map.of("Check", name, "Url", url), 60)
                .gauge("Available", "Count", t -> usage.targets(CitsmartIds.WEB, null, t, true) > 0 ? 1 : 0)
                .gauge(
                        "StatusCode",
                        "None",
                        t -> status == 301 || usage.targets(CitsmartIds.WEB, null, t, true) > 0 ? status : 503)
                .gauge("ResponseTime", "Milliseconds", t -> 24 + part * 1_000 * latency(t));
        if (status == 200) {
            check.gauge("CertificateDaysLeft", "Count", this::certificateDays);
        }
        check.publish();
    }

    private double certificateDays(long t) {
        return Math.max(0, Math.floor(CitsmartBalancer.CERTIFICATE_LEFT.toDays() - usage.days(t)));
    }

    private double around(long t, double idle, double perRequest) {
        return idle + usage.requests(t) * perRequest;
    }

    /** Searches a minute that were sent to a citSOLR that is out, before the balancer believed it. */
    private double lostSearches(long t) {
        Host sick = CitsmartStory.SICK;
        return usage.story().isOut(sick, t) ? 60 * usage.searches(sick, t) * 0.18 : 0;
    }

    /** The mean in seconds: pages with a search wait for the one zone's that is gone, then ask the next. */
    private double latency(long t) {
        double busiest = Host.APPS.stream()
                .mapToDouble(h -> usage.share(CitsmartIds.WEB, h.id(), t))
                .max()
                .orElse(1);
        double crowd = usage.requests(t) * busiest / 53;
        double waiting = 1 + 0.3 * crowd + Math.max(0, crowd - 1) * 1.3;
        double fallback = usage.story().isOut(CitsmartStory.SICK, t) ? 0.034 : 0;
        return usage.wobble("latency", t, 0.072 * waiting + fallback, 0.05);
    }
}
