package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.TransitGateway;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Transit gateways, those of other accounts that share theirs included. */
final class TransitGatewaysReader implements Reader<TransitGateway> {
    private final Clients clients;
    private final PageSize pageSize;

    TransitGatewaysReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<TransitGateway> source() {
        return new Source<>(
                Parts.TRANSIT_GATEWAYS,
                Set.of("ec2:DescribeTransitGateways"),
                Cadence.FIVE_MINUTES,
                Set.of(),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<TransitGateway>> page) {
        var pages = clients.ec2().describeTransitGatewaysPaginator(r -> r.maxResults(pageSize.within(5, 1000)));
        for (var answer : pages) {
            page.accept(answer.transitGateways().stream()
                    .map(TransitGatewaysReader::gateway)
                    .toList());
        }
    }

    private static TransitGateway gateway(software.amazon.awssdk.services.ec2.model.TransitGateway t) {
        var tags = Ec2Tags.of(t.tags());
        return new TransitGateway(
                Absent.text(t.transitGatewayId()),
                Absent.name(tags, t.transitGatewayId()),
                Absent.text(t.stateAsString()),
                tags);
    }
}
