package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.SecurityRule;
import java.util.Optional;

/**
 * ec2:AuthorizeSecurityGroupEgress: lets something out, from now on also for connections to come. AWS refuses a rule that is there already
 * (InvalidPermission.Duplicate) and more rules than the quota allows (RulesPerSecurityGroupLimitExceeded).
 *
 * @param rule without an id: AWS gives it one
 */
public record AuthorizeSecurityGroupEgress(String securityGroupId, SecurityRule rule) implements Operation {
    public AuthorizeSecurityGroupEgress {
        RuleTerms.check(securityGroupId, rule, false);
        RuleTerms.checkWords(rule);
    }

    @Override
    public ResourceRef on() {
        return new ResourceRef(ResourceType.SECURITY_GROUP, securityGroupId);
    }

    @Override
    public AwsRequest request() {
        return RuleTerms.authorize("AuthorizeSecurityGroupEgress", securityGroupId, rule);
    }

    @Override
    public Settling settling() {
        return RuleTerms.until(securityGroupId, rule, true);
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return RuleTerms.find(before, securityGroupId, rule).isPresent()
                ? Optional.empty()
                : Undo.by(() -> new RevokeSecurityGroupEgress(securityGroupId, RuleTerms.anew(rule)));
    }
}
