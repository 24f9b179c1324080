package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.util.Objects;
import java.util.Optional;

/**
 * ec2:DeleteNetworkAclEntry. What it decided falls to the entries after it, and at last to the deny that every ACL ends with.
 *
 * @param number of the entry; the two directions count for themselves
 */
public record DeleteNetworkAclEntry(String networkAclId, int number, boolean egress) implements Operation {
    public DeleteNetworkAclEntry {
        EntryTerms.number(networkAclId, number);
    }

    @Override
    public ResourceRef on() {
        return new ResourceRef(ResourceType.NETWORK_ACL, networkAclId);
    }

    @Override
    public AwsRequest request() {
        return AwsRequest.of(Service.EC2, "DeleteNetworkAclEntry")
                .with("NetworkAclId", networkAclId)
                .with("RuleNumber", number)
                .with("Egress", egress);
    }

    @Override
    public Settling settling() {
        return EntryTerms.until(networkAclId, egress, number, Objects::isNull);
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return EntryTerms.at(before, networkAclId, egress, number)
                .flatMap(it -> Undo.by(() -> new CreateNetworkAclEntry(networkAclId, it)));
    }
}
