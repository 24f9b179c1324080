package io.atalaya.deployment.overview;

import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.MetricSeries;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What passes a balancer, by CloudWatch. Error counts are reported only when there are errors: a minute with requests and no
 * count is a minute without errors, a minute without either is unknown.
 */
record BalancerTraffic(OptionalDouble requestsPerSecond, OptionalDouble errorsPerMinute, double worstErrorsPerMinute) {
    private static final String SECTION = "loadbalancer/";

    static BalancerTraffic of(LoadBalancer balancer, Metrics metrics) {
        var classic = balancer.balancerType() == LoadBalancerType.CLASSIC;
        var namespace = classic ? "AWS/ELB" : "AWS/ApplicationELB";
        var requests = own(metrics.all(namespace, "RequestCount"), balancer);
        var errors =
                own(metrics.all(namespace, classic ? "HTTPCode_Backend_5XX" : "HTTPCode_Target_5XX_Count"), balancer);
        var period = requests.isEmpty() ? 60 : Math.max(1, requests.getFirst().periodSeconds());
        var requested = Metrics.merge(requests, Double::sum);
        var failed = Metrics.zeroWhereAbsent(Metrics.merge(errors, Double::sum), requested);
        return new BalancerTraffic(
                last(requested, 1.0 / period),
                last(failed, 60.0 / period),
                failed.stream().mapToDouble(MetricPoint::value).max().orElse(0) * 60.0 / period);
    }

    private static OptionalDouble last(List<MetricPoint> points, double factor) {
        return points.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(points.getLast().value() * factor);
    }

    /** CloudWatch names a balancer by the end of its ARN: {@code app/Progresus-ELB/50dc6c495c0c9188}. */
    private static List<MetricSeries> own(List<MetricSeries> series, LoadBalancer balancer) {
        var at = balancer.arn().indexOf(SECTION);
        var name = at < 0 ? balancer.name() : balancer.arn().substring(at + SECTION.length());
        return series.stream()
                .filter(each -> name.equals(each.id().dimensions().get("LoadBalancer"))
                        || name.equals(each.id().dimensions().get("LoadBalancerName")))
                .filter(each -> !each.id().dimensions().containsKey("TargetGroup")
                        && !each.id().dimensions().containsKey("AvailabilityZone"))
                .toList();
    }
}
