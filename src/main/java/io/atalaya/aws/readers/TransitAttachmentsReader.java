package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.TransitGatewayAttachment;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What hangs on transit gateways. */
final class TransitAttachmentsReader implements Reader<TransitGatewayAttachment> {
    private final Clients clients;
    private final PageSize pageSize;

    TransitAttachmentsReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<TransitGatewayAttachment> source() {
        return new Source<>(
                Parts.TRANSIT_ATTACHMENTS,
                Set.of("ec2:DescribeTransitGatewayAttachments"),
                Cadence.FIVE_MINUTES,
                Set.of(),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<TransitGatewayAttachment>> page) {
        var pages =
                clients.ec2().describeTransitGatewayAttachmentsPaginator(r -> r.maxResults(pageSize.within(5, 1000)));
        for (var answer : pages) {
            page.accept(answer.transitGatewayAttachments().stream()
                    .map(TransitAttachmentsReader::attachment)
                    .toList());
        }
    }

    private static TransitGatewayAttachment attachment(
            software.amazon.awssdk.services.ec2.model.TransitGatewayAttachment a) {
        var tags = Ec2Tags.of(a.tags());
        var held = a.association();
        return new TransitGatewayAttachment(
                Absent.text(a.transitGatewayAttachmentId()),
                Absent.name(tags, a.transitGatewayAttachmentId()),
                Absent.text(a.transitGatewayId()),
                Absent.text(a.resourceTypeAsString()),
                Absent.text(a.resourceId()),
                Absent.text(a.stateAsString()),
                held == null ? null : Absent.orNull(held.transitGatewayRouteTableId()),
                tags);
    }
}
