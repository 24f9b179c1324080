package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import java.util.List;
import java.util.Optional;

/** autoscaling:ExitStandby of one member: desired rises by one, and its balancers send it requests again once it is healthy. */
public record ExitStandby(String groupName, String instanceId) implements Operation {
    public ExitStandby {
        Input.name(groupName);
        Input.identifier(instanceId);
    }

    @Override
    public ResourceRef on() {
        return Groups.ref(groupName);
    }

    @Override
    public AwsRequest request() {
        return Groups.request("ExitStandby", groupName).with("InstanceIds", List.of(instanceId));
    }

    @Override
    public Settling settling() {
        return Groups.member(groupName, instanceId, "InService");
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return Optional.of(new EnterStandby(groupName, instanceId, true));
    }
}
