package io.atalaya.deployment;

import org.jspecify.annotations.Nullable;

/**
 * The id of one rule of a security group, with what it stands for (ec2:DescribeSecurityGroupRules). EC2 shows groups without it.
 *
 * @param ruleId {@code sgr-...}
 * @param meant everything that makes a rule the rule it is
 */
public record SecurityRuleId(String ruleId, Meant meant) {
    /**
     * What a rule lets through: two rules of a group never mean the same.
     *
     * @param from first port or ICMP type; -1 for all
     * @param to last port or ICMP code; -1 for all
     */
    public record Meant(
            String securityGroupId,
            boolean ingress,
            String protocol,
            int from,
            int to,
            @Nullable String cidr,
            @Nullable String groupId,
            @Nullable String prefixListId) {
        /** Of a rule as its group shows it. */
        public static Meant by(String securityGroupId, SecurityRule rule) {
            return new Meant(
                    securityGroupId,
                    rule.ingress(),
                    rule.protocol(),
                    port(rule.fromPort()),
                    port(rule.toPort()),
                    rule.cidr(),
                    rule.groupId(),
                    rule.prefixListId());
        }

        private static int port(@Nullable Integer port) {
            return port == null ? -1 : port;
        }
    }
}
