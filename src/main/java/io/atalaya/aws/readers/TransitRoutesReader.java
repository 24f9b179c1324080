package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.TransitGatewayRoute;
import io.atalaya.deployment.TransitGatewayRouteTable;
import io.atalaya.watch.CallFailedException;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRouteAttachment;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRouteState;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRouteType;

/** Routes of transit gateways: a call for each route table, and EC2 tells no more than the first thousand of each. */
final class TransitRoutesReader implements Reader<TransitGatewayRouteTable> {
    /** What one search answers at most. */
    private static final int MOST_ROUTES = 1000;

    private final Clients clients;
    private final PageSize pageSize;
    private final FanOut fanOut;

    TransitRoutesReader(Clients clients, PageSize pageSize, FanOut fanOut) {
        this.clients = clients;
        this.pageSize = pageSize;
        this.fanOut = fanOut;
    }

    Source<TransitGatewayRouteTable> source() {
        return new Source<>(
                Parts.TRANSIT_ROUTES,
                Set.of("ec2:DescribeTransitGatewayRouteTables", "ec2:SearchTransitGatewayRoutes"),
                Cadence.FIVE_MINUTES,
                Set.of(),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<TransitGatewayRouteTable>> page) throws Exception {
        var tables = Calls.named("ec2:DescribeTransitGatewayRouteTables", () -> clients
                .ec2()
                .describeTransitGatewayRouteTablesPaginator(r -> r.maxResults(pageSize.within(5, 1000)))
                .transitGatewayRouteTables()
                .stream()
                .filter(each -> each.transitGatewayRouteTableId() != null)
                .toList());
        var gathered = new Gathered<String, TransitGatewayRouteTable>(page);
        var byId = tables.stream().collect(Collectors.toMap(each -> each.transitGatewayRouteTableId(), each -> each));
        fanOut.ask(byId.keySet(), id -> List.of(table(Objects.requireNonNull(byId.get(id)))), gathered);
        gathered.finish(known.items(Parts.TRANSIT_ROUTES), TransitGatewayRouteTable::id);
    }

    private TransitGatewayRouteTable table(software.amazon.awssdk.services.ec2.model.TransitGatewayRouteTable t)
            throws CallFailedException {
        var tags = Ec2Tags.of(t.tags());
        var found = Calls.named("ec2:SearchTransitGatewayRoutes", () -> clients.ec2()
                // EC2 wants a filter, and all routes are in one of these states
                .searchTransitGatewayRoutes(r -> r.transitGatewayRouteTableId(t.transitGatewayRouteTableId())
                        .filters(f -> f.name("state").values("active", "blackhole"))
                        .maxResults(MOST_ROUTES)));
        return new TransitGatewayRouteTable(
                Absent.text(t.transitGatewayRouteTableId()),
                Absent.name(tags, t.transitGatewayRouteTableId()),
                Absent.text(t.transitGatewayId()),
                found.routes().stream().map(TransitRoutesReader::route).toList(),
                !Absent.yes(found.additionalRoutesAvailable()),
                tags);
    }

    private static TransitGatewayRoute route(software.amazon.awssdk.services.ec2.model.TransitGatewayRoute r) {
        return new TransitGatewayRoute(
                Absent.orNull(r.destinationCidrBlock()),
                Absent.orNull(r.prefixListId()),
                Absent.texts(r.transitGatewayAttachments(), TransitGatewayRouteAttachment::transitGatewayAttachmentId),
                r.state() == TransitGatewayRouteState.BLACKHOLE,
                r.type() == TransitGatewayRouteType.PROPAGATED);
    }
}
