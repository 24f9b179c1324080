package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;
import software.amazon.awssdk.services.route53.model.AliasTarget;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.ResourceRecordSetFailover;
import software.amazon.awssdk.services.route53.model.TestDnsAnswerRequest;
import software.amazon.awssdk.services.route53.model.TestDnsAnswerResponse;

/** What the servers of a zone answer: health and policy decide among records of one name. */
final class Route53Answers {
    /** Where websites of S3 are, in a network reserved for examples. */
    private static final String WEBSITE = "192.0.2.80";

    private static final int MOST_VALUES = 8;

    private Route53Answers() {}

    static void register(Operations route53) {
        route53.on("TestDNSAnswer", TestDnsAnswerRequest.class, TestDnsAnswerResponse.class, Route53Answers::answer);
    }

    private static TestDnsAnswerResponse answer(World world, TestDnsAnswerRequest r, Call call) {
        String id = r.hostedZoneId().replace("/hostedzone/", "");
        HostedZone zone = world.dns()
                .zones()
                .find(id)
                .orElseThrow(() -> new WireFault(404, "NoSuchHostedZone", "No hosted zone found with ID: " + id));
        if (zone.config() != null && Boolean.TRUE.equals(zone.config().privateZone())) {
            throw Route53.invalid("TestDNSAnswer is not supported for private hosted zones");
        }
        String name = (r.recordName().endsWith(".") ? r.recordName() : r.recordName() + '.').toLowerCase(Locale.ROOT);
        List<ResourceRecordSet> all = world.dns().records().getOrDefault(id, List.of());
        List<ResourceRecordSet> named =
                all.stream().filter(s -> s.name().equals(name)).toList();
        List<ResourceRecordSet> fitting = named.stream()
                .filter(s -> s.type() == r.recordType() || s.type() == RRType.CNAME)
                .toList();
        String server = all.stream()
                .filter(s -> s.type() == RRType.NS && s.name().equals(zone.name()))
                .flatMap(s -> s.resourceRecords().stream())
                .map(ResourceRecord::value)
                .findFirst()
                .orElse("ns-0.awsdns-00.com.");
        return TestDnsAnswerResponse.builder()
                .nameserver(server.substring(0, server.length() - 1))
                .recordName(name)
                .recordType(r.recordType())
                .recordData(fitting.isEmpty() ? List.of() : data(world, fitting))
                .responseCode(named.isEmpty() ? "NXDOMAIN" : "NOERROR")
                .protocol("UDP")
                .build();
    }

    private static List<String> data(World world, List<ResourceRecordSet> candidates) {
        List<ResourceRecordSet> healthy =
                candidates.stream().filter(s -> isHealthy(world, s)).toList();
        // where none is healthy, Route 53 answers as if all were
        List<ResourceRecordSet> from = healthy.isEmpty() ? candidates : healthy;
        if (from.stream().anyMatch(s -> Boolean.TRUE.equals(s.multiValueAnswer()))) {
            return from.stream()
                    .flatMap(s -> values(world, s).stream())
                    .limit(MOST_VALUES)
                    .toList();
        }
        return from.stream()
                .max(Comparator.comparing((ResourceRecordSet s) -> s.failover() == ResourceRecordSetFailover.PRIMARY)
                        .thenComparing(s -> s.weight() == null ? 0 : s.weight()))
                .map(s -> values(world, s))
                .orElse(List.of());
    }

    private static boolean isHealthy(World world, ResourceRecordSet set) {
        AliasTarget alias = set.aliasTarget();
        boolean checked = set.healthCheckId() == null
                || world.dns().report(set.healthCheckId(), world.now()).startsWith("Success");
        return checked
                && (alias == null
                        || !Boolean.TRUE.equals(alias.evaluateTargetHealth())
                        || balancer(world, alias)
                                .map(b -> hasHealthyTargets(world, b))
                                .orElse(true));
    }

    /** Each group behind a balancer must have a healthy target. */
    private static boolean hasHealthyTargets(World world, LoadBalancer balancer) {
        return world.balancing().targetGroups().stream()
                .filter(g -> g.loadBalancerArns().contains(balancer.loadBalancerArn()))
                .allMatch(g -> world.targets().of(g.targetGroupArn()).stream()
                        .anyMatch(t -> t.health().state() == TargetHealthStateEnum.HEALTHY));
    }

    private static Optional<LoadBalancer> balancer(World world, AliasTarget alias) {
        String host = alias.dnsName().toLowerCase(Locale.ROOT).replaceFirst("^dualstack\\.", "");
        return world.balancing().loadBalancers().stream()
                .filter(b -> host.equals(b.dnsName().toLowerCase(Locale.ROOT) + '.'))
                .findFirst();
    }

    private static List<String> values(World world, ResourceRecordSet set) {
        AliasTarget alias = set.aliasTarget();
        if (alias == null) {
            return set.resourceRecords().stream().map(ResourceRecord::value).toList();
        }
        if (alias.dnsName().startsWith("s3-website")) {
            return List.of(WEBSITE);
        }
        return balancer(world, alias).map(b -> nodes(world, b)).orElse(List.of());
    }

    /** The addresses of a balancer are those of its nodes' interfaces. */
    private static List<String> nodes(World world, LoadBalancer balancer) {
        String arn = balancer.loadBalancerArn();
        String description = "ELB " + arn.substring(arn.indexOf(":loadbalancer/") + ":loadbalancer/".length());
        boolean outside = "internet-facing".equals(balancer.schemeAsString());
        return world.network().interfaces().stream()
                .filter(i -> description.equals(i.description()))
                .map(i -> address(i, outside))
                .sorted()
                .toList();
    }

    private static String address(NetworkInterface node, boolean outside) {
        return outside && node.association() != null ? node.association().publicIp() : node.privateIpAddress();
    }
}
