package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.HealthCheckSettings;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.TargetGroup;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * elasticloadbalancing:ModifyTargetGroup of how a group judges its targets.
 *
 * @param settings all of them, as they shall be
 */
public record ModifyHealthCheck(String targetGroupArn, HealthCheckSettings settings) implements Operation {
    private static final Set<String> PROTOCOLS =
            Set.of("HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP", "GENEVE", "QUIC", "TCP_QUIC");
    private static final Pattern MATCHER = Pattern.compile("[1-5][0-9]{2}([,-][1-5][0-9]{2})*");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");

    public ModifyHealthCheck {
        Input.identifier(targetGroupArn);
        Input.require(PROTOCOLS.contains(settings.protocol()), "operate.input.checkProtocol");
        Input.require(isPort(settings.port()), "operate.input.checkPort");
        Input.range("operate.input.checkInterval", settings.intervalSeconds(), 5, 300);
        Input.range("operate.input.checkTimeout", settings.timeoutSeconds(), 2, 120);
        Input.require(settings.timeoutSeconds() <= settings.intervalSeconds(), "operate.input.checkTimeoutInterval");
        Input.range("operate.input.checkThreshold", settings.healthyThreshold(), 2, 10);
        Input.range("operate.input.checkThreshold", settings.unhealthyThreshold(), 2, 10);
        var path = settings.path();
        Input.require(path == null || isPath(path), "operate.input.checkPath");
        var matcher = settings.matcher();
        Input.require(matcher == null || MATCHER.matcher(matcher).matches(), "operate.input.checkMatcher");
    }

    private static boolean isPort(String port) {
        return port.equals("traffic-port") || (PORT.matcher(port).matches() && Integer.parseInt(port) <= 65_535);
    }

    private static boolean isPath(String path) {
        return path.startsWith("/") && path.length() <= 1024 && Input.visible(path) && !path.contains(" ");
    }

    @Override
    public ResourceRef on() {
        return Membership.ref(targetGroupArn);
    }

    @Override
    public AwsRequest request() {
        var matcher = settings.matcher();
        return AwsRequest.of(Service.ELASTIC_LOAD_BALANCING_V2, "ModifyTargetGroup")
                .with("TargetGroupArn", targetGroupArn)
                .with("HealthCheckProtocol", settings.protocol())
                .with("HealthCheckPort", settings.port())
                .with("HealthCheckPath", settings.path())
                .with("HealthCheckEnabled", settings.enabled())
                .with("HealthCheckIntervalSeconds", settings.intervalSeconds())
                .with("HealthCheckTimeoutSeconds", settings.timeoutSeconds())
                .with("HealthyThresholdCount", settings.healthyThreshold())
                .with("UnhealthyThresholdCount", settings.unhealthyThreshold())
                .with(
                        "Matcher",
                        matcher == null
                                ? null
                                : new Structure().with("HttpCode", matcher).map());
    }

    @Override
    public Settling settling() {
        return Watched.until(Parts.TARGET_GROUPS, it -> it.arn().equals(targetGroupArn), it -> it.healthCheck()
                .equals(settings));
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return before.index()
                .find(TargetGroup.class, ResourceType.TARGET_GROUP, targetGroupArn)
                .flatMap(it -> Undo.by(() -> new ModifyHealthCheck(targetGroupArn, it.healthCheck())));
    }
}
