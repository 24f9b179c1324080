package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.NatGateway;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.model.ConnectivityType;
import software.amazon.awssdk.services.ec2.model.NatGatewayAddress;

/** NAT gateways; EC2 lists those that were deleted for an hour, which carry nothing any more. */
final class NatGatewaysReader implements Reader<NatGateway> {
    private final Clients clients;
    private final PageSize pageSize;

    NatGatewaysReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<NatGateway> source() {
        return new Source<>(
                Parts.NAT_GATEWAYS, Set.of("ec2:DescribeNatGateways"), Cadence.MINUTE, Set.of(), Set.of(), true, this);
    }

    @Override
    public void read(Deployment known, Consumer<List<NatGateway>> page) {
        var pages = clients.ec2().describeNatGatewaysPaginator(r -> r.maxResults(pageSize.within(5, 1000)));
        for (var answer : pages) {
            page.accept(answer.natGateways().stream()
                    .map(NatGatewaysReader::gateway)
                    .toList());
        }
    }

    private static NatGateway gateway(software.amazon.awssdk.services.ec2.model.NatGateway n) {
        var tags = Ec2Tags.of(n.tags());
        var first = n.natGatewayAddresses().stream()
                .filter(each -> Absent.yes(each.isPrimary()))
                .findFirst()
                .or(() -> n.natGatewayAddresses().stream().findFirst())
                .orElseGet(() -> NatGatewayAddress.builder().build());
        return new NatGateway(
                Absent.text(n.natGatewayId()),
                Absent.name(tags, n.natGatewayId()),
                Absent.text(n.vpcId()),
                Absent.text(n.subnetId()),
                Absent.text(n.stateAsString()),
                Absent.orNull(first.publicIp()),
                Absent.orNull(first.privateIp()),
                Absent.orNull(first.networkInterfaceId()),
                n.connectivityType() != ConnectivityType.PRIVATE,
                tags);
    }
}
