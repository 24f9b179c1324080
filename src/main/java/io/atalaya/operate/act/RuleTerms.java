package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What EC2 takes for a rule of a security group, and how it is sent. */
final class RuleTerms {
    private static final Set<String> WITH_PORTS = Set.of("tcp", "udp");
    private static final Set<String> ICMP = Set.of("icmp", "icmpv6");
    /** The numbers that EC2 writes by name: a rule by the number would never be found again. */
    private static final Set<Integer> NAMED = Set.of(1, 6, 17, 58);

    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,2}");
    private static final Pattern DESCRIPTION = Pattern.compile("[a-zA-Z0-9 ._\\-:/()#,@\\[\\]+=&;{}!$*]{0,255}");

    private RuleTerms() {}

    static void check(String securityGroupId, SecurityRule rule, boolean ingress) {
        Input.identifier(securityGroupId);
        Input.require(rule.ingress() == ingress, "operate.input.ruleDirection");
        protocol(rule);
        var peers = Stream.of(rule.cidr(), rule.groupId(), rule.prefixListId())
                .filter(Objects::nonNull)
                .count();
        Input.require(peers == 1, "operate.input.rulePeer");
        if (rule.cidr() != null) {
            Input.require(Blocks.isBlock(rule.cidr()), "operate.input.block");
        }
        Input.identifier(rule.groupId(), false);
        Input.identifier(rule.prefixListId(), false);
        Input.identifier(rule.ruleId(), false);
        Input.identifier(rule.groupOwner(), false);
    }

    /** What is given a group is described in EC2's letters; what is taken away may be described as it likes. */
    static void checkWords(SecurityRule rule) {
        Input.require(
                rule.description() == null
                        || DESCRIPTION.matcher(rule.description()).matches(),
                "operate.input.ruleDescription");
    }

    private static void protocol(SecurityRule rule) {
        var from = rule.fromPort();
        var to = rule.toPort();
        if (WITH_PORTS.contains(rule.protocol())) {
            Input.require(
                    from != null && to != null && from >= 0 && to <= 65_535 && from <= to, "operate.input.portRange");
        } else if (ICMP.contains(rule.protocol())) {
            Input.require(isIcmp(from) && isIcmp(to), "operate.input.icmp");
        } else {
            Input.require(rule.protocol().equals("-1") || isNumber(rule.protocol()), "operate.input.ruleProtocol");
            Input.require(noPort(from) && noPort(to), "operate.input.noPorts");
        }
    }

    private static boolean isNumber(String protocol) {
        return NUMBER.matcher(protocol).matches()
                && Integer.parseInt(protocol) <= 255
                && !NAMED.contains(Integer.valueOf(protocol));
    }

    private static boolean isIcmp(@Nullable Integer number) {
        return number != null && number >= -1 && number <= 255;
    }

    private static boolean noPort(@Nullable Integer port) {
        return port == null || port == -1;
    }

    /** {@code IpPermissions} with this rule alone. */
    static List<Map<String, Object>> permissions(SecurityRule rule, boolean described) {
        var description = described ? rule.description() : null;
        var permission = new Structure()
                .with("IpProtocol", rule.protocol())
                .with("FromPort", rule.fromPort())
                .with("ToPort", rule.toPort());
        if (rule.cidr() != null) {
            var six = Blocks.isSix(rule.cidr());
            permission.with(
                    six ? "Ipv6Ranges" : "IpRanges",
                    List.of(new Structure()
                            .with(six ? "CidrIpv6" : "CidrIp", rule.cidr())
                            .with("Description", description)
                            .map()));
        } else if (rule.groupId() != null) {
            permission.with(
                    "UserIdGroupPairs",
                    List.of(new Structure()
                            .with("GroupId", rule.groupId())
                            .with("UserId", rule.groupOwner())
                            .with("Description", description)
                            .map()));
        } else {
            permission.with(
                    "PrefixListIds",
                    List.of(new Structure()
                            .with("PrefixListId", rule.prefixListId())
                            .with("Description", description)
                            .map()));
        }
        return List.of(permission.map());
    }

    static AwsRequest authorize(String operation, String securityGroupId, SecurityRule rule) {
        return AwsRequest.of(Service.EC2, operation)
                .with("GroupId", securityGroupId)
                .with("IpPermissions", permissions(rule, true));
    }

    /** By its id where it has one, else by all that it says. */
    static AwsRequest revoke(String operation, String securityGroupId, SecurityRule rule) {
        var request = AwsRequest.of(Service.EC2, operation).with("GroupId", securityGroupId);
        return rule.ruleId() == null
                ? request.with("IpPermissions", permissions(rule, false))
                : request.with("SecurityGroupRuleIds", List.of(rule.ruleId()));
    }

    /** Watches until the group has such a rule, or has it no more. */
    static Settling until(String securityGroupId, SecurityRule rule, boolean there) {
        return Watched.until(
                Parts.SECURITY_GROUPS,
                group -> group.id().equals(securityGroupId),
                group -> there == group.rules().stream().anyMatch(each -> means(each, rule)));
    }

    /** The rule of that meaning as the group had it, with AWS's own words on it. */
    static Optional<SecurityRule> find(Deployment deployment, String securityGroupId, SecurityRule rule) {
        return deployment
                .index()
                .find(SecurityGroup.class, ResourceType.SECURITY_GROUP, securityGroupId)
                .flatMap(group ->
                        group.rules().stream().filter(each -> means(each, rule)).findFirst());
    }

    /** Whether two rules of a group let the same through; a group never has two that do. */
    static boolean means(SecurityRule one, SecurityRule other) {
        return one.ingress() == other.ingress()
                && one.protocol().equals(other.protocol())
                && port(one.fromPort()) == port(other.fromPort())
                && port(one.toPort()) == port(other.toPort())
                && sameBlock(one.cidr(), other.cidr())
                && Objects.equals(one.groupId(), other.groupId())
                && Objects.equals(one.prefixListId(), other.prefixListId());
    }

    private static boolean sameBlock(@Nullable String one, @Nullable String other) {
        return one == null || other == null ? Objects.equals(one, other) : Blocks.same(one, other);
    }

    private static int port(@Nullable Integer port) {
        return port == null ? -1 : port;
    }

    /** The same rule without an id: what is given anew gets another. */
    static SecurityRule anew(SecurityRule rule) {
        return rule.named(null);
    }
}
