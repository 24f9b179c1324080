package io.atalaya.operate.act;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.util.Optional;

/**
 * ec2:ReplaceNetworkAclEntry: another entry in the place of the one of its direction and number. It holds at once, for
 * connections that are open too. AWS refuses where there is none (InvalidNetworkAclEntry.NotFound).
 */
public record ReplaceNetworkAclEntry(String networkAclId, AclEntry entry) implements Operation {
    public ReplaceNetworkAclEntry {
        EntryTerms.check(networkAclId, entry);
    }

    @Override
    public ResourceRef on() {
        return new ResourceRef(ResourceType.NETWORK_ACL, networkAclId);
    }

    @Override
    public AwsRequest request() {
        return EntryTerms.request("ReplaceNetworkAclEntry", networkAclId, entry);
    }

    @Override
    public Settling settling() {
        return EntryTerms.until(networkAclId, entry.egress(), entry.number(), now -> EntryTerms.means(now, entry));
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return EntryTerms.at(before, networkAclId, entry.egress(), entry.number())
                .filter(it -> !EntryTerms.means(it, entry))
                .flatMap(it -> Undo.by(() -> new ReplaceNetworkAclEntry(networkAclId, it)));
    }
}
