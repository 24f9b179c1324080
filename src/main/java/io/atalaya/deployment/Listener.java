package io.atalaya.deployment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A port on which a balancer listens (elasticloadbalancing:DescribeListeners).
 */
public record Listener(
        String arn,
        String balancerArn,
        String protocol,
        int port,
        List<String> certificateArns,
        @Nullable String sslPolicy,
        List<RuleAction> defaultActions)
        implements Resource {
    public Listener {
        certificateArns = List.copyOf(certificateArns);
        defaultActions = List.copyOf(defaultActions);
    }

    @Override
    public String id() {
        return arn;
    }

    @Override
    public String name() {
        return protocol + " " + port;
    }

    @Override
    public ResourceType type() {
        return ResourceType.LISTENER;
    }
}
