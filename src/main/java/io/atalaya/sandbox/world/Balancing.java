package io.atalaya.sandbox.world;

import io.atalaya.sandbox.world.sim.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** The balancers of a region. Everything but the classic ones is keyed by ARN; who is registered and how it fares is in {@link Targets}. */
public final class Balancing {
    private final Table<LoadBalancer> loadBalancers = new Table<>(LoadBalancer::loadBalancerArn);
    private final Table<LoadBalancerDescription> classic = new Table<>(LoadBalancerDescription::loadBalancerName);
    private final Table<Listener> listeners = new Table<>(Listener::listenerArn);
    private final Table<Rule> rules = new Table<>(Rule::ruleArn);
    private final Map<String, List<Certificate>> certificates = new LinkedHashMap<>();
    private final Table<TargetGroup> targetGroups = new Table<>(TargetGroup::targetGroupArn);
    private final Map<String, Map<String, String>> attributes = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> tags = new LinkedHashMap<>();

    public Table<LoadBalancer> loadBalancers() {
        return loadBalancers;
    }

    /** Balancers of the first generation, by name; their tags and everything else of them are keyed by it too. */
    public Table<LoadBalancerDescription> classic() {
        return classic;
    }

    public Table<Listener> listeners() {
        return listeners;
    }

    public Table<Rule> rules() {
        return rules;
    }

    /** The certificates of a listener, the default one among them. */
    public List<Certificate> certificates(String listenerArn) {
        return certificates.computeIfAbsent(listenerArn, arn -> new ArrayList<>());
    }

    public Table<TargetGroup> targetGroups() {
        return targetGroups;
    }

    /** The attributes of a balancer or target group, by AWS's key. */
    public Map<String, String> attributes(String arn) {
        return attributes.computeIfAbsent(arn, key -> new LinkedHashMap<>());
    }

    /** The tags of anything here. */
    public Map<String, String> tags(String arn) {
        return tags.computeIfAbsent(arn, key -> new LinkedHashMap<>());
    }
}
