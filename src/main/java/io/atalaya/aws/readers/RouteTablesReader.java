package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RouteTable;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociationStateCode;

/** Route tables with their routes, in the order EC2 has them. Always read: a route that is gone explains an outage. */
final class RouteTablesReader implements Reader<RouteTable> {
    private final Clients clients;
    private final PageSize pageSize;

    RouteTablesReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<RouteTable> source() {
        return new Source<>(
                Parts.ROUTE_TABLES, Set.of("ec2:DescribeRouteTables"), Cadence.MINUTE, Set.of(), Set.of(), true, this);
    }

    @Override
    public void read(Deployment known, Consumer<List<RouteTable>> page) {
        var pages = clients.ec2().describeRouteTablesPaginator(r -> r.maxResults(pageSize.within(5, 100)));
        for (var answer : pages) {
            page.accept(
                    answer.routeTables().stream().map(RouteTablesReader::table).toList());
        }
    }

    private static RouteTable table(software.amazon.awssdk.services.ec2.model.RouteTable t) {
        var tags = Ec2Tags.of(t.tags());
        // an association on its way out still shows
        var held = t.associations().stream()
                .filter(each -> each.associationState() == null
                        || each.associationState().state() != RouteTableAssociationStateCode.DISASSOCIATED)
                .toList();
        return new RouteTable(
                Absent.text(t.routeTableId()),
                Absent.name(tags, t.routeTableId()),
                Absent.text(t.vpcId()),
                held.stream().anyMatch(each -> Absent.yes(each.main())),
                Absent.texts(held, RouteTableAssociation::subnetId),
                Absent.texts(held, RouteTableAssociation::gatewayId),
                t.routes().stream().map(Routes::route).toList(),
                tags);
    }
}
