package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.VpcEndpoint;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;

/** Private ways to services. */
final class VpcEndpointsReader implements Reader<VpcEndpoint> {
    private final Clients clients;
    private final PageSize pageSize;

    VpcEndpointsReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<VpcEndpoint> source() {
        return new Source<>(
                Parts.VPC_ENDPOINTS,
                Set.of("ec2:DescribeVpcEndpoints"),
                Cadence.FIVE_MINUTES,
                Set.of(),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<VpcEndpoint>> page) {
        var pages = clients.ec2().describeVpcEndpointsPaginator(r -> r.maxResults(pageSize.within(5, 1000)));
        for (var answer : pages) {
            page.accept(answer.vpcEndpoints().stream()
                    .map(VpcEndpointsReader::endpoint)
                    .toList());
        }
    }

    private static VpcEndpoint endpoint(software.amazon.awssdk.services.ec2.model.VpcEndpoint e) {
        var tags = Ec2Tags.of(e.tags());
        return new VpcEndpoint(
                Absent.text(e.vpcEndpointId()),
                Absent.name(tags, e.vpcEndpointId()),
                Absent.text(e.vpcId()),
                Absent.text(e.serviceName()),
                Absent.text(e.vpcEndpointTypeAsString()),
                // AWS writes the states of endpoints now with a capital, now without
                Absent.text(e.stateAsString()).toLowerCase(Locale.ROOT),
                e.routeTableIds(),
                e.subnetIds(),
                Absent.texts(e.groups(), SecurityGroupIdentifier::groupId),
                e.networkInterfaceIds(),
                tags);
    }
}
