package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Balancing;
import io.atalaya.sandbox.world.World;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenerCertificatesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenerCertificatesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;

/** Listeners, their rules and their certificates. */
final class ElbListeners {
    private ElbListeners() {}

    static void register(Operations elb) {
        elb.on(
                        "DescribeListeners",
                        DescribeListenersRequest.class,
                        DescribeListenersResponse.class,
                        ElbListeners::listeners)
                .on("DescribeRules", DescribeRulesRequest.class, DescribeRulesResponse.class, ElbListeners::rules)
                .on(
                        "DescribeListenerCertificates",
                        DescribeListenerCertificatesRequest.class,
                        DescribeListenerCertificatesResponse.class,
                        ElbListeners::certificates);
    }

    private static DescribeListenersResponse listeners(World world, DescribeListenersRequest r, Call call) {
        Balancing balancing = world.balancing();
        if (r.loadBalancerArn() == null && r.listenerArns().isEmpty()) {
            throw new WireFault(400, "ValidationError", "You must specify either listener ARNs or a load balancer ARN");
        }
        if (r.loadBalancerArn() != null) {
            ElbBalancers.require(balancing, r.loadBalancerArn());
        }
        r.listenerArns()
                .forEach(a -> ElbBalancers.requireIn(balancing.listeners().contains(a), "Listener", a));
        List<Listener> chosen = balancing.listeners().stream()
                .filter(l -> r.loadBalancerArn() == null || l.loadBalancerArn().equals(r.loadBalancerArn()))
                .filter(l -> r.listenerArns().isEmpty() || r.listenerArns().contains(l.listenerArn()))
                .toList();
        Page<Listener> page = ElbFaults.page(chosen, r.pageSize(), r.marker());
        return DescribeListenersResponse.builder()
                .listeners(page.items())
                .nextMarker(page.token())
                .build();
    }

    /** The rules of a listener start with its ARN, {@code listener} replaced by {@code listener-rule}. */
    private static DescribeRulesResponse rules(World world, DescribeRulesRequest r, Call call) {
        Balancing balancing = world.balancing();
        if ((r.listenerArn() == null) == r.ruleArns().isEmpty()) {
            throw new WireFault(400, "ValidationError", "You must specify either listener rule ARNs or a listener ARN");
        }
        r.ruleArns().forEach(a -> ElbBalancers.requireIn(balancing.rules().contains(a), "Rule", a));
        List<Rule> chosen;
        if (r.listenerArn() == null) {
            chosen = r.ruleArns().stream().map(balancing.rules()::get).toList();
        } else {
            ElbBalancers.requireIn(balancing.listeners().contains(r.listenerArn()), "Listener", r.listenerArn());
            String prefix = r.listenerArn().replace(":listener/", ":listener-rule/") + '/';
            chosen = balancing.rules().stream()
                    .filter(x -> x.ruleArn().startsWith(prefix))
                    .toList();
        }
        Page<Rule> page = ElbFaults.page(chosen, r.pageSize(), r.marker());
        return DescribeRulesResponse.builder()
                .rules(page.items())
                .nextMarker(page.token())
                .build();
    }

    private static DescribeListenerCertificatesResponse certificates(
            World world, DescribeListenerCertificatesRequest r, Call call) {
        ElbBalancers.requireIn(world.balancing().listeners().contains(r.listenerArn()), "Listener", r.listenerArn());
        Page<Certificate> page =
                ElbFaults.page(world.balancing().certificates(r.listenerArn()), r.pageSize(), r.marker());
        return DescribeListenerCertificatesResponse.builder()
                .certificates(page.items())
                .nextMarker(page.token())
                .build();
    }
}
