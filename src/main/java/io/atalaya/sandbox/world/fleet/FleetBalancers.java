package io.atalaya.sandbox.world.fleet;

import io.atalaya.sandbox.world.Balancing;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.Interfaces;
import io.atalaya.sandbox.world.sim.Dice;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** A balancer for every four web services of a site; every sixth balancer is a network balancer. */
final class FleetBalancers {
    private static final int SERVICES_EACH = 4;

    private final World world;
    private final Balancing balancing;
    private final Names names;
    private final Dice dice;
    private final Instant made;

    FleetBalancers(World world, Names names) {
        this.world = world;
        this.balancing = world.balancing();
        this.names = names;
        this.dice = world.dice();
        this.made = world.start().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(310));
    }

    /**
     * One balancer and what stands behind it.
     *
     * @param index counts the balancers of its site
     */
    record Front(Site site, int index, List<Service> services) {
        boolean isNetwork() {
            return index % 6 == 5;
        }
    }

    /** All balancers of a company. */
    static List<Front> fronts(Company company) {
        var fronts = new ArrayList<Front>();
        for (Site site : company.sites()) {
            var web = company.services().stream()
                    .filter(s -> s.isWeb() && s.network().equals(site))
                    .toList();
            for (int i = 0; i * SERVICES_EACH < web.size(); i++) {
                fronts.add(new Front(
                        site, i, web.subList(i * SERVICES_EACH, Math.min(web.size(), (i + 1) * SERVICES_EACH))));
            }
        }
        return List.copyOf(fronts);
    }

    static String dns(Names names, Front front, Dice dice) {
        return names.balancer(front.site(), front.index()) + '-'
                + dice.below("dns" + front.site().number(), front.index(), 900_000_000)
                + ".us-east-1.elb.amazonaws.com";
    }

    void furnish(Company company) {
        for (Front front : fronts(company)) {
            String arn = names.balancerArn(front.site(), front.index());
            balancing.loadBalancers().put(balancer(front, arn));
            nodes(front, arn);
            balancing.tags(arn).putAll(Map.of("Environment", front.site().environment()));
            front.services().forEach(service -> group(service, front, arn));
            if (front.isNetwork()) {
                networkListeners(front, arn);
            } else {
                listeners(front, arn);
            }
        }
    }

    /** One in each zone, as EC2 shows them: the description has the tail of the balancer's ARN. */
    private void nodes(Front front, String arn) {
        Site site = front.site();
        for (int zone = 0; zone < Site.ZONES.size(); zone++) {
            var made = new Interfaces.Made(
                    world.account().id(),
                    front.isNetwork() ? "network_load_balancer" : "interface",
                    "amazon-elb",
                    "ELB " + arn.substring(arn.indexOf(":loadbalancer/") + ":loadbalancer/".length()),
                    site.vpcId(),
                    site.publicIds().get(zone),
                    Site.ZONES.get(zone),
                    List.of(names.group(site, "elb")));
            int host = 20 + front.index();
            world.network()
                    .interfaces()
                    .put(made.at(
                            "eni-" + dice.hex("elb-eni" + site.number(), front.index() * 4L + zone, 17),
                            "10." + site.number() + '.' + (zone * 4 + host / 250) + '.' + (4 + host % 250),
                            front.index() % 3 == 2
                                    ? null
                                    : "203.0." + (site.number() + 100) + '.' + (front.index() * 3 + zone) % 250));
        }
    }

    private LoadBalancer balancer(Front front, String arn) {
        Site site = front.site();
        var zones = IntStream.range(0, Site.ZONES.size())
                .mapToObj(zone -> AvailabilityZone.builder()
                        .zoneName(Site.ZONES.get(zone))
                        .subnetId(site.publicIds().get(zone))
                        .loadBalancerAddresses(List.of())
                        .build())
                .toList();
        return LoadBalancer.builder()
                .loadBalancerArn(arn)
                .loadBalancerName(names.balancer(site, front.index()))
                .dnsName(dns(names, front, dice))
                .canonicalHostedZoneId("Z35SXDOTRQ7X7K")
                .createdTime(made)
                .scheme(front.index() % 3 == 2 ? "internal" : "internet-facing")
                .type(front.isNetwork() ? "network" : "application")
                .ipAddressType("ipv4")
                .vpcId(site.vpcId())
                .state(s -> s.code("active"))
                .availabilityZones(zones)
                .securityGroups(names.group(site, "elb"))
                .build();
    }

    private void group(Service service, Front front, String balancer) {
        String arn = names.targetGroupArn(service);
        boolean network = front.isNetwork();
        var builder = TargetGroup.builder()
                .targetGroupArn(arn)
                .targetGroupName(names.targetGroup(service))
                .protocol(network ? "TCP" : "HTTP")
                .port(service.role().port())
                .vpcId(service.network().vpcId())
                .targetType("instance")
                .ipAddressType("ipv4")
                .healthCheckEnabled(true)
                .healthCheckProtocol(network ? "TCP" : "HTTP")
                .healthCheckPort("traffic-port")
                .healthCheckIntervalSeconds(10)
                .healthCheckTimeoutSeconds(5)
                .healthyThresholdCount(3)
                .unhealthyThresholdCount(2)
                .loadBalancerArns(balancer);
        balancing
                .targetGroups()
                .put(
                        network
                                ? builder.build()
                                : builder.protocolVersion("HTTP1")
                                        .healthCheckPath("/salud")
                                        .matcher(m -> m.httpCode("200"))
                                        .build());
        balancing
                .tags(arn)
                .putAll(Map.of(
                        "Environment",
                        service.environment(),
                        "Team",
                        service.role().team()));
        balancing.attributes(arn).put("deregistration_delay.timeout_seconds", "60");
        for (int i = 0; i < service.size(); i++) {
            world.targets()
                    .seed(
                            arn,
                            TargetDescription.builder()
                                    .id(names.instance(service, i))
                                    .port(service.role().port())
                                    .build(),
                            t -> true);
        }
    }

    private void listeners(Front front, String balancer) {
        Action first = forward(names.targetGroupArn(front.services().getFirst()));
        Action redirect = Action.builder()
                .type("redirect")
                .redirectConfig(r -> r.protocol("HTTPS").port("443").statusCode("HTTP_301"))
                .build();
        String https = listener(front, balancer, 443, "HTTPS", first);
        String http = listener(front, balancer, 80, "HTTP", redirect);
        int priority = 1;
        for (Service service : front.services().subList(1, front.services().size())) {
            rule(https, priority, host(service), forward(names.targetGroupArn(service)));
            priority++;
        }
        rule(https, 0, "", first);
        rule(http, 0, "", redirect);
    }

    /** A network balancer has no rules: each service has a port of its own. */
    private void networkListeners(Front front, String balancer) {
        int port = 9_000;
        for (Service service : front.services()) {
            String made = listener(front, balancer, port, "TCP", forward(names.targetGroupArn(service)));
            balancing.tags(made).put("Service", service.name());
            port++;
        }
    }

    /** The public name of a web service. */
    static String host(Service service) {
        String prefix = service.environment().equals("prod") ? "" : service.environment() + '.';
        return service.role().name() + '.' + service.country() + '.' + prefix + "ceiba.example";
    }

    private String listener(Front front, String balancer, int port, String protocol, Action action) {
        String arn = balancer.replace(":loadbalancer/", ":listener/")
                + '/'
                + dice.hex("listener" + front.site().number() + '-' + port, front.index(), 16);
        var builder = Listener.builder()
                .listenerArn(arn)
                .loadBalancerArn(balancer)
                .protocol(protocol)
                .port(port)
                .defaultActions(action);
        if (protocol.equals("HTTPS")) {
            var certificate = Certificate.builder()
                    .certificateArn(world.account()
                            .arn(
                                    "acm",
                                    "certificate/"
                                            + dice.uuid(
                                                    "certificate", front.site().number())))
                    .build();
            builder = builder.sslPolicy("ELBSecurityPolicy-TLS13-1-2-2021-06").certificates(certificate);
            balancing
                    .certificates(arn)
                    .add(certificate.toBuilder().isDefault(true).build());
        }
        balancing.listeners().put(builder.build());
        return arn;
    }

    /** Priority 0 is the default rule. */
    private void rule(String listener, int priority, String host, Action action) {
        var builder = Rule.builder()
                .ruleArn(listener.replace(":listener/", ":listener-rule/") + '/' + dice.hex(listener, priority, 16))
                .priority(priority == 0 ? "default" : String.valueOf(priority))
                .isDefault(priority == 0)
                .actions(action);
        balancing
                .rules()
                .put((priority == 0
                                ? builder.conditions(List.of())
                                : builder.conditions(c -> c.field("host-header")
                                        .values(host.toLowerCase(Locale.ROOT))
                                        .hostHeaderConfig(h -> h.values(host.toLowerCase(Locale.ROOT)))))
                        .build());
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
