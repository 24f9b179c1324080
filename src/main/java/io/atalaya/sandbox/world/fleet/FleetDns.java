package io.atalaya.sandbox.world.fleet;

import io.atalaya.sandbox.world.Dns;
import io.atalaya.sandbox.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import software.amazon.awssdk.services.route53.model.HealthCheck;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** A public zone for each environment with an alias for each web service, and health checks on the largest of them. */
final class FleetDns {
    private static final int INSTANCES_PER_HEALTH_CHECK = 800;

    private final World world;
    private final Names names;

    FleetDns(World world, Names names) {
        this.world = world;
        this.names = names;
    }

    void furnish(Company company) {
        for (String environment : List.of("prod", "staging", "dev")) {
            zone(
                    environment,
                    FleetBalancers.fronts(company).stream()
                            .filter(f -> f.site().environment().equals(environment))
                            .toList());
        }
        int instances = company.services().stream().mapToInt(Service::size).sum();
        company.services().stream()
                .filter(s -> s.isWeb() && s.environment().equals("prod"))
                .sorted(Comparator.comparingInt(Service::size).reversed())
                .limit(1 + instances / INSTANCES_PER_HEALTH_CHECK)
                .forEach(this::healthCheck);
    }

    private void zone(String environment, List<FleetBalancers.Front> fronts) {
        Dns dns = world.dns();
        String id = "Z" + world.dice().hex("zone", environment.length(), 20).toUpperCase(Locale.ROOT);
        String name = (environment.equals("prod") ? "" : environment + '.') + "ceiba.example.";
        var records = new ArrayList<ResourceRecordSet>();
        records.add(plain(name, "NS", 172_800, "ns-412.awsdns-51.com.", "ns-1284.awsdns-32.org."));
        records.add(plain(
                name, "SOA", 900, "ns-412.awsdns-51.com. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400"));
        for (var front : fronts) {
            String target = FleetBalancers.dns(names, front, world.dice()).toLowerCase(Locale.ROOT);
            for (Service service : front.services()) {
                records.add(ResourceRecordSet.builder()
                        .name(FleetBalancers.host(service) + '.')
                        .type("A")
                        .aliasTarget(a -> a.hostedZoneId("Z35SXDOTRQ7X7K")
                                .dnsName("dualstack." + target + '.')
                                .evaluateTargetHealth(true))
                        .build());
            }
        }
        records.sort(Comparator.comparing(r -> reversed(r.name())));
        dns.zones()
                .put(HostedZone.builder()
                        .id("/hostedzone/" + id)
                        .name(name)
                        .callerReference("ceiba-" + environment)
                        .config(c -> c.comment("Ceiba, " + environment).privateZone(false))
                        .resourceRecordSetCount((long) records.size())
                        .build());
        dns.records().put(id, List.copyOf(records));
    }

    /** Route 53 lists names by their labels from the right. */
    private static String reversed(String name) {
        return String.join(".", List.of(name.split("\\.")).reversed());
    }

    private void healthCheck(Service service) {
        world.dns()
                .healthChecks()
                .put(HealthCheck.builder()
                        .id(world.dice().uuid("health-check", service.number()))
                        .callerReference("check-" + service.name())
                        .healthCheckVersion(1L)
                        .healthCheckConfig(c -> c.type("HTTPS")
                                .fullyQualifiedDomainName(FleetBalancers.host(service))
                                .port(443)
                                .resourcePath("/salud")
                                .requestInterval(30)
                                .failureThreshold(3)
                                .measureLatency(false)
                                .inverted(false)
                                .disabled(false)
                                .enableSNI(true))
                        .build());
    }

    private static ResourceRecordSet plain(String name, String type, long ttl, String... values) {
        return ResourceRecordSet.builder()
                .name(name)
                .type(type)
                .ttl(ttl)
                .resourceRecords(Stream.of(values)
                        .map(v -> ResourceRecord.builder().value(v).build())
                        .toList())
                .build();
    }
}
