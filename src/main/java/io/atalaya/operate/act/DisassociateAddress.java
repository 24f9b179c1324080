package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ElasticIp;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.util.Optional;

/**
 * ec2:DisassociateAddress: takes an Elastic IP off what has it. The address stays allocated, and is paid for.
 *
 * @param associationId of the association as it is now
 */
public record DisassociateAddress(String allocationId, String associationId) implements Operation {
    public DisassociateAddress {
        Input.identifier(allocationId);
        Input.identifier(associationId);
    }

    @Override
    public ResourceRef on() {
        return new ResourceRef(ResourceType.ELASTIC_IP, allocationId);
    }

    @Override
    public AwsRequest request() {
        return AwsRequest.of(Service.EC2, "DisassociateAddress").with("AssociationId", associationId);
    }

    @Override
    public Settling settling() {
        return Watched.until(
                Parts.ELASTIC_IPS,
                it -> it.allocationId().equals(allocationId),
                it -> !associationId.equals(it.associationId()));
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return before.index()
                .find(ElasticIp.class, ResourceType.ELASTIC_IP, allocationId)
                .flatMap(it -> Optional.ofNullable(it.instanceId()))
                .map(it -> new AssociateAddress(allocationId, it, false));
    }
}
