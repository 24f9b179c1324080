package io.atalaya.operate.act;

import io.atalaya.deployment.ResourceRef;
import java.util.Set;

/** autoscaling:CancelInstanceRefresh: stops the refresh or rollback that is under way; members that were replaced stay replaced. */
public record CancelInstanceRefresh(String groupName) implements Operation {
    public CancelInstanceRefresh {
        Input.name(groupName);
    }

    @Override
    public ResourceRef on() {
        return Groups.ref(groupName);
    }

    @Override
    public AwsRequest request() {
        return Groups.request("CancelInstanceRefresh", groupName);
    }

    @Override
    public Settling settling() {
        return Groups.refresh(
                groupName,
                Set.of("Cancelled"),
                Set.of("Pending", "InProgress", "Cancelling", "Baking", "RollbackInProgress"),
                false);
    }
}
