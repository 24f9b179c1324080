package io.atalaya.operate.act;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** ec2:RebootInstances of one instance: its state stays {@code running} all the while. */
public record RebootInstance(String instanceId) implements Operation {
    public RebootInstance {
        Input.identifier(instanceId);
    }

    @Override
    public ResourceRef on() {
        return new ResourceRef(ResourceType.INSTANCE, instanceId);
    }

    @Override
    public AwsRequest request() {
        return AwsRequest.of(Service.EC2, "RebootInstances").with("InstanceIds", List.of(instanceId));
    }

    @Override
    public Settling settling() {
        return InstanceStates.until(instanceId, "running", Set.of(), Duration.ofMinutes(5));
    }
}
