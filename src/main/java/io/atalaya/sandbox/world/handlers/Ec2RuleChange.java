package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Rules;
import io.atalaya.sandbox.world.SecurityRules;
import io.atalaya.sandbox.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.RevokedSecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** A change of one direction of a security group, with what EC2 refuses. */
final class Ec2RuleChange {
    /** EC2's quota for each direction when nobody asked for more. */
    private static final int MOST_RULES = 60;

    private static final Pattern BLOCK =
            Pattern.compile("(\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)/(\\d{1,3})");
    private static final Set<String> WITH_PORTS = Set.of("tcp", "udp");

    private final World world;
    private final SecurityGroup group;
    private final boolean egress;

    Ec2RuleChange(World world, SecurityGroup group, boolean egress) {
        this.world = world;
        this.group = group;
        this.egress = egress;
    }

    static SecurityGroup group(World world, @Nullable String id, @Nullable String name) {
        return world.network().securityGroups().stream()
                .filter(g ->
                        id == null ? g.groupName().equals(name) : g.groupId().equals(id))
                .findFirst()
                .orElseThrow(() -> new WireFault(
                        400,
                        "InvalidGroup.NotFound",
                        "The security group '" + (id == null ? name : id) + "' does not exist"));
    }

    /** Rules come as a list, or one of them spelled out in the request itself. */
    static List<IpPermission> wanted(
            List<IpPermission> listed,
            @Nullable String protocol,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String cidr) {
        if (!listed.isEmpty()) {
            return listed.stream().map(Ec2RuleChange::normal).toList();
        }
        if (protocol == null || cidr == null) {
            throw new WireFault(400, "MissingParameter", "The request must contain the parameter ipPermissions");
        }
        return List.of(normal(IpPermission.builder()
                .ipProtocol(protocol)
                .fromPort(from)
                .toPort(to)
                .ipRanges(x -> x.cidrIp(cidr))
                .build()));
    }

    /** EC2 writes the four protocols it knows by name, and no ports where all protocols are meant. */
    private static IpPermission normal(IpPermission p) {
        var protocol = String.valueOf(p.ipProtocol()).toLowerCase(Locale.ROOT);
        var name =
                switch (protocol) {
                    case "6" -> "tcp";
                    case "17" -> "udp";
                    case "1" -> "icmp";
                    case "58" -> "icmpv6";
                    case "all" -> "-1";
                    default -> protocol;
                };
        if (WITH_PORTS.contains(name) && (p.fromPort() == null || p.toPort() == null)) {
            throw invalid("Invalid value for portRange. Must specify both from and to ports with TCP/UDP.");
        }
        if (WITH_PORTS.contains(name) && p.fromPort() > p.toPort()) {
            throw new WireFault(
                    400,
                    "InvalidParameterValue",
                    "Invalid TCP/UDP port range (" + p.fromPort() + ":" + p.toPort() + ")");
        }
        blocks(p).filter(block -> !isBlock(block)).findFirst().ifPresent(bad -> {
            throw invalid("CIDR block " + bad + " is malformed");
        });
        if (peers(p) == 0) {
            throw new WireFault(
                    400,
                    "MissingParameter",
                    "Missing source specification: include source security group or CIDR information");
        }
        return name.equals("-1")
                ? p.toBuilder().ipProtocol(name).fromPort(null).toPort(null).build()
                : p.toBuilder().ipProtocol(name).build();
    }

    private static Stream<String> blocks(IpPermission p) {
        return Stream.concat(
                        p.ipRanges().stream().map(r -> r.cidrIp()),
                        p.ipv6Ranges().stream().map(r -> r.cidrIpv6()))
                .filter(Objects::nonNull);
    }

    private static boolean isBlock(String text) {
        var parts = BLOCK.matcher(text);
        return parts.matches() && Integer.parseInt(parts.group(3)) <= (text.indexOf(':') < 0 ? 32 : 128);
    }

    private static int peers(IpPermission p) {
        return p.ipRanges().size()
                + p.ipv6Ranges().size()
                + p.prefixListIds().size()
                + p.userIdGroupPairs().size();
    }

    private List<IpPermission> now() {
        return egress ? group.ipPermissionsEgress() : group.ipPermissions();
    }

    /** Refuses what is there already, what is too much, and peers that are nowhere. */
    void mayAdd(List<IpPermission> wanted) {
        for (var p : wanted) {
            p.userIdGroupPairs().forEach(this::peer);
            p.prefixListIds().forEach(each -> list(String.valueOf(each.prefixListId())));
        }
        if (Rules.hasAny(now(), wanted)) {
            throw new WireFault(
                    400, "InvalidPermission.Duplicate", "the specified rule " + told(wanted) + " already exists");
        }
        var after = SecurityRules.of(group, Rules.with(now(), wanted), egress, world.account())
                .count();
        if (after > MOST_RULES) {
            throw new WireFault(
                    400,
                    "RulesPerSecurityGroupLimitExceeded",
                    "The maximum number of rules per security group has been reached.");
        }
    }

    private static String told(List<IpPermission> wanted) {
        var p = wanted.getFirst();
        var peer = blocks(p).findFirst().orElseGet(() -> p.userIdGroupPairs().stream()
                .map(UserIdGroupPair::groupId)
                .findFirst()
                .orElse(""));
        return "\"peer: " + peer + ", " + p.ipProtocol().toUpperCase(Locale.ROOT) + ", from port: " + p.fromPort()
                + ", to port: " + p.toPort() + ", ALLOW\"";
    }

    private void peer(UserIdGroupPair pair) {
        var own = pair.userId() == null || pair.userId().equals(world.account().id());
        if (own && !world.network().securityGroups().contains(String.valueOf(pair.groupId()))) {
            throw new WireFault(
                    400, "InvalidGroup.NotFound", "The security group '" + pair.groupId() + "' does not exist");
        }
    }

    private void list(String id) {
        if (!world.network().prefixLists().lists().contains(id)) {
            throw new WireFault(400, "InvalidPrefixListID.NotFound", "The prefix list ID '" + id + "' does not exist");
        }
    }

    /** What is to go and is there. */
    List<IpPermission> existing(List<IpPermission> wanted) {
        if (!Rules.hasAll(now(), wanted)) {
            throw new WireFault(
                    400, "InvalidPermission.NotFound", "The specified rule does not exist in this security group.");
        }
        return wanted;
    }

    /** What is to go, by the ids of the rules. */
    List<IpPermission> byId(List<String> ids) {
        return ids.stream()
                .map(id -> Rules.singles(now()).stream()
                        .filter(each -> idOf(each).equals(id))
                        .findFirst()
                        .orElseThrow(() -> new WireFault(
                                400,
                                "InvalidSecurityGroupRuleId.NotFound",
                                "The security group rule ID '" + id + "' does not exist")))
                .toList();
    }

    private String idOf(IpPermission single) {
        return SecurityRules.of(group, List.of(single), egress, world.account())
                .findFirst()
                .orElseThrow()
                .securityGroupRuleId();
    }

    List<SecurityGroupRule> add(List<IpPermission> wanted) {
        var owned = wanted.stream().map(this::owned).toList();
        put(Rules.with(now(), owned));
        return SecurityRules.of(group, owned, egress, world.account()).toList();
    }

    /** A peer without an account is one of the group's own. */
    private IpPermission owned(IpPermission p) {
        return p.toBuilder()
                .userIdGroupPairs(p.userIdGroupPairs().stream()
                        .map(each -> each.userId() == null
                                ? each.toBuilder().userId(world.account().id()).build()
                                : each)
                        .toList())
                .build();
    }

    List<RevokedSecurityGroupRule> remove(List<IpPermission> fewer) {
        var gone = SecurityRules.of(group, fewer, egress, world.account())
                .map(rule -> RevokedSecurityGroupRule.builder()
                        .securityGroupRuleId(rule.securityGroupRuleId())
                        .groupId(rule.groupId())
                        .isEgress(rule.isEgress())
                        .ipProtocol(rule.ipProtocol())
                        .fromPort(rule.fromPort())
                        .toPort(rule.toPort())
                        .cidrIpv4(rule.cidrIpv4())
                        .cidrIpv6(rule.cidrIpv6())
                        .prefixListId(rule.prefixListId())
                        .description(rule.description())
                        .build())
                .toList();
        put(Rules.without(now(), fewer));
        return gone;
    }

    private void put(List<IpPermission> rules) {
        var changed = group.toBuilder();
        world.network()
                .rulesChanged((egress ? changed.ipPermissionsEgress(rules) : changed.ipPermissions(rules)).build());
    }

    private static WireFault invalid(String message) {
        return new WireFault(400, "InvalidParameterValue", message);
    }
}
