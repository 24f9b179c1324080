package io.atalaya.sandbox.world.fleet;

import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.elasticloadbalancing.model.Instance;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;

/** What every company has somewhere: a classic balancer that nobody has dared to replace, before its oldest search servers. */
final class FleetClassic {
    private static final Duration AGE = Duration.ofDays(2_900);
    private static final int MOST = 6;

    private FleetClassic() {}

    /** In front of the first service whose instances have names of their own; a company without one has none. */
    static void furnish(World world, Company company, Names names) {
        company.services().stream()
                .filter(each -> !each.isScaled())
                .findFirst()
                .ifPresent(service -> put(world, service, names));
    }

    private static void put(World world, Service service, Names names) {
        Site site = service.network();
        String name = site.name() + "-buscador-clasico";
        Instant made = world.start().truncatedTo(ChronoUnit.SECONDS).minus(AGE);
        world.balancing()
                .classic()
                .put(LoadBalancerDescription.builder()
                        .loadBalancerName(name)
                        .dnsName("internal-" + name + "-1029384756.us-east-1.elb.amazonaws.com")
                        .canonicalHostedZoneNameID("Z35SXDOTRQ7X7K")
                        .scheme("internal")
                        .vpcId(site.vpcId())
                        .createdTime(made)
                        .availabilityZones(Site.ZONES)
                        .subnets(site.publicIds())
                        .securityGroups(names.group(site, "elb"))
                        .listenerDescriptions(l -> l.listener(x -> x.protocol("TCP")
                                .loadBalancerPort(service.role().port())
                                .instanceProtocol("TCP")
                                .instancePort(service.role().port())))
                        .healthCheck(h -> h.target("TCP:" + service.role().port())
                                .interval(30)
                                .timeout(5)
                                .healthyThreshold(10)
                                .unhealthyThreshold(2))
                        .instances(IntStream.range(0, Math.min(MOST, service.size()))
                                .mapToObj(i -> Instance.builder()
                                        .instanceId(names.instance(service, i))
                                        .build())
                                .toList())
                        .build());
        world.balancing().tags(name).putAll(Map.of("Environment", site.environment()));
    }
}
