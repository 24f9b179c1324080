package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.SecurityRule;
import java.util.Optional;

/**
 * ec2:RevokeSecurityGroupIngress: no longer lets something in. Connections that are open and tracked go on until they end
 * or are idle for long.
 *
 * @param rule as the group has it; by its id where that was told, else by what it says
 */
public record RevokeSecurityGroupIngress(String securityGroupId, SecurityRule rule) implements Operation {
    public RevokeSecurityGroupIngress {
        RuleTerms.check(securityGroupId, rule, true);
    }

    @Override
    public ResourceRef on() {
        return new ResourceRef(ResourceType.SECURITY_GROUP, securityGroupId);
    }

    @Override
    public AwsRequest request() {
        return RuleTerms.revoke("RevokeSecurityGroupIngress", securityGroupId, rule);
    }

    @Override
    public Settling settling() {
        return RuleTerms.until(securityGroupId, rule, false);
    }

    /** The same words again; AWS gives the rule another id. */
    @Override
    public Optional<Operation> undo(Deployment before) {
        return RuleTerms.find(before, securityGroupId, rule)
                .flatMap(it -> Undo.by(() -> new AuthorizeSecurityGroupIngress(securityGroupId, RuleTerms.anew(it))));
    }
}
