package io.atalaya.deployment.diagnosis;

import io.atalaya.deployment.BalancerZone;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.balancing.ReasonCode;
import io.atalaya.deployment.balancing.Routes;
import io.atalaya.deployment.balancing.TargetFacts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the balancer says and was told of a target (elasticloadbalancing:DescribeTargetHealth, DescribeTargetGroups). */
final class Registry {
    /** {@code Health checks failed with these codes: [404]}. */
    private static final Pattern CODES = Pattern.compile("\\[\\s*(\\d{3})");

    private static final int REDIRECT = 3;
    private static final int CLIENT = 4;
    private static final int SERVER = 5;
    private static final int HUNDRED = 100;

    private final Routes routes;
    private final TargetFacts target;
    private final @Nullable TargetGroup group;
    private final @Nullable ReasonCode reason;

    Registry(Routes routes, TargetFacts target) {
        this.routes = routes;
        this.target = target;
        this.group = routes.group(target.target().targetGroupArn());
        this.reason = ReasonCode.of(target.target().reason());
    }

    void look(Seen seen) {
        seen.put(Observation.LEAVING, target.draining());
        seen.put(Observation.BEGINS, begins());
        seen.put(Observation.BALANCER_FAILS, reason == ReasonCode.INTERNAL_ERROR);
        seen.put(Observation.ADDRESS_USABLE, reason == ReasonCode.IP_UNUSABLE ? Boolean.FALSE : null);
        seen.put(Observation.SERVED, served());
        seen.put(Observation.ZONE_ENABLED, zoneEnabled());
        if (group != null) {
            seen.put(Observation.CHECK_ON, group.healthCheck().enabled() && reason != ReasonCode.HEALTH_CHECK_DISABLED);
            seen.put(
                    Observation.PROTOCOL_ODD,
                    protocolOdd(group.protocol(), group.healthCheck().protocol()));
        }
        answer(seen);
    }

    private boolean begins() {
        return reason == ReasonCode.REGISTRATION_IN_PROGRESS
                || reason == ReasonCode.INITIAL_HEALTH_CHECKING
                || reason == ReasonCode.CLASSIC_BALANCER;
    }

    /** AWS says {@code Target.NotInUse} for a zone that is not enabled as well. */
    private @Nullable Boolean served() {
        if (group == null || notRead()) {
            return null;
        }
        return !routes.listeners(group.arn()).isEmpty();
    }

    private boolean notRead() {
        var deployment = routes.index().deployment();
        return deployment.observed(Parts.LISTENERS).value() == null
                || deployment.observed(Parts.LISTENER_RULES).value() == null;
    }

    private @Nullable Boolean zoneEnabled() {
        var zone = target.zone();
        if (zone == null || group == null) {
            return null;
        }
        var balancers = routes.balancers(group).stream()
                .filter(each -> each.balancerType() != LoadBalancerType.CLASSIC)
                .toList();
        if (balancers.isEmpty()
                || balancers.stream().anyMatch(each -> each.zones().isEmpty())) {
            return null;
        }
        return balancers.stream()
                .anyMatch(each -> each.zones().stream().map(BalancerZone::zone).anyMatch(zone::equals));
    }

    /** Only HTTP against HTTPS: a check by HTTP of a group of TCP is usual. */
    private static boolean protocolOdd(@Nullable String ofGroup, String ofCheck) {
        return ofGroup != null && ofGroup.startsWith("HTTP") && ofCheck.startsWith("HTTP") && !ofGroup.equals(ofCheck);
    }

    private void answer(Seen seen) {
        if (reason != ReasonCode.TIMEOUT
                && reason != ReasonCode.RESPONSE_CODE_MISMATCH
                && reason != ReasonCode.FAILED_HEALTH_CHECKS) {
            return;
        }
        seen.put(Observation.TIMES_OUT, reason == ReasonCode.TIMEOUT);
        seen.put(Observation.ANSWERS, reason == ReasonCode.RESPONSE_CODE_MISMATCH);
        var code = code();
        if (code != null) {
            var kind = code / HUNDRED;
            seen.put(Observation.ANSWERS_ELSEWHERE, kind == REDIRECT || kind == CLIENT);
            seen.put(Observation.FAILS_INSIDE, kind == SERVER);
        }
    }

    private @Nullable Integer code() {
        var said = target.target().description();
        Matcher found = CODES.matcher(said == null ? "" : said);
        return reason == ReasonCode.RESPONSE_CODE_MISMATCH && found.find() ? Integer.valueOf(found.group(1)) : null;
    }
}
