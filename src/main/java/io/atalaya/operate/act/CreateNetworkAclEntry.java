package io.atalaya.operate.act;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.util.Optional;

/**
 * ec2:CreateNetworkAclEntry: an entry at a number that is free. It holds at once, for connections that are open too: an ACL
 * remembers nothing. AWS refuses a number that is taken (NetworkAclEntryAlreadyExists).
 */
public record CreateNetworkAclEntry(String networkAclId, AclEntry entry) implements Operation {
    public CreateNetworkAclEntry {
        EntryTerms.check(networkAclId, entry);
    }

    @Override
    public ResourceRef on() {
        return new ResourceRef(ResourceType.NETWORK_ACL, networkAclId);
    }

    @Override
    public AwsRequest request() {
        return EntryTerms.request("CreateNetworkAclEntry", networkAclId, entry);
    }

    @Override
    public Settling settling() {
        return EntryTerms.until(networkAclId, entry.egress(), entry.number(), now -> EntryTerms.means(now, entry));
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return EntryTerms.at(before, networkAclId, entry.egress(), entry.number())
                        .isPresent()
                ? Optional.empty()
                : Undo.by(() -> new DeleteNetworkAclEntry(networkAclId, entry.number(), entry.egress()));
    }
}
