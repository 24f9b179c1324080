package io.atalaya.ui.acting;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.deployment.Target;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What can be done where a balancer answers badly: send its requests elsewhere, or renew the machines behind it. */
final class BalancerActs {
    private BalancerActs() {}

    static Stream<ActOffer> of(LoadBalancer balancer, Deployment deployment) {
        var index = deployment.index();
        var weights = index.listeners(balancer.arn()).stream()
                .flatMap(listener -> index.rules(listener.arn()).stream())
                .flatMap(rule -> TargetActs.of(rule, deployment));
        return Stream.concat(weights, behind(balancer, deployment).map(ScalingActs::refresh));
    }

    /** The scaling groups of its targets. */
    private static Stream<ScalingGroup> behind(LoadBalancer balancer, Deployment deployment) {
        var index = deployment.index();
        return deployment.items(Parts.TARGET_GROUPS).stream()
                .filter(group -> group.balancerArns().contains(balancer.arn()))
                .flatMap(group -> Objects.requireNonNullElse(index.targets(group.arn()), List.<Target>of()).stream())
                .flatMap(target -> Stream.ofNullable(index.scalingGroup(target.targetId())))
                .distinct();
    }
}
