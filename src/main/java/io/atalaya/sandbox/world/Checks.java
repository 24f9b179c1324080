package io.atalaya.sandbox.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/**
 * What the health checks of a balancer meet on their way to a target, and there: zones, the network, the port, the path. A
 * target group is taken to have asked the right thing when its first target was registered.
 */
final class Checks {
    private static final String REFUSED = "Health checks failed";

    private final Balancing balancing;
    private final Network network;
    private final Map<String, TargetGroup> asMeant = new HashMap<>();
    private @Nullable Passage passage;
    private long version = -1;

    Checks(Balancing balancing, Network network) {
        this.balancing = balancing;
        this.network = network;
    }

    /** A target is registered: what its group asks now is what its application answers. */
    void meant(TargetGroup group) {
        asMeant.putIfAbsent(group.targetGroupArn(), group);
    }

    /** What keeps a target from being healthy whatever its application does; empty when nothing does. */
    Optional<TargetHealth> hindrance(TargetGroup group, Target target) {
        var id = target.description().id();
        var byAddress = group.targetType() == TargetTypeEnum.IP;
        if (group.targetType() == TargetTypeEnum.LAMBDA) {
            return Boolean.TRUE.equals(group.healthCheckEnabled())
                    ? Optional.empty()
                    : Optional.of(health(
                            TargetHealthStateEnum.UNAVAILABLE,
                            TargetHealthReasonEnum.TARGET_HEALTH_CHECK_DISABLED,
                            "Health checks are not enabled for this target"));
        }
        var now = passage();
        var card = byAddress ? now.at(group.vpcId(), id) : now.ofInstance(id);
        if (card.isEmpty()) {
            return byAddress ? Optional.of(timeout()) : Optional.empty();
        }
        if (byAddress && "amazon-elb".equals(card.get().requesterId())) {
            return Optional.of(health(
                    TargetHealthStateEnum.UNUSED,
                    TargetHealthReasonEnum.TARGET_IP_UNUSABLE,
                    "Target IP address is in use by a load balancer"));
        }
        return group.loadBalancerArns().stream()
                .flatMap(arn -> balancing.loadBalancers().find(arn).stream())
                .flatMap(balancer -> hindrance(balancer, group, target, card.get()).stream())
                .findFirst();
    }

    private Optional<TargetHealth> hindrance(
            LoadBalancer balancer, TargetGroup group, Target target, NetworkInterface card) {
        var enabled =
                balancer.availabilityZones().stream().anyMatch(z -> z.zoneName().equals(card.availabilityZone()));
        if (!enabled && card.vpcId().equals(balancer.vpcId())) {
            return Optional.of(health(
                    TargetHealthStateEnum.UNUSED,
                    TargetHealthReasonEnum.TARGET_NOT_IN_USE,
                    "Target is in an Availability Zone that is not enabled for the load balancer"));
        }
        int port = port(group, target);
        var blocked = nodes(balancer, card).stream().anyMatch(node -> !passage().connects(node, card, port));
        return blocked ? Optional.of(timeout()) : answer(group, port);
    }

    private static int port(TargetGroup group, Target target) {
        return "traffic-port".equals(group.healthCheckPort())
                ? target.description().port()
                : Integer.parseInt(group.healthCheckPort());
    }

    /** Those that check: all of an application balancer; of a network balancer those in the target's zone. */
    private List<NetworkInterface> nodes(LoadBalancer balancer, NetworkInterface card) {
        var arn = balancer.loadBalancerArn();
        var description = "ELB " + arn.substring(arn.indexOf(":loadbalancer/") + ":loadbalancer/".length());
        var near = balancer.type() == LoadBalancerTypeEnum.NETWORK;
        return balancer.availabilityZones().stream()
                .filter(zone -> !near || zone.zoneName().equals(card.availabilityZone()))
                .flatMap(zone -> passage().node(description, zone.subnetId()).stream())
                .toList();
    }

    /** What comes back from the port when it is asked. */
    private Optional<TargetHealth> answer(TargetGroup group, int port) {
        var meant = asMeant.getOrDefault(group.targetGroupArn(), group);
        var listening = asMeant.values().stream()
                .flatMap(each -> Stream.of(String.valueOf(each.port()), each.healthCheckPort()))
                .anyMatch(String.valueOf(port)::equals);
        var asked = group.healthCheckProtocolAsString();
        var speaks = asked.equals("TCP") || asked.equals(meant.healthCheckProtocolAsString());
        if (!listening || !speaks) {
            return Optional.of(unhealthy(TargetHealthReasonEnum.TARGET_FAILED_HEALTH_CHECKS, REFUSED));
        }
        if (!asked.startsWith("HTTP")) {
            return Optional.empty();
        }
        int code = String.valueOf(meant.healthCheckPath()).equals(group.healthCheckPath()) ? 200 : 404;
        return accepts(group, code)
                ? Optional.empty()
                : Optional.of(unhealthy(
                        TargetHealthReasonEnum.TARGET_RESPONSE_CODE_MISMATCH,
                        "Health checks failed with these codes: [" + code + "]"));
    }

    private static boolean accepts(TargetGroup group, int code) {
        var codes = group.matcher() == null ? null : group.matcher().httpCode();
        if (codes == null) {
            return code == 200;
        }
        return Stream.of(codes.split(",")).anyMatch(each -> {
            var ends = each.strip().split("-");
            return code >= Integer.parseInt(ends[0]) && code <= Integer.parseInt(ends[ends.length - 1]);
        });
    }

    private Passage passage() {
        var known = passage;
        long now = Passage.version(network);
        if (known == null || now != version) {
            known = new Passage(network);
            passage = known;
            version = now;
        }
        return known;
    }

    private static TargetHealth timeout() {
        return unhealthy(Ailment.TIMEOUT.reason(), Ailment.TIMEOUT.description());
    }

    private static TargetHealth unhealthy(TargetHealthReasonEnum reason, String description) {
        return health(TargetHealthStateEnum.UNHEALTHY, reason, description);
    }

    private static TargetHealth health(TargetHealthStateEnum state, TargetHealthReasonEnum reason, String description) {
        return TargetHealth.builder()
                .state(state)
                .reason(reason)
                .description(description)
                .build();
    }
}
