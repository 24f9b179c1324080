package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.Balancing;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Progresus-ELB: HTTPS to ChOp-files for downloads and to ChOp-web for the rest, HTTP only to be redirected. */
final class CheckopBalancer {
    /** The balancer is 266 days old and the metric of the certificate says 19 days. */
    private static final Duration CERTIFICATE_LIFE = Duration.ofDays(285);

    private CheckopBalancer() {}

    static void furnish(World world) {
        Balancing balancing = world.balancing();
        Instant made = world.start().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(266));
        balancing
                .loadBalancers()
                .put(LoadBalancer.builder()
                        .loadBalancerArn(Ids.ELB)
                        .loadBalancerName("Progresus-ELB")
                        .dnsName(Ids.ELB_DNS)
                        .canonicalHostedZoneId(Ids.ELB_ZONE)
                        .createdTime(made)
                        .scheme("internet-facing")
                        .type("application")
                        .ipAddressType("ipv4")
                        .vpcId(Ids.VPC)
                        .state(s -> s.code("active"))
                        .availabilityZones(
                                z -> z.zoneName(Ids.ZONE_A)
                                        .subnetId(Ids.PUBLIC_1A)
                                        .loadBalancerAddresses(List.of()),
                                z -> z.zoneName(Ids.ZONE_D)
                                        .subnetId(Ids.PUBLIC_1D)
                                        .loadBalancerAddresses(List.of()))
                        .securityGroups(Ids.SG_ELB)
                        .build());
        group(balancing, Ids.WEB, "ChOp-web", 8080, "/health");
        group(balancing, Ids.FILES, "ChOp-files", 8081, "/files/ok");
        listeners(balancing);
        world.certificates().importedFor(Ids.CERTIFICATE, "*.checkop.co", made.plus(CERTIFICATE_LIFE));
        attributes(balancing);
        for (String arn : List.of(Ids.ELB, Ids.WEB, Ids.FILES, Ids.HTTPS, Ids.HTTP)) {
            balancing.tags(arn).put("Project", "CheckOP");
            balancing.tags(arn).put("Environment", "produccion");
        }
        for (String group : List.of(Ids.WEB, Ids.FILES)) {
            Integer port = balancing.targetGroups().get(group).port();
            world.targets().seed(group, target(Ids.APP_1A, port), t -> true);
            world.targets().seed(group, target(Ids.APP_1D, port), t -> true);
        }
    }

    private static TargetDescription target(String instanceId, Integer port) {
        return TargetDescription.builder().id(instanceId).port(port).build();
    }

    private static void group(Balancing balancing, String arn, String name, int port, String path) {
        balancing
                .targetGroups()
                .put(TargetGroup.builder()
                        .targetGroupArn(arn)
                        .targetGroupName(name)
                        .protocol("HTTP")
                        .protocolVersion("HTTP1")
                        .port(port)
                        .vpcId(Ids.VPC)
                        .targetType("instance")
                        .ipAddressType("ipv4")
                        .healthCheckEnabled(true)
                        .healthCheckProtocol("HTTP")
                        .healthCheckPort("traffic-port")
                        .healthCheckPath(path)
                        .healthCheckIntervalSeconds(10)
                        .healthCheckTimeoutSeconds(5)
                        .healthyThresholdCount(3)
                        .unhealthyThresholdCount(2)
                        .matcher(m -> m.httpCode("200"))
                        .loadBalancerArns(Ids.ELB)
                        .build());
    }

    private static void listeners(Balancing balancing) {
        Action web = forward(Ids.WEB);
        Action redirect = Action.builder()
                .type("redirect")
                .redirectConfig(r -> r.protocol("HTTPS")
                        .port("443")
                        .host("#{host}")
                        .path("/#{path}")
                        .query("#{query}")
                        .statusCode("HTTP_301"))
                .build();
        Certificate certificate =
                Certificate.builder().certificateArn(Ids.CERTIFICATE).build();
        balancing
                .listeners()
                .putAll(
                        Listener.builder()
                                .listenerArn(Ids.HTTPS)
                                .loadBalancerArn(Ids.ELB)
                                .protocol("HTTPS")
                                .port(443)
                                .sslPolicy("ELBSecurityPolicy-TLS13-1-2-2021-06")
                                .certificates(certificate)
                                .defaultActions(web)
                                .build(),
                        Listener.builder()
                                .listenerArn(Ids.HTTP)
                                .loadBalancerArn(Ids.ELB)
                                .protocol("HTTP")
                                .port(80)
                                .defaultActions(redirect)
                                .build());
        balancing
                .certificates(Ids.HTTPS)
                .add(certificate.toBuilder().isDefault(true).build());
        String httpsRule = Ids.HTTPS.replace(":listener/", ":listener-rule/");
        balancing
                .rules()
                .putAll(
                        Rule.builder()
                                .ruleArn(httpsRule + "/4a6c8e1f3b5d7092")
                                .priority("1")
                                .isDefault(false)
                                .conditions(c -> c.field("path-pattern")
                                        .values("/descargas/*")
                                        .pathPatternConfig(p -> p.values("/descargas/*")))
                                .actions(forward(Ids.FILES))
                                .build(),
                        defaultRule(httpsRule + "/7d9f1b3a5c2e4680", web),
                        defaultRule(Ids.HTTP.replace(":listener/", ":listener-rule/") + "/3e5a7c9b1d4f6082", redirect));
    }

    private static Rule defaultRule(String arn, Action action) {
        return Rule.builder()
                .ruleArn(arn)
                .priority("default")
                .isDefault(true)
                .conditions(List.of())
                .actions(action)
                .build();
    }

    private static Action forward(String targetGroupArn) {
        return Action.builder()
                .type("forward")
                .targetGroupArn(targetGroupArn)
                .forwardConfig(f -> f.targetGroups(
                                g -> g.targetGroupArn(targetGroupArn).weight(1))
                        .targetGroupStickinessConfig(s -> s.enabled(false)))
                .build();
    }

    private static void attributes(Balancing balancing) {
        Map<String, String> elb = balancing.attributes(Ids.ELB);
        elb.put("access_logs.s3.enabled", "false");
        elb.put("deletion_protection.enabled", "true");
        elb.put("idle_timeout.timeout_seconds", "60");
        elb.put("load_balancing.cross_zone.enabled", "true");
        elb.put("routing.http.drop_invalid_header_fields.enabled", "false");
        elb.put("routing.http2.enabled", "true");
        for (String group : List.of(Ids.WEB, Ids.FILES)) {
            Map<String, String> attributes = balancing.attributes(group);
            attributes.put("deregistration_delay.timeout_seconds", "300");
            attributes.put("load_balancing.algorithm.type", "round_robin");
            attributes.put("load_balancing.cross_zone.enabled", "use_load_balancer_configuration");
            attributes.put("slow_start.duration_seconds", "0");
            attributes.put("stickiness.enabled", "false");
            attributes.put("stickiness.type", "lb_cookie");
        }
    }
}
