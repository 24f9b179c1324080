package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.Balancing;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/**
 * HTTP only redirects; HTTPS sends by the path of the request. The consoles of citSOLR, citTIKA and citACTIVEMQ are for the
 * customer's office alone.
 */
final class CitsmartListeners {
    private CitsmartListeners() {}

    static void furnish(Balancing balancing) {
        Action web = forward(CitsmartIds.WEB);
        Action https = redirect("HTTPS", "443", "/#{path}", "HTTP_301");
        Certificate certificate =
                Certificate.builder().certificateArn(CitsmartIds.CERTIFICATE).build();
        balancing
                .listeners()
                .putAll(
                        Listener.builder()
                                .listenerArn(CitsmartIds.HTTPS)
                                .loadBalancerArn(CitsmartIds.ELB)
                                .protocol("HTTPS")
                                .port(443)
                                .sslPolicy("ELBSecurityPolicy-TLS13-1-2-2021-06")
                                .certificates(certificate)
                                .defaultActions(web)
                                .build(),
                        Listener.builder()
                                .listenerArn(CitsmartIds.HTTP)
                                .loadBalancerArn(CitsmartIds.ELB)
                                .protocol("HTTP")
                                .port(80)
                                .defaultActions(https)
                                .build());
        balancing
                .certificates(CitsmartIds.HTTPS)
                .add(certificate.toBuilder().isDefault(true).build());
        balancing
                .rules()
                .putAll(
                        rule(10, redirect("#{protocol}", "#{port}", "/citsmart/", "HTTP_302"), path("/")),
                        rule(20, web, path("/citsmart/*")),
                        rule(30, forward(CitsmartIds.SOLR), path("/solr/*"), office()),
                        rule(40, forward(CitsmartIds.TIKA), path("/tika*"), office()),
                        rule(50, forward(CitsmartIds.ACTIVEMQ), path("/admin/*"), office()),
                        byDefault(CitsmartIds.HTTPS, web),
                        byDefault(CitsmartIds.HTTP, https));
    }

    private static Rule rule(int priority, Action action, RuleCondition... conditions) {
        return Rule.builder()
                .ruleArn(ruleOf(CitsmartIds.HTTPS) + String.format("/c175a7e4d1b9%04x", priority))
                .priority(String.valueOf(priority))
                .isDefault(false)
                .conditions(List.of(conditions))
                .actions(action)
                .build();
    }

    private static Rule byDefault(String listener, Action action) {
        return Rule.builder()
                .ruleArn(ruleOf(listener) + "/c175a7e4d1b9ffff")
                .priority("default")
                .isDefault(true)
                .conditions(List.of())
                .actions(action)
                .build();
    }

    private static String ruleOf(String listener) {
        return listener.replace(":listener/", ":listener-rule/");
    }

    private static RuleCondition path(String pattern) {
        return RuleCondition.builder()
                .field("path-pattern")
                .values(pattern)
                .pathPatternConfig(p -> p.values(pattern))
                .build();
    }

    private static RuleCondition office() {
        return RuleCondition.builder()
                .field("source-ip")
                .sourceIpConfig(s -> s.values(CitsmartVpn.CUSTOMER_ADDRESS + "/32"))
                .build();
    }

    private static Action redirect(String protocol, String port, String path, String code) {
        return Action.builder()
                .type("redirect")
                .redirectConfig(r -> r.protocol(protocol)
                        .port(port)
                        .host("#{host}")
                        .path(path)
                        .query("#{query}")
                        .statusCode(code))
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
}
