package io.atalaya.sandbox.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/**
 * Security group rules as EC2 keeps them: single rules (protocol, ports, one source) that are shown grouped by protocol and
 * ports. Two rules are the same when protocol, ports and source are; descriptions do not count.
 */
public final class Rules {
    private Rules() {}

    public static boolean hasAll(List<IpPermission> rules, List<IpPermission> wanted) {
        return keys(rules).keySet().containsAll(keys(wanted).keySet());
    }

    public static boolean hasAny(List<IpPermission> rules, List<IpPermission> wanted) {
        return keys(wanted).keySet().stream().anyMatch(keys(rules)::containsKey);
    }

    /** The rules and more rules. */
    public static List<IpPermission> with(List<IpPermission> rules, List<IpPermission> more) {
        Map<String, IpPermission> all = keys(rules);
        keys(more).forEach(all::putIfAbsent);
        return grouped(all.values().stream().toList());
    }

    /** The rules without some of them. */
    public static List<IpPermission> without(List<IpPermission> rules, List<IpPermission> fewer) {
        Map<String, IpPermission> all = keys(rules);
        all.keySet().removeAll(keys(fewer).keySet());
        return grouped(all.values().stream().toList());
    }

    /** Every rule by itself, with one peer. */
    public static List<IpPermission> singles(List<IpPermission> rules) {
        return List.copyOf(keys(rules).values());
    }

    /** What a rule with one peer says, without its description: the same for the same rule. */
    static String key(IpPermission single) {
        return String.join("", keys(List.of(single)).keySet());
    }

    private static Map<String, IpPermission> keys(List<IpPermission> rules) {
        Map<String, IpPermission> out = new LinkedHashMap<>();
        rules.stream()
                .flatMap(Rules::single)
                .forEach(r -> out.put(
                        ports(r)
                                + '|'
                                + r.ipRanges().stream().map(IpRange::cidrIp).toList()
                                + r.ipv6Ranges().stream()
                                        .map(Ipv6Range::cidrIpv6)
                                        .toList()
                                + r.prefixListIds().stream()
                                        .map(PrefixListId::prefixListId)
                                        .toList()
                                + r.userIdGroupPairs().stream()
                                        .map(UserIdGroupPair::groupId)
                                        .toList(),
                        r));
        return out;
    }

    private static Stream<IpPermission> single(IpPermission p) {
        IpPermission bare = IpPermission.builder()
                .ipProtocol(p.ipProtocol())
                .fromPort(p.fromPort())
                .toPort(p.toPort())
                .build();
        return Stream.of(
                        p.ipRanges().stream()
                                .map(r -> bare.toBuilder().ipRanges(r).build()),
                        p.ipv6Ranges().stream()
                                .map(r -> bare.toBuilder().ipv6Ranges(r).build()),
                        p.prefixListIds().stream()
                                .map(r -> bare.toBuilder().prefixListIds(r).build()),
                        p.userIdGroupPairs().stream()
                                .map(r -> bare.toBuilder().userIdGroupPairs(r).build()))
                .flatMap(Function.identity());
    }

    private static String ports(IpPermission p) {
        return p.ipProtocol() + '|' + Objects.toString(p.fromPort()) + '|' + Objects.toString(p.toPort());
    }

    private static List<IpPermission> grouped(List<IpPermission> singles) {
        Map<String, List<IpPermission>> byPorts = new LinkedHashMap<>();
        singles.forEach(
                s -> byPorts.computeIfAbsent(ports(s), k -> new ArrayList<>()).add(s));
        return byPorts.values().stream()
                .map(same -> same.getFirst().toBuilder()
                        .ipRanges(same.stream()
                                .flatMap(s -> s.ipRanges().stream())
                                .toList())
                        .ipv6Ranges(same.stream()
                                .flatMap(s -> s.ipv6Ranges().stream())
                                .toList())
                        .prefixListIds(same.stream()
                                .flatMap(s -> s.prefixListIds().stream())
                                .toList())
                        .userIdGroupPairs(same.stream()
                                .flatMap(s -> s.userIdGroupPairs().stream())
                                .toList())
                        .build())
                .toList();
    }
}
