package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ElasticIp;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.util.Optional;

/**
 * ec2:AssociateAddress: an Elastic IP to an instance.
 *
 * @param allowReassociation whether it may be taken from whatever has it now; without it AWS refuses (Resource.AlreadyAssociated)
 */
public record AssociateAddress(String allocationId, String instanceId, boolean allowReassociation)
        implements Operation {
    public AssociateAddress {
        Input.identifier(allocationId);
        Input.identifier(instanceId);
    }

    @Override
    public ResourceRef on() {
        return new ResourceRef(ResourceType.ELASTIC_IP, allocationId);
    }

    @Override
    public AwsRequest request() {
        return AwsRequest.of(Service.EC2, "AssociateAddress")
                .with("AllocationId", allocationId)
                .with("InstanceId", instanceId)
                .with("AllowReassociation", allowReassociation);
    }

    @Override
    public Settling settling() {
        return Watched.until(
                Parts.ELASTIC_IPS,
                it -> it.allocationId().equals(allocationId),
                it -> instanceId.equals(it.instanceId()));
    }

    /** Only back to the instance that had it: the id by which it could be taken off is known when it is associated. */
    @Override
    public Optional<Operation> undo(Deployment before) {
        return before.index()
                .find(ElasticIp.class, ResourceType.ELASTIC_IP, allocationId)
                .flatMap(it -> Optional.ofNullable(it.instanceId()))
                .filter(it -> !it.equals(instanceId))
                .map(it -> new AssociateAddress(allocationId, it, true));
    }
}
