package io.atalaya.sandbox.world;

import io.atalaya.sandbox.world.sim.Account;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.ReferencedSecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;

/**
 * The rules of security groups as {@code DescribeSecurityGroupRules} lists them: one peer each, with an id. Here the id follows
 * from what the rule says, so that a rule that is taken away and given again has the same one; AWS gives it another.
 */
public final class SecurityRules {
    private SecurityRules() {}

    /** Both directions, inbound first. */
    public static List<SecurityGroupRule> of(SecurityGroup group, Account account) {
        return Stream.concat(
                        of(group, group.ipPermissions(), false, account),
                        of(group, group.ipPermissionsEgress(), true, account))
                .toList();
    }

    /** Those of one direction that are among {@code permissions}. */
    public static Stream<SecurityGroupRule> of(
            SecurityGroup group, List<IpPermission> permissions, boolean egress, Account account) {
        return Rules.singles(permissions).stream().map(each -> {
            var id = "sgr-" + hex(group.groupId() + '|' + egress + '|' + Rules.key(each));
            return rule(group, each, egress).toBuilder()
                    .securityGroupRuleId(id)
                    .securityGroupRuleArn(account.arn("ec2", "security-group-rule/" + id))
                    .build();
        });
    }

    private static SecurityGroupRule rule(SecurityGroup group, IpPermission p, boolean egress) {
        var rule = SecurityGroupRule.builder()
                .groupId(group.groupId())
                .groupOwnerId(group.ownerId())
                .isEgress(egress)
                .ipProtocol(p.ipProtocol())
                .fromPort(p.fromPort() == null ? Integer.valueOf(-1) : p.fromPort())
                .toPort(p.toPort() == null ? Integer.valueOf(-1) : p.toPort())
                .tags(List.of());
        p.ipRanges().forEach(r -> rule.cidrIpv4(r.cidrIp()).description(r.description()));
        p.ipv6Ranges().forEach(r -> rule.cidrIpv6(r.cidrIpv6()).description(r.description()));
        p.prefixListIds().forEach(r -> rule.prefixListId(r.prefixListId()).description(r.description()));
        p.userIdGroupPairs().forEach(r -> rule.referencedGroupInfo(ReferencedSecurityGroup.builder()
                        .groupId(r.groupId())
                        .userId(r.userId())
                        .vpcId(r.vpcId())
                        .vpcPeeringConnectionId(r.vpcPeeringConnectionId())
                        .peeringStatus(r.peeringStatus())
                        .build())
                .description(r.description()));
        return rule.build();
    }

    private static String hex(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "0" + HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
