package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayAttachmentsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayAttachmentsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayRouteTablesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayVpcAttachmentsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayVpcAttachmentsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.SearchTransitGatewayRoutesRequest;
import software.amazon.awssdk.services.ec2.model.SearchTransitGatewayRoutesResponse;
import software.amazon.awssdk.services.ec2.model.TransitGateway;
import software.amazon.awssdk.services.ec2.model.TransitGatewayAttachment;
import software.amazon.awssdk.services.ec2.model.TransitGatewayAttachmentResourceType;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRoute;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRouteTable;
import software.amazon.awssdk.services.ec2.model.TransitGatewayVpcAttachment;

/** Transit gateways, what hangs on them and their routes. */
final class Ec2Transit {
    private static final int MOST_ROUTES = 1000;

    static final Ec2Query<TransitGateway> GATEWAYS = Ec2Query.by(
                    TransitGateway::transitGatewayId,
                    TransitGateway::tags,
                    "InvalidTransitGatewayID.NotFound",
                    "Transit Gateway")
            .filter("transit-gateway-id", TransitGateway::transitGatewayId)
            .filter("owner-id", TransitGateway::ownerId)
            .filter("state", TransitGateway::stateAsString);
    static final Ec2Query<TransitGatewayAttachment> ATTACHMENTS = Ec2Query.by(
                    TransitGatewayAttachment::transitGatewayAttachmentId,
                    TransitGatewayAttachment::tags,
                    "InvalidTransitGatewayAttachmentID.NotFound",
                    "Transit Gateway Attachment")
            .filter("transit-gateway-attachment-id", TransitGatewayAttachment::transitGatewayAttachmentId)
            .filter("transit-gateway-id", TransitGatewayAttachment::transitGatewayId)
            .filter("resource-id", TransitGatewayAttachment::resourceId)
            .filter("resource-type", TransitGatewayAttachment::resourceTypeAsString)
            .filter("state", TransitGatewayAttachment::stateAsString);
    static final Ec2Query<TransitGatewayRouteTable> TABLES = Ec2Query.by(
                    TransitGatewayRouteTable::transitGatewayRouteTableId,
                    TransitGatewayRouteTable::tags,
                    "InvalidRouteTableID.NotFound",
                    "Transit Gateway Route Table")
            .filter("transit-gateway-route-table-id", TransitGatewayRouteTable::transitGatewayRouteTableId)
            .filter("transit-gateway-id", TransitGatewayRouteTable::transitGatewayId)
            .filter("state", TransitGatewayRouteTable::stateAsString);

    private static final Ec2Query<TransitGatewayRoute> ROUTES = Ec2Query.<TransitGatewayRoute>by(
                    r -> r.destinationCidrBlock(), r -> List.of(), "InvalidRoute.NotFound", "route")
            .filter("state", TransitGatewayRoute::stateAsString)
            .filter("type", TransitGatewayRoute::typeAsString)
            .filter("prefix-list-id", TransitGatewayRoute::prefixListId)
            .filter("route-search.exact-match", TransitGatewayRoute::destinationCidrBlock)
            .filterAny("attachment.transit-gateway-attachment-id", r -> r.transitGatewayAttachments().stream()
                    .map(a -> a.transitGatewayAttachmentId()))
            .filterAny("attachment.resource-id", r -> r.transitGatewayAttachments().stream()
                    .map(a -> a.resourceId()));

    private Ec2Transit() {}

    static void register(Operations ec2) {
        ec2.on(
                        "DescribeTransitGateways",
                        DescribeTransitGatewaysRequest.class,
                        DescribeTransitGatewaysResponse.class,
                        Ec2Transit::gateways)
                .on(
                        "DescribeTransitGatewayAttachments",
                        DescribeTransitGatewayAttachmentsRequest.class,
                        DescribeTransitGatewayAttachmentsResponse.class,
                        Ec2Transit::attachments)
                .on(
                        "DescribeTransitGatewayVpcAttachments",
                        DescribeTransitGatewayVpcAttachmentsRequest.class,
                        DescribeTransitGatewayVpcAttachmentsResponse.class,
                        Ec2Transit::vpcAttachments)
                .on(
                        "DescribeTransitGatewayRouteTables",
                        DescribeTransitGatewayRouteTablesRequest.class,
                        DescribeTransitGatewayRouteTablesResponse.class,
                        Ec2Transit::tables)
                .on(
                        "SearchTransitGatewayRoutes",
                        SearchTransitGatewayRoutesRequest.class,
                        SearchTransitGatewayRoutesResponse.class,
                        Ec2Transit::routes);
    }

    private static DescribeTransitGatewaysResponse gateways(World world, DescribeTransitGatewaysRequest r, Call call) {
        Page<TransitGateway> page = GATEWAYS.page(
                world.network().transit().gateways().all(),
                r.transitGatewayIds(),
                r.filters(),
                r.maxResults(),
                r.nextToken());
        return DescribeTransitGatewaysResponse.builder()
                .transitGateways(page.items())
                .nextToken(page.token())
                .build();
    }

    private static DescribeTransitGatewayAttachmentsResponse attachments(
            World world, DescribeTransitGatewayAttachmentsRequest r, Call call) {
        Page<TransitGatewayAttachment> page = ATTACHMENTS.page(
                world.network().transit().attachments().all(),
                r.transitGatewayAttachmentIds(),
                r.filters(),
                r.maxResults(),
                r.nextToken());
        return DescribeTransitGatewayAttachmentsResponse.builder()
                .transitGatewayAttachments(page.items())
                .nextToken(page.token())
                .build();
    }

    private static DescribeTransitGatewayVpcAttachmentsResponse vpcAttachments(
            World world, DescribeTransitGatewayVpcAttachmentsRequest r, Call call) {
        Page<TransitGatewayAttachment> page = ATTACHMENTS.page(
                world.network().transit().attachments().all().stream()
                        .filter(each -> each.resourceType() == TransitGatewayAttachmentResourceType.VPC)
                        .toList(),
                r.transitGatewayAttachmentIds(),
                r.filters(),
                r.maxResults(),
                r.nextToken());
        return DescribeTransitGatewayVpcAttachmentsResponse.builder()
                .transitGatewayVpcAttachments(page.items().stream()
                        .map(each -> vpcAttachment(world, each))
                        .toList())
                .nextToken(page.token())
                .build();
    }

    /** With a foot in the first subnet of each zone. */
    private static TransitGatewayVpcAttachment vpcAttachment(World world, TransitGatewayAttachment a) {
        var byZone = new LinkedHashMap<String, String>();
        world.network().subnets().all().stream()
                .filter(each -> each.vpcId().equals(a.resourceId()))
                .forEach(each -> byZone.putIfAbsent(each.availabilityZone(), each.subnetId()));
        return TransitGatewayVpcAttachment.builder()
                .transitGatewayAttachmentId(a.transitGatewayAttachmentId())
                .transitGatewayId(a.transitGatewayId())
                .vpcId(a.resourceId())
                .vpcOwnerId(a.resourceOwnerId())
                .state(a.stateAsString())
                .subnetIds(byZone.values())
                .tags(a.tags())
                .build();
    }

    private static DescribeTransitGatewayRouteTablesResponse tables(
            World world, DescribeTransitGatewayRouteTablesRequest r, Call call) {
        Page<TransitGatewayRouteTable> page = TABLES.page(
                world.network().transit().routeTables().all(),
                r.transitGatewayRouteTableIds(),
                r.filters(),
                r.maxResults(),
                r.nextToken());
        return DescribeTransitGatewayRouteTablesResponse.builder()
                .transitGatewayRouteTables(page.items())
                .nextToken(page.token())
                .build();
    }

    /** EC2 wants a filter, answers a thousand routes at most and has no further page. */
    private static SearchTransitGatewayRoutesResponse routes(
            World world, SearchTransitGatewayRoutesRequest r, Call call) {
        var id = String.valueOf(r.transitGatewayRouteTableId());
        if (!world.network().transit().routeTables().contains(id)) {
            throw TABLES.notFound(List.of(id));
        }
        if (r.filters().isEmpty()) {
            throw new WireFault(400, "MissingParameter", "The request must contain the parameter Filters");
        }
        if (r.maxResults() != null && (r.maxResults() < 5 || r.maxResults() > MOST_ROUTES)) {
            throw new WireFault(
                    400, "InvalidMaxResults", "The parameter MaxResults must be between 5 and " + MOST_ROUTES);
        }
        Page<TransitGatewayRoute> page = ROUTES.page(
                world.network().transit().routes(id),
                List.of(),
                r.filters(),
                r.maxResults() == null ? Integer.valueOf(MOST_ROUTES) : r.maxResults(),
                null);
        return SearchTransitGatewayRoutesResponse.builder()
                .routes(page.items())
                .additionalRoutesAvailable(page.token() != null)
                .build();
    }
}
