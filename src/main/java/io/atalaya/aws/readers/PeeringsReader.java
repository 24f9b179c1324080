package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.PeeringConnection;
import io.atalaya.deployment.PeeringEnd;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnectionVpcInfo;

/** Peering connections with both of their sides. */
final class PeeringsReader implements Reader<PeeringConnection> {
    private final Clients clients;
    private final PageSize pageSize;

    PeeringsReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<PeeringConnection> source() {
        return new Source<>(
                Parts.PEERINGS,
                Set.of("ec2:DescribeVpcPeeringConnections"),
                Cadence.FIVE_MINUTES,
                Set.of(),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<PeeringConnection>> page) {
        var pages = clients.ec2().describeVpcPeeringConnectionsPaginator(r -> r.maxResults(pageSize.within(5, 1000)));
        for (var answer : pages) {
            page.accept(answer.vpcPeeringConnections().stream()
                    .map(PeeringsReader::connection)
                    .toList());
        }
    }

    private static PeeringConnection connection(VpcPeeringConnection c) {
        var tags = Ec2Tags.of(c.tags());
        return new PeeringConnection(
                Absent.text(c.vpcPeeringConnectionId()),
                Absent.name(tags, c.vpcPeeringConnectionId()),
                c.status() == null ? "" : Absent.text(c.status().codeAsString()),
                end(c.requesterVpcInfo()),
                end(c.accepterVpcInfo()),
                tags);
    }

    private static PeeringEnd end(@Nullable VpcPeeringConnectionVpcInfo side) {
        if (side == null) {
            return new PeeringEnd("", "", "", List.of());
        }
        var first = Stream.ofNullable(side.cidrBlock());
        var four = side.cidrBlockSet().stream().map(each -> each.cidrBlock());
        var six = side.ipv6CidrBlockSet().stream().map(each -> each.ipv6CidrBlock());
        return new PeeringEnd(
                Absent.text(side.ownerId()),
                Absent.text(side.region()),
                Absent.text(side.vpcId()),
                Absent.texts(Stream.of(first, four, six).flatMap(each -> each)).stream()
                        .distinct()
                        .toList());
    }
}
