package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.world.World;
import software.amazon.awssdk.services.ec2.model.DescribeEgressOnlyInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeEgressOnlyInternetGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcPeeringConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcPeeringConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.EgressOnlyInternetGateway;
import software.amazon.awssdk.services.ec2.model.FlowLog;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;

/** Peering, endpoints, flow logs, and the gateways for IPv6 that goes out. */
final class Ec2Connections {
    static final Ec2Query<VpcPeeringConnection> PEERINGS = Ec2Query.by(
                    VpcPeeringConnection::vpcPeeringConnectionId,
                    VpcPeeringConnection::tags,
                    "InvalidVpcPeeringConnectionID.NotFound",
                    "vpcPeeringConnection ID")
            .filter("vpc-peering-connection-id", VpcPeeringConnection::vpcPeeringConnectionId)
            .filter("status-code", c -> c.status().codeAsString())
            .filter("requester-vpc-info.vpc-id", c -> c.requesterVpcInfo().vpcId())
            .filter("accepter-vpc-info.vpc-id", c -> c.accepterVpcInfo().vpcId())
            .filter("requester-vpc-info.owner-id", c -> c.requesterVpcInfo().ownerId())
            .filter("accepter-vpc-info.owner-id", c -> c.accepterVpcInfo().ownerId());
    static final Ec2Query<VpcEndpoint> ENDPOINTS = Ec2Query.by(
                    VpcEndpoint::vpcEndpointId, VpcEndpoint::tags, "InvalidVpcEndpointId.NotFound", "Vpc Endpoint Id")
            .filter("vpc-endpoint-id", VpcEndpoint::vpcEndpointId)
            .filter("vpc-id", VpcEndpoint::vpcId)
            .filter("service-name", VpcEndpoint::serviceName)
            .filter("vpc-endpoint-state", VpcEndpoint::stateAsString)
            .filter("vpc-endpoint-type", VpcEndpoint::vpcEndpointTypeAsString);
    static final Ec2Query<FlowLog> FLOW_LOGS = Ec2Query.by(
                    FlowLog::flowLogId, FlowLog::tags, "InvalidFlowLogId.NotFound", "flow log Id")
            .filter("flow-log-id", FlowLog::flowLogId)
            .filter("resource-id", FlowLog::resourceId)
            .filter("log-group-name", FlowLog::logGroupName)
            .filter("traffic-type", FlowLog::trafficTypeAsString)
            .filter("deliver-log-status", FlowLog::deliverLogsStatus);
    static final Ec2Query<EgressOnlyInternetGateway> EGRESS_ONLY = Ec2Query.by(
            EgressOnlyInternetGateway::egressOnlyInternetGatewayId,
            EgressOnlyInternetGateway::tags,
            "InvalidGatewayID.NotFound",
            "eigw ID");

    private Ec2Connections() {}

    static void register(Operations ec2) {
        ec2.on(
                        "DescribeVpcPeeringConnections",
                        DescribeVpcPeeringConnectionsRequest.class,
                        DescribeVpcPeeringConnectionsResponse.class,
                        Ec2Connections::peerings)
                .on(
                        "DescribeVpcEndpoints",
                        DescribeVpcEndpointsRequest.class,
                        DescribeVpcEndpointsResponse.class,
                        Ec2Connections::endpoints)
                .on(
                        "DescribeFlowLogs",
                        DescribeFlowLogsRequest.class,
                        DescribeFlowLogsResponse.class,
                        Ec2Connections::flowLogs)
                .on(
                        "DescribeEgressOnlyInternetGateways",
                        DescribeEgressOnlyInternetGatewaysRequest.class,
                        DescribeEgressOnlyInternetGatewaysResponse.class,
                        Ec2Connections::egressOnly);
    }

    private static DescribeVpcPeeringConnectionsResponse peerings(
            World world, DescribeVpcPeeringConnectionsRequest r, Call call) {
        Page<VpcPeeringConnection> page = PEERINGS.page(
                world.network().peerings().all(),
                r.vpcPeeringConnectionIds(),
                r.filters(),
                r.maxResults(),
                r.nextToken());
        return DescribeVpcPeeringConnectionsResponse.builder()
                .vpcPeeringConnections(page.items())
                .nextToken(page.token())
                .build();
    }

    private static DescribeVpcEndpointsResponse endpoints(World world, DescribeVpcEndpointsRequest r, Call call) {
        Page<VpcEndpoint> page = ENDPOINTS.page(
                world.network().endpoints().all(), r.vpcEndpointIds(), r.filters(), r.maxResults(), r.nextToken());
        return DescribeVpcEndpointsResponse.builder()
                .vpcEndpoints(page.items())
                .nextToken(page.token())
                .build();
    }

    private static DescribeFlowLogsResponse flowLogs(World world, DescribeFlowLogsRequest r, Call call) {
        Page<FlowLog> page = FLOW_LOGS.page(
                world.network().flowLogs().all(), r.flowLogIds(), r.filter(), r.maxResults(), r.nextToken());
        return DescribeFlowLogsResponse.builder()
                .flowLogs(page.items())
                .nextToken(page.token())
                .build();
    }

    private static DescribeEgressOnlyInternetGatewaysResponse egressOnly(
            World world, DescribeEgressOnlyInternetGatewaysRequest r, Call call) {
        Page<EgressOnlyInternetGateway> page = EGRESS_ONLY.page(
                world.network().egressOnlyGateways().all(),
                r.egressOnlyInternetGatewayIds(),
                r.filters(),
                r.maxResults(),
                r.nextToken());
        return DescribeEgressOnlyInternetGatewaysResponse.builder()
                .egressOnlyInternetGateways(page.items())
                .nextToken(page.token())
                .build();
    }
}
