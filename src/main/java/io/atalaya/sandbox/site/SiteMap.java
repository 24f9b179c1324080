package io.atalaya.sandbox.site;

import io.atalaya.sandbox.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Who answers for a name of a world, and what. Asked with the world held still. */
final class SiteMap {
    /** Names that point to names. */
    private static final int DEEPEST = 4;

    enum Found {
        PLAIN,
        ENCRYPTED,
        DOWN
    }

    private final World world;

    SiteMap(World world) {
        this.world = world;
    }

    Optional<Found> find(String host, int port) {
        var balancer = balancer(host, DEEPEST);
        if (balancer.isPresent()) {
            return Optional.of(listener(balancer.get(), port)
                    .map(it -> it.protocolAsString().equals("HTTPS") ? Found.ENCRYPTED : Found.PLAIN)
                    .orElse(Found.DOWN));
        }
        return instance(host).map(it -> reached(it.instanceId()) ? Found.PLAIN : Found.DOWN);
    }

    /** @param head of the request */
    String answer(String head, boolean secret) {
        var lines = head.split("\r\n", -1);
        var request = lines[0].split(" ", -1);
        var host = List.of(lines).stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("host:"))
                .map(line -> line.substring(5).strip())
                .findFirst()
                .orElse("");
        if (request.length != 3) {
            return reply("400 Bad Request", "");
        }
        var bare = host.replaceAll(":\\d+$", "");
        var path = request[1].replaceAll("\\?.*$", "");
        return balancer(bare, DEEPEST)
                .flatMap(it -> listeners(it).stream()
                        .filter(each -> each.protocolAsString().equals("HTTPS") == secret)
                        .findFirst())
                .map(listener -> answer(action(listener, path), listener, bare, path))
                .orElse(reply("404 Not Found", ""));
    }

    private String answer(Action action, Listener listener, String host, String path) {
        return switch (action.typeAsString()) {
            case "redirect" -> {
                var to = action.redirectConfig();
                var protocol = to.protocol().replace("#{protocol}", listener.protocolAsString());
                var port = to.port().replace("#{port}", String.valueOf(listener.port()));
                var where =
                        protocol.toLowerCase(Locale.ROOT) + "://" + to.host().replace("#{host}", host) + ':' + port
                                + to.path().replace("/#{path}", path);
                yield reply(
                        to.statusCodeAsString().endsWith("301") ? "301 Moved Permanently" : "302 Found",
                        "Location: " + where + "\r\n");
            }
            case "forward" -> reply(status(groups(action)), "");
            case "fixed-response" -> reply(fixed(action), "");
            default -> reply("200 OK", "");
        };
    }

    /** As a balancer answers whose targets are as they are: with none that is healthy it tries them all. */
    private String status(List<String> targetGroupArns) {
        var targets = targetGroupArns.stream()
                .flatMap(arn -> world.targets().of(arn).stream())
                .toList();
        if (targets.stream().anyMatch(it -> it.health().state() == TargetHealthStateEnum.HEALTHY)) {
            return "200 OK";
        }
        return targets.stream().anyMatch(it -> it.health().reason() == TargetHealthReasonEnum.TARGET_TIMEOUT)
                ? "504 Gateway Time-out"
                : "503 Service Temporarily Unavailable";
    }

    private static String fixed(Action action) {
        var code = action.fixedResponseConfig() == null
                ? null
                : action.fixedResponseConfig().statusCode();
        return (code == null ? "503" : code) + " Fixed";
    }

    private static List<String> groups(Action action) {
        return action.forwardConfig() == null
                        || action.forwardConfig().targetGroups().isEmpty()
                ? List.of(action.targetGroupArn())
                : action.forwardConfig().targetGroups().stream()
                        .filter(group -> group.weight() == null || group.weight() > 0)
                        .map(TargetGroupTuple::targetGroupArn)
                        .toList();
    }

    private static String reply(String status, String fields) {
        var page = "<html><body>" + status + "</body></html>\n";
        return "HTTP/1.1 " + status + "\r\nServer: awselb/2.0\r\nContent-Type: text/html\r\n" + fields
                + "Content-Length: " + page.length() + "\r\nConnection: close\r\n\r\n" + page;
    }

    private Action action(Listener listener, String path) {
        return world.balancing().rules().stream()
                .filter(rule -> rule.ruleArn()
                        .startsWith(listener.listenerArn().replace(":listener/", ":listener-rule/") + '/'))
                .filter(rule -> !rule.isDefault() && meets(rule, path))
                .min(Comparator.comparingInt(rule -> Integer.parseInt(rule.priority())))
                .map(rule -> rule.actions().getFirst())
                .orElseGet(() -> listener.defaultActions().getFirst());
    }

    /** Rules that ask for anything but a path are for others than those who look from outside. */
    private static boolean meets(Rule rule, String path) {
        return rule.conditions().stream()
                .allMatch(condition -> condition.field().equals("path-pattern")
                        && condition.values().stream().anyMatch(pattern -> matches(pattern, path)));
    }

    private static boolean matches(String pattern, String path) {
        return pattern.endsWith("*")
                ? path.startsWith(pattern.substring(0, pattern.length() - 1))
                : path.equals(pattern);
    }

    private Optional<LoadBalancer> balancer(String host, int deep) {
        var bare = host.toLowerCase(Locale.ROOT).replaceAll("\\.$", "").replaceFirst("^dualstack\\.", "");
        var own = world.balancing().loadBalancers().stream()
                .filter(it -> it.dnsName().equalsIgnoreCase(bare))
                .findFirst();
        if (own.isPresent() || deep == 0) {
            return own;
        }
        return world.dns().records().values().stream()
                .flatMap(List::stream)
                .filter(it -> it.name().equalsIgnoreCase(bare + '.') && leads(it))
                .flatMap(it -> balancer(target(it), deep - 1).stream())
                .findFirst();
    }

    private static boolean leads(ResourceRecordSet record) {
        return record.aliasTarget() != null || record.typeAsString().equals("CNAME");
    }

    private static String target(ResourceRecordSet record) {
        return record.aliasTarget() != null
                ? record.aliasTarget().dnsName()
                : record.resourceRecords().getFirst().value();
    }

    private List<Listener> listeners(LoadBalancer balancer) {
        return world.balancing().listeners().stream()
                .filter(it -> it.loadBalancerArn().equals(balancer.loadBalancerArn()))
                .toList();
    }

    private Optional<Listener> listener(LoadBalancer balancer, int port) {
        return listeners(balancer).stream().filter(it -> it.port() == port).findFirst();
    }

    private Optional<Instance> instance(String address) {
        return world.compute().instances().stream()
                .filter(it -> address.equals(it.privateIpAddress()) || address.equals(it.publicIpAddress()))
                .findFirst();
    }

    private boolean reached(String instanceId) {
        return world.instances().isUp(instanceId)
                && world.targets().ofInstance(instanceId).stream()
                        .noneMatch(it -> it.health().reason() == TargetHealthReasonEnum.TARGET_TIMEOUT);
    }
}
