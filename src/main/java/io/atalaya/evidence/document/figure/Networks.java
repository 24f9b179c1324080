package io.atalaya.evidence.document.figure;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RouteTable;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.Subnet;
import java.util.Optional;

/** Which table and ACL hold for a subnet. */
public final class Networks {
    private final Deployment deployment;

    public Networks(Deployment deployment) {
        this.deployment = deployment;
    }

    /** Its own table, else the main one of its VPC. */
    public Optional<RouteTable> routes(Subnet subnet) {
        var all = deployment.items(Parts.ROUTE_TABLES);
        return all.stream()
                .filter(it -> it.subnetIds().contains(subnet.id()))
                .findFirst()
                .or(() -> all.stream()
                        .filter(it -> it.main() && it.vpcId().equals(subnet.vpcId()))
                        .findFirst());
    }

    /** AWS's own word: a subnet with a route to an internet gateway. */
    public boolean isPublic(Subnet subnet) {
        return routes(subnet).stream()
                .flatMap(it -> it.routes().stream())
                .anyMatch(it -> it.via() == RouteVia.INTERNET_GATEWAY && !it.blackhole());
    }

    public Optional<NetworkAcl> acl(Subnet subnet) {
        return deployment.items(Parts.NETWORK_ACLS).stream()
                .filter(it -> it.subnetIds().contains(subnet.id()))
                .findFirst();
    }
}
