package io.atalaya.aws.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.NetworkInterface;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RouteVia;
import io.atalaya.sandbox.server.route.AwsService;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What CheckOP has none of: peering, transit gateways, endpoints, NAT, IPv6, prefix lists that are used, many interfaces. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FleetNetworkReadTest {
    private final Wire wire = new Wire(PageSize.LARGEST, Duration.ofSeconds(20), "fleet:2500");

    @BeforeAll
    void read() {
        wire.readAll();
        wire.loop().askNow(Set.copyOf(Parts.all()));
        wire.time.settle();
    }

    @AfterAll
    void close() {
        wire.close();
    }

    @Test
    void nothingFails() {
        assertThat(wire.failing()).isEmpty();
    }

    @Test
    void everyInstanceNodeDatabaseAndMountTargetHasItsInterface() {
        var cards = wire.items(Parts.NETWORK_INTERFACES);
        assertThat(Objects.requireNonNull(
                                wire.observed(Parts.NETWORK_INTERFACES).value())
                        .pages())
                .as("more than a page of a thousand")
                .isGreaterThan(2);
        assertThat(cards).extracting(NetworkInterface::id).doesNotHaveDuplicates();
        var owners = cards.stream().map(NetworkInterface::instanceId).collect(Collectors.toSet());
        assertThat(wire.items(Parts.INSTANCES)).isNotEmpty().allMatch(i -> owners.contains(i.id()));
        assertThat(cards.stream().map(NetworkInterface::requester).collect(Collectors.toSet()))
                .contains("amazon-elb", "amazon-rds", "amazon-elasticfilesystem", "amazon-vpc");
        assertThat(cards).filteredOn(c -> c.kind().equals("nat_gateway")).allMatch(c -> !c.sourceDestCheck());
    }

    @Test
    void routesByEveryKindOfWay() {
        var vias = wire.items(Parts.ROUTE_TABLES).stream()
                .flatMap(t -> t.routes().stream())
                .map(r -> r.via())
                .collect(Collectors.toSet());
        assertThat(vias)
                .contains(
                        RouteVia.LOCAL,
                        RouteVia.INTERNET_GATEWAY,
                        RouteVia.EGRESS_ONLY_GATEWAY,
                        RouteVia.NAT_GATEWAY,
                        RouteVia.TRANSIT_GATEWAY,
                        RouteVia.PEERING,
                        RouteVia.GATEWAY_ENDPOINT)
                .doesNotContain(RouteVia.OTHER);
        assertThat(wire.items(Parts.ROUTE_TABLES).stream().flatMap(t -> t.routes().stream()))
                .allMatch(r -> (r.cidr() == null) != (r.prefixListId() == null))
                .allMatch(r -> (r.via() == RouteVia.LOCAL) == (r.targetId() == null));
        assertThat(wire.items(Parts.INTERNET_GATEWAYS))
                .allMatch(g -> g.vpcId() != null)
                .anyMatch(g -> g.egressOnly());
        assertThat(wire.items(Parts.NAT_GATEWAYS))
                .allMatch(n -> n.state().equals("available") && n.publicIp() != null && n.networkInterfaceId() != null);
    }

    @Test
    void whatJoinsTheVpcs() {
        assertThat(wire.items(Parts.PEERINGS)).singleElement().satisfies(p -> {
            assertThat(p.status()).isEqualTo("active");
            assertThat(p.requester().cidrs()).hasSize(1);
            assertThat(p.accepter().vpcId()).isNotEqualTo(p.requester().vpcId());
        });
        assertThat(wire.items(Parts.TRANSIT_GATEWAYS)).hasSize(1);
        var attachments = wire.items(Parts.TRANSIT_ATTACHMENTS);
        assertThat(attachments).hasSize(2).allMatch(a -> a.kind().equals("vpc") && a.routeTableId() != null);
        assertThat(wire.items(Parts.TRANSIT_ROUTES)).singleElement().satisfies(t -> {
            assertThat(t.complete()).isTrue();
            assertThat(t.routes()).hasSize(2).allMatch(r -> r.propagated() && !r.blackhole());
            assertThat(t.routes().stream().flatMap(r -> r.attachmentIds().stream()))
                    .containsExactlyInAnyOrderElementsOf(
                            attachments.stream().map(a -> a.id()).toList());
        });
    }

    @Test
    void blocksOfPrefixListsThatAreReferredTo() {
        var lists = wire.items(Parts.PREFIX_LISTS);
        assertThat(lists)
                .filteredOn(l -> l.name().endsWith(".s3"))
                .singleElement()
                .satisfies(l -> assertThat(l.cidrs()).isNotEmpty());
        assertThat(lists).filteredOn(l -> l.name().endsWith(".dynamodb")).allMatch(l -> l.cidrs() == null);
        assertThat(lists)
                .filteredOn(l -> l.name().equals("ceiba-oficinas"))
                .allMatch(l -> Objects.requireNonNull(l.cidrs()).size() == 2);
        assertThat(wire.items(Parts.SECURITY_GROUPS).stream().flatMap(g -> g.rules().stream()))
                .anyMatch(r -> r.prefixListId() != null && r.ruleId() != null);
        assertThat(wire.sandbox.requests().count(AwsService.EC2, "GetManagedPrefixListEntries"))
                .isLessThanOrEqualTo(6);
    }

    @Test
    void sixAndTheRest() {
        assertThat(wire.items(Parts.VPCS))
                .filteredOn(v -> !v.ipv6Cidrs().isEmpty())
                .singleElement()
                .satisfies(v -> {
                    assertThat(v.ipv6Cidrs()).containsExactly("2001:db8:a00::/56");
                    assertThat(v.cidrs()).containsExactly("10.10.0.0/16");
                });
        assertThat(wire.items(Parts.SUBNETS))
                .filteredOn(s -> !s.ipv6Cidrs().isEmpty())
                .hasSize(3);
        assertThat(wire.items(Parts.VPC_ENDPOINTS))
                .isNotEmpty()
                .allMatch(e -> e.kind().equals("Gateway")
                        && e.state().equals("available")
                        && !e.routeTableIds().isEmpty());
        assertThat(wire.items(Parts.FLOW_LOGS)).isNotEmpty().allMatch(f -> f.status()
                .equals("ACTIVE"));
    }
}
