package io.atalaya.deployment.reach;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.NetworkInterface;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Route;
import io.atalaya.deployment.RouteTable;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.VpcEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The route tables of the simulator, and what stands at the gateways and in between. Whatever AWS does not show (appliances,
 * machines that forward, what is excluded from a block) lets everything through or nothing, as the simulator was made.
 */
final class SimRoutes {
    private final Deployment deployment;
    private final SimNumbers numbers;
    private final boolean unseen;

    SimRoutes(Deployment deployment, SimNumbers numbers, boolean unseen) {
        this.deployment = deployment;
        this.numbers = numbers;
        this.unseen = unseen;
    }

    /** Of a subnet's own table, or of the main one. */
    @Nullable
    Route route(String subnet, String vpc, String to) {
        RouteTable table = null;
        for (var each : deployment.items(Parts.ROUTE_TABLES)) {
            if (each.subnetIds().contains(subnet)
                    || (table == null && each.main() && each.vpcId().equals(vpc))) {
                table = each;
            }
        }
        return table == null ? null : best(table, vpc, to);
    }

    private @Nullable Route best(RouteTable table, String vpc, String to) {
        var local = deployment.items(Parts.VPCS).stream()
                .filter(each -> each.id().equals(vpc))
                .flatMap(each -> each.blocks().stream())
                .map(each -> new Route(each, null, RouteVia.LOCAL, null, false, false))
                .toList();
        var home = local.stream().anyMatch(each -> numbers.in(to, each.cidr()));
        Route best = null;
        int bits = -1;
        int rank = 9;
        var all = new ArrayList<>(local);
        all.addAll(table.routes());
        for (var route : all) {
            if (home && route.propagated()) {
                continue; // the VPC prefers its own routes to whatever it learned of its own addresses
            }
            for (var block : blocks(route)) {
                if (!numbers.in(to, block)) {
                    continue;
                }
                var mine = route.via() == RouteVia.LOCAL
                        ? 0
                        : route.propagated() ? 3 : route.prefixListId() != null ? 2 : 1;
                if (numbers.bits(block) > bits || (numbers.bits(block) == bits && mine < rank)) {
                    best = route;
                    bits = numbers.bits(block);
                    rank = mine;
                }
            }
        }
        return best;
    }

    private List<String> blocks(Route route) {
        return route.cidr() != null ? List.of(route.cidr()) : list(route.prefixListId());
    }

    List<String> list(@Nullable String id) {
        return deployment.items(Parts.PREFIX_LISTS).stream()
                .filter(each -> each.id().equals(id) && each.cidrs() != null)
                .findFirst()
                .map(each -> Objects.requireNonNull(each.cidrs()))
                .orElse(List.of());
    }

    /** Whether the gateway hands it on to this address at once, or its table sends it to a machine first. */
    boolean comesIn(@Nullable String gateway, String vpc, String to) {
        return deployment.items(Parts.ROUTE_TABLES).stream()
                .filter(each -> gateway != null && each.gatewayIds().contains(gateway))
                .map(each -> best(each, vpc, to))
                .allMatch(each -> each == null || each.via() == RouteVia.LOCAL || unseen);
    }

    /** Whether the account lets this subnet have to do with the internet. */
    boolean allowed(String subnet, boolean onlyOut) {
        return deployment.items(Parts.SUBNETS).stream()
                .filter(each -> each.id().equals(subnet))
                .allMatch(each -> switch (each.internetGatewayBlockMode()) {
                    case "off" -> true;
                    case "block-ingress" -> onlyOut || unseen;
                    default -> unseen;
                });
    }

    /** A network interface that is sent what is not its own. */
    boolean machine(Route route) {
        return unseen
                && deployment.items(Parts.NETWORK_INTERFACES).stream()
                        .filter(each -> each.id().equals(route.targetId()))
                        .noneMatch(NetworkInterface::sourceDestCheck);
    }

    /** Whether an endpoint is that of a service. */
    boolean service(Route route) {
        return endpoint(route) != null
                && Objects.requireNonNull(endpoint(route)).kind().equals("Gateway");
    }

    boolean served(Route route) {
        return service(route) && Objects.requireNonNull(endpoint(route)).state().equals("available");
    }

    private @Nullable VpcEndpoint endpoint(Route route) {
        return deployment.items(Parts.VPC_ENDPOINTS).stream()
                .filter(each -> each.id().equals(route.targetId()))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    String gateway(String vpc) {
        return deployment.items(Parts.INTERNET_GATEWAYS).stream()
                .filter(each -> vpc.equals(each.vpcId()) && !each.egressOnly())
                .map(each -> each.id())
                .findFirst()
                .orElse(null);
    }

    boolean attached(@Nullable String id, String vpc, boolean egressOnly) {
        return deployment.items(Parts.INTERNET_GATEWAYS).stream()
                .anyMatch(each -> each.id().equals(id) && vpc.equals(each.vpcId()) && each.egressOnly() == egressOnly);
    }

    boolean peers(@Nullable String id, String vpc, String other) {
        return deployment.items(Parts.PEERINGS).stream()
                .filter(each -> each.id().equals(id) && each.status().equals("active"))
                .anyMatch(each -> {
                    var a = each.requester().vpcId();
                    var b = each.accepter().vpcId();
                    return (a.equals(vpc) && b.equals(other)) || (b.equals(vpc) && a.equals(other));
                });
    }

    String vpcOf(String subnet) {
        return deployment.items(Parts.SUBNETS).stream()
                .filter(each -> each.id().equals(subnet))
                .findFirst()
                .orElseThrow()
                .vpcId();
    }
}
