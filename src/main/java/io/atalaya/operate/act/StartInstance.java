package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** ec2:StartInstances of one instance. */
public record StartInstance(String instanceId) implements Operation {
    public StartInstance {
        Input.identifier(instanceId);
    }

    @Override
    public ResourceRef on() {
        return new ResourceRef(ResourceType.INSTANCE, instanceId);
    }

    @Override
    public AwsRequest request() {
        return AwsRequest.of(Service.EC2, "StartInstances").with("InstanceIds", List.of(instanceId));
    }

    @Override
    public Settling settling() {
        return InstanceStates.until(instanceId, "running", Set.of("stopped", "pending"), Duration.ofMinutes(10));
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return Optional.of(new StopInstance(instanceId));
    }
}
