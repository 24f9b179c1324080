package io.atalaya.deployment.overview;

import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.Parts;
import java.util.List;
import java.util.stream.Stream;

/** Balancers whose requests are answered with errors of the server more often than chance explains. */
final class ErrorsRule implements Rule {
    private static final double SOME = 0.01;
    private static final double MANY = 0.10;
    /** At night one failed request in fifty is no news. */
    private static final double AT_LEAST_A_MINUTE = 10;

    private static final double SECONDS = 60;

    @Override
    public Stream<Finding> find(Situation situation) {
        return situation.items(Parts.LOAD_BALANCERS).stream().flatMap(each -> of(each, situation));
    }

    private static Stream<Finding> of(LoadBalancer balancer, Situation situation) {
        var traffic = BalancerTraffic.of(balancer, situation.metrics());
        var errors = traffic.errorsPerMinute().orElse(0);
        var requests = traffic.requestsPerSecond().orElse(0) * SECONDS;
        if (errors < AT_LEAST_A_MINUTE || errors < SOME * requests) {
            return Stream.empty();
        }
        var share = Math.min(1, errors / Math.max(1, requests));
        return Stream.of(new Finding(
                FindingKind.HTTP_ERRORS,
                share >= MANY ? Urgency.FAILED : Urgency.DEGRADED,
                balancer.ref(),
                Parts.METRICS,
                null,
                List.of(balancer.name(), (double) Math.round(errors), Math.round(share * 1000) / 10.0)));
    }
}
