package io.atalaya.sandbox.world;

import io.atalaya.sandbox.world.sim.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.TransitGateway;
import software.amazon.awssdk.services.ec2.model.TransitGatewayAttachment;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRoute;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRouteTable;

/** The transit gateways of a region: what hangs on them, and where they send what comes from it. */
public final class Transit {
    private final Table<TransitGateway> gateways = new Table<>(TransitGateway::transitGatewayId);
    private final Table<TransitGatewayAttachment> attachments =
            new Table<>(TransitGatewayAttachment::transitGatewayAttachmentId);
    private final Table<TransitGatewayRouteTable> routeTables =
            new Table<>(TransitGatewayRouteTable::transitGatewayRouteTableId);
    private final Map<String, List<TransitGatewayRoute>> routes = new HashMap<>();

    public Table<TransitGateway> gateways() {
        return gateways;
    }

    public Table<TransitGatewayAttachment> attachments() {
        return attachments;
    }

    public Table<TransitGatewayRouteTable> routeTables() {
        return routeTables;
    }

    /** The routes of a table; none where none were ever given. */
    public List<TransitGatewayRoute> routes(String routeTableId) {
        return routes.getOrDefault(routeTableId, List.of());
    }

    /** Gives a table its routes. */
    public void routes(String routeTableId, List<TransitGatewayRoute> all) {
        routes.put(routeTableId, List.copyOf(all));
    }
}
