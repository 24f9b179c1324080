package io.atalaya.sandbox.world.kit;

import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;

/** What every route table has alike. */
public final class RouteTables {
    private RouteTables() {}

    /** @param subnetId empty for the main association, which is with the VPC itself */
    public static RouteTableAssociation association(String routeTableId, String subnetId) {
        boolean main = subnetId.isEmpty();
        return RouteTableAssociation.builder()
                .routeTableAssociationId("rtbassoc-" + (main ? routeTableId : subnetId).replaceAll("^[a-z]+-", ""))
                .routeTableId(routeTableId)
                .subnetId(main ? null : subnetId)
                .main(main)
                .associationState(s -> s.state("associated"))
                .build();
    }
}
