package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** ec2:StopInstances of one instance. */
public record StopInstance(String instanceId) implements Operation {
    public StopInstance {
        Input.identifier(instanceId);
    }

    @Override
    public ResourceRef on() {
        return new ResourceRef(ResourceType.INSTANCE, instanceId);
    }

    @Override
    public AwsRequest request() {
        return AwsRequest.of(Service.EC2, "StopInstances").with("InstanceIds", List.of(instanceId));
    }

    @Override
    public Settling settling() {
        return InstanceStates.until(instanceId, "stopped", Set.of("running", "stopping"), Duration.ofMinutes(10));
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return Optional.of(new StartInstance(instanceId));
    }
}
