package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.Balancing;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** citsmart-elb over three zones, its nodes, and a target group for each port that a container serves over HTTP. */
final class CitsmartBalancer {
    /** A target group. */
    record Group(String arn, String suffix, String name, int port, String path, Host.Role role, double share) {}

    /** By what is asked of them: pages first. */
    static final List<Group> GROUPS = List.of(
            new Group(
                    CitsmartIds.WEB, CitsmartIds.WEB_SUFFIX, "web-8080", 8080, "/citsmart/saude", Host.Role.APP, 0.955),
            new Group(CitsmartIds.TIKA, CitsmartIds.TIKA_SUFFIX, "tika-9998", 9998, "/tika", Host.Role.APP, 0.02),
            new Group(
                    CitsmartIds.SOLR,
                    CitsmartIds.SOLR_SUFFIX,
                    "solr-8983",
                    8983,
                    "/solr/citsmart/admin/ping",
                    Host.Role.SERVICES,
                    0.02),
            new Group(
                    CitsmartIds.ACTIVEMQ,
                    CitsmartIds.ACTIVEMQ_SUFFIX,
                    "activemq-8161",
                    8161,
                    "/admin/images/favicon.png",
                    Host.Role.SERVICES,
                    0.005));

    /** How long its certificate is good when the world starts. */
    static final Duration CERTIFICATE_LEFT = Duration.ofDays(204);

    private CitsmartBalancer() {}

    static void furnish(World world) {
        Balancing balancing = world.balancing();
        balancing
                .loadBalancers()
                .put(LoadBalancer.builder()
                        .loadBalancerArn(CitsmartIds.ELB)
                        .loadBalancerName("citsmart-elb")
                        .dnsName(CitsmartIds.ELB_DNS)
                        .canonicalHostedZoneId(CitsmartIds.ELB_ZONE)
                        .createdTime(
                                world.start().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(411)))
                        .scheme("internet-facing")
                        .type("application")
                        .ipAddressType("ipv4")
                        .vpcId(CitsmartIds.VPC)
                        .state(s -> s.code("active"))
                        .availabilityZones(CitsmartIds.ZONES.stream()
                                .map(CitsmartBalancer::zone)
                                .toList())
                        .securityGroups(CitsmartIds.SG_ELB)
                        .build());
        GROUPS.forEach(g -> group(world, g));
        CitsmartListeners.furnish(balancing);
        world.certificates()
                .importedFor(
                        CitsmartIds.CERTIFICATE,
                        "*." + CitsmartIds.DOMAIN,
                        world.start().plus(CERTIFICATE_LEFT));
        Map<String, String> elb = balancing.attributes(CitsmartIds.ELB);
        elb.put("access_logs.s3.enabled", "true");
        elb.put("access_logs.s3.bucket", "citsmart-elb-logs");
        elb.put("deletion_protection.enabled", "true");
        elb.put("idle_timeout.timeout_seconds", "120");
        elb.put("load_balancing.cross_zone.enabled", "true");
        elb.put("routing.http2.enabled", "true");
        for (String arn : List.of(CitsmartIds.ELB, CitsmartIds.HTTPS, CitsmartIds.HTTP)) {
            balancing.tags(arn).putAll(CitsmartTags.COMMON);
        }
        for (int i = 0; i < CitsmartIds.ZONES.size(); i++) {
            world.network().interfaces().put(node(i));
        }
    }

    private static AvailabilityZone zone(String name) {
        return AvailabilityZone.builder()
                .zoneName(name)
                .subnetId(CitsmartIds.PUBLIC.get(CitsmartIds.ZONES.indexOf(name)))
                .loadBalancerAddresses(List.of())
                .build();
    }

    private static void group(World world, Group g) {
        world.balancing()
                .targetGroups()
                .put(TargetGroup.builder()
                        .targetGroupArn(g.arn())
                        .targetGroupName(g.name())
                        .protocol("HTTP")
                        .protocolVersion("HTTP1")
                        .port(g.port())
                        .vpcId(CitsmartIds.VPC)
                        .targetType("instance")
                        .ipAddressType("ipv4")
                        .healthCheckEnabled(true)
                        .healthCheckProtocol("HTTP")
                        .healthCheckPort("traffic-port")
                        .healthCheckPath(g.path())
                        .healthCheckIntervalSeconds(10)
                        .healthCheckTimeoutSeconds(5)
                        .healthyThresholdCount(3)
                        .unhealthyThresholdCount(2)
                        .matcher(m -> m.httpCode("200"))
                        .loadBalancerArns(CitsmartIds.ELB)
                        .build());
        Map<String, String> attributes = world.balancing().attributes(g.arn());
        attributes.put("deregistration_delay.timeout_seconds", "120");
        attributes.put("load_balancing.algorithm.type", "least_outstanding_requests");
        attributes.put("slow_start.duration_seconds", g.role() == Host.Role.APP ? "90" : "0");
        // Sessions of JBoss live in one JVM.
        attributes.put("stickiness.enabled", String.valueOf(g.port() == Container.CITSMART.port()));
        attributes.put("stickiness.type", "lb_cookie");
        world.balancing().tags(g.arn()).putAll(CitsmartTags.COMMON);
        Host.ALL.stream().filter(h -> h.role() == g.role()).forEach(h -> world.targets()
                .seed(
                        g.arn(),
                        TargetDescription.builder().id(h.id()).port(g.port()).build(),
                        t -> true));
    }

    private static NetworkInterface node(int zone) {
        String ip = "10.64." + zone + '.' + (12 + zone * 9);
        return NetworkInterface.builder()
                .networkInterfaceId("eni-0e" + (zone + 1) + "fc175a7e4d1b9026")
                .interfaceType("interface")
                .description("ELB " + CitsmartIds.ELB_SUFFIX)
                .ownerId(CitsmartIds.ACCOUNT)
                .requesterId("amazon-elb")
                .requesterManaged(true)
                .status("in-use")
                .vpcId(CitsmartIds.VPC)
                .subnetId(CitsmartIds.PUBLIC.get(zone))
                .availabilityZone(CitsmartIds.ZONES.get(zone))
                .privateIpAddress(ip)
                .privateIpAddresses(p -> p.primary(true).privateIpAddress(ip))
                .association(a -> a.publicIp("198.51.100." + (141 + zone)).ipOwnerId("amazon-elb"))
                .groups(g -> g.groupId(CitsmartIds.SG_ELB).groupName("citsmart-elb"))
                .build();
    }
}
