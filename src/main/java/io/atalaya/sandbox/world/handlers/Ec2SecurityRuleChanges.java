package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.world.World;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupEgressResponse;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressResponse;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupEgressResponse;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressResponse;

/** Giving rules to security groups and taking them away, by what they say or by their ids. */
final class Ec2SecurityRuleChanges {
    private Ec2SecurityRuleChanges() {}

    static void register(Operations ec2) {
        ec2.on(
                        "AuthorizeSecurityGroupIngress",
                        AuthorizeSecurityGroupIngressRequest.class,
                        AuthorizeSecurityGroupIngressResponse.class,
                        Ec2SecurityRuleChanges::authorizeIngress)
                .on(
                        "AuthorizeSecurityGroupEgress",
                        AuthorizeSecurityGroupEgressRequest.class,
                        AuthorizeSecurityGroupEgressResponse.class,
                        Ec2SecurityRuleChanges::authorizeEgress)
                .on(
                        "RevokeSecurityGroupIngress",
                        RevokeSecurityGroupIngressRequest.class,
                        RevokeSecurityGroupIngressResponse.class,
                        Ec2SecurityRuleChanges::revokeIngress)
                .on(
                        "RevokeSecurityGroupEgress",
                        RevokeSecurityGroupEgressRequest.class,
                        RevokeSecurityGroupEgressResponse.class,
                        Ec2SecurityRuleChanges::revokeEgress);
    }

    private static AuthorizeSecurityGroupIngressResponse authorizeIngress(
            World world, AuthorizeSecurityGroupIngressRequest r, Call call) {
        var change = new Ec2RuleChange(world, Ec2RuleChange.group(world, r.groupId(), r.groupName()), false);
        var wanted = Ec2RuleChange.wanted(r.ipPermissions(), r.ipProtocol(), r.fromPort(), r.toPort(), r.cidrIp());
        change.mayAdd(wanted);
        Ec2InstanceChanges.refuseDryRun(r.dryRun());
        return AuthorizeSecurityGroupIngressResponse.builder()
                .returnValue(true)
                .securityGroupRules(change.add(wanted))
                .build();
    }

    private static AuthorizeSecurityGroupEgressResponse authorizeEgress(
            World world, AuthorizeSecurityGroupEgressRequest r, Call call) {
        var change = new Ec2RuleChange(world, Ec2RuleChange.group(world, r.groupId(), null), true);
        var wanted = Ec2RuleChange.wanted(r.ipPermissions(), r.ipProtocol(), r.fromPort(), r.toPort(), r.cidrIp());
        change.mayAdd(wanted);
        Ec2InstanceChanges.refuseDryRun(r.dryRun());
        return AuthorizeSecurityGroupEgressResponse.builder()
                .returnValue(true)
                .securityGroupRules(change.add(wanted))
                .build();
    }

    private static RevokeSecurityGroupIngressResponse revokeIngress(
            World world, RevokeSecurityGroupIngressRequest r, Call call) {
        var change = new Ec2RuleChange(world, Ec2RuleChange.group(world, r.groupId(), r.groupName()), false);
        var fewer = r.securityGroupRuleIds().isEmpty()
                ? change.existing(
                        Ec2RuleChange.wanted(r.ipPermissions(), r.ipProtocol(), r.fromPort(), r.toPort(), r.cidrIp()))
                : change.byId(r.securityGroupRuleIds());
        Ec2InstanceChanges.refuseDryRun(r.dryRun());
        return RevokeSecurityGroupIngressResponse.builder()
                .returnValue(true)
                .revokedSecurityGroupRules(change.remove(fewer))
                .build();
    }

    private static RevokeSecurityGroupEgressResponse revokeEgress(
            World world, RevokeSecurityGroupEgressRequest r, Call call) {
        var change = new Ec2RuleChange(world, Ec2RuleChange.group(world, r.groupId(), null), true);
        var fewer = r.securityGroupRuleIds().isEmpty()
                ? change.existing(
                        Ec2RuleChange.wanted(r.ipPermissions(), r.ipProtocol(), r.fromPort(), r.toPort(), r.cidrIp()))
                : change.byId(r.securityGroupRuleIds());
        Ec2InstanceChanges.refuseDryRun(r.dryRun());
        return RevokeSecurityGroupEgressResponse.builder()
                .returnValue(true)
                .revokedSecurityGroupRules(change.remove(fewer))
                .build();
    }
}
