package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.TransitGatewayAttachment;
import io.atalaya.watch.CallFailedException;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.TransitGatewayAttachmentResourceType;
import software.amazon.awssdk.services.ec2.model.TransitGatewayVpcAttachment;

/** What hangs on transit gateways. In which subnets of a VPC is told by another call, which is made where there are any. */
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
                Set.of("ec2:DescribeTransitGatewayAttachments", "ec2:DescribeTransitGatewayVpcAttachments"),
                Cadence.FIVE_MINUTES,
                Set.of(),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<TransitGatewayAttachment>> page) throws CallFailedException {
        var all = Calls.named("ec2:DescribeTransitGatewayAttachments", () -> clients
                .ec2()
                .describeTransitGatewayAttachmentsPaginator(r -> r.maxResults(pageSize.within(5, 1000)))
                .transitGatewayAttachments()
                .stream()
                .toList());
        var subnets = all.stream().anyMatch(each -> each.resourceType() == TransitGatewayAttachmentResourceType.VPC)
                ? subnets()
                : Map.<String, List<String>>of();
        page.accept(all.stream()
                .map(each -> attachment(each, subnets.get(Absent.text(each.transitGatewayAttachmentId()))))
                .toList());
    }

    private Map<String, List<String>> subnets() throws CallFailedException {
        return Calls.named("ec2:DescribeTransitGatewayVpcAttachments", () -> clients
                .ec2()
                .describeTransitGatewayVpcAttachmentsPaginator(r -> r.maxResults(pageSize.within(5, 1000)))
                .transitGatewayVpcAttachments()
                .stream()
                .filter(each -> each.transitGatewayAttachmentId() != null && each.hasSubnetIds())
                .collect(Collectors.toMap(
                        TransitGatewayVpcAttachment::transitGatewayAttachmentId,
                        each -> Absent.texts(each.subnetIds().stream()),
                        (first, again) -> first)));
    }

    private static TransitGatewayAttachment attachment(
            software.amazon.awssdk.services.ec2.model.TransitGatewayAttachment a, @Nullable List<String> subnetIds) {
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
                subnetIds,
                tags);
    }
}
