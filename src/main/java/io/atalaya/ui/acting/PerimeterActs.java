package io.atalaya.ui.acting;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.operate.act.AuthorizeSecurityGroupEgress;
import io.atalaya.operate.act.AuthorizeSecurityGroupIngress;
import io.atalaya.operate.act.CreateNetworkAclEntry;
import io.atalaya.operate.act.DeleteNetworkAclEntry;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.ReplaceNetworkAclEntry;
import io.atalaya.operate.act.RevokeSecurityGroupEgress;
import io.atalaya.operate.act.RevokeSecurityGroupIngress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be done with a security group and with a network ACL. */
final class PerimeterActs {
    private static final int LAST = 32_766;
    /** People leave room between two entries. */
    private static final int STEP = 10;

    private static final Map<String, String> NUMBERS = Map.of("tcp", "6", "udp", "17", "icmp", "1", "icmpv6", "58");

    private PerimeterActs() {}

    static Stream<ActOffer> of(SecurityGroup group) {
        return of(group, null);
    }

    /** @param pointed the rule that was pointed at: taking it away comes first; null for none */
    static Stream<ActOffer> of(SecurityGroup group, @Nullable SecurityRule pointed) {
        var give = Stream.of(
                authorize(group, AuthorizeSecurityGroupIngress.class, true, AuthorizeSecurityGroupIngress::new),
                authorize(group, AuthorizeSecurityGroupEgress.class, false, AuthorizeSecurityGroupEgress::new));
        var take = Stream.concat(
                revoke(group, RevokeSecurityGroupIngress.class, true, pointed, RevokeSecurityGroupIngress::new),
                revoke(group, RevokeSecurityGroupEgress.class, false, pointed, RevokeSecurityGroupEgress::new));
        return pointed == null ? Stream.concat(give, take) : Stream.concat(take, give);
    }

    private static ActOffer authorize(
            SecurityGroup group,
            Class<? extends Operation> act,
            boolean ingress,
            BiFunction<String, SecurityRule, Operation> make) {
        return ActOffer.of(
                act,
                group.ref(),
                () -> List.of(
                        ActField.choice("protocol", ActField.words("tcp", "udp", "icmp", "icmpv6", "-1")),
                        new ActField.Number("fromPort", "", false, "1"),
                        new ActField.Number("toPort", "", false, "1"),
                        ActField.text("peer", "", "192.0.2.0/24"),
                        ActField.text("description", "", "")),
                values -> make.apply(group.id(), rule(values, ingress)));
    }

    private static SecurityRule rule(ActValues values, boolean ingress) {
        var protocol = values.text("protocol");
        var all = protocol.equals("-1");
        var icmp = protocol.startsWith("icmp");
        var from = all ? null : orAll(values.numberOrNull("fromPort"), icmp);
        var to = values.numberOrNull("toPort");
        var peer = values.text("peer").strip();
        return new SecurityRule(
                ingress,
                protocol,
                from,
                all ? null : to == null && !icmp ? from : orAll(to, icmp),
                peer.startsWith("sg-") || peer.startsWith("pl-") ? null : peer,
                peer.startsWith("sg-") ? peer : null,
                peer.startsWith("pl-") ? peer : null,
                values.textOrNull("description"));
    }

    private static @Nullable Integer orAll(@Nullable Integer number, boolean icmp) {
        return number == null && icmp ? Integer.valueOf(-1) : number;
    }

    private static Stream<ActOffer> revoke(
            SecurityGroup group,
            Class<? extends Operation> act,
            boolean ingress,
            @Nullable SecurityRule pointed,
            BiFunction<String, SecurityRule, Operation> make) {
        var rules =
                group.rules().stream().filter(each -> each.ingress() == ingress).toList();
        var first = pointed == null ? 0 : rules.indexOf(pointed);
        if (rules.isEmpty() || first < 0) { // another direction, or gone meanwhile
            return Stream.empty();
        }
        return Stream.of(ActOffer.of(
                act,
                group.ref(),
                () -> List.of(new ActField.Choice(
                        "rule",
                        String.valueOf(first),
                        false,
                        IntStream.range(0, rules.size())
                                .mapToObj(i -> new ActField.Option(String.valueOf(i), words(rules.get(i))))
                                .toList())),
                values -> make.apply(group.id(), rules.get(Integer.parseInt(values.text("rule"))))));
    }

    static Stream<ActOffer> of(NetworkAcl acl) {
        return of(acl, null);
    }

    /** @param pointed the entry that was pointed at: what is done with entries begins with it; null for none */
    static Stream<ActOffer> of(NetworkAcl acl, @Nullable AclEntry pointed) {
        var create = ActOffer.of(
                CreateNetworkAclEntry.class,
                acl.ref(),
                () -> List.of(
                        new ActField.Check("egress", false, false),
                        new ActField.Number("number", String.valueOf(free(acl)), false, String.valueOf(free(acl))),
                        new ActField.Check("allow", true, false),
                        ActField.choice("protocol", ActField.words("tcp", "udp", "icmp", "icmpv6", "-1")),
                        new ActField.Number("fromPort", "", false, "1"),
                        new ActField.Number("toPort", "", false, "1"),
                        ActField.text("cidr", "", "192.0.2.0/24")),
                values -> new CreateNetworkAclEntry(
                        acl.id(), entry(values, values.flag("egress"), values.number("number"))));
        var changeable = acl.entries().stream()
                .filter(each -> each.number() <= LAST)
                .collect(Collectors.toMap(PerimeterActs::key, each -> each, (first, again) -> first));
        if (changeable.isEmpty()) {
            return Stream.of(create);
        }
        var options = acl.entries().stream()
                .filter(each -> each.number() <= LAST)
                .map(each -> new ActField.Option(key(each), words(each)))
                .toList();
        var first = pointed != null && changeable.containsKey(key(pointed))
                ? pointed
                : Objects.requireNonNull(changeable.get(options.getFirst().value()), "each option is one of them");
        var change = Stream.of(
                ActOffer.of(
                        ReplaceNetworkAclEntry.class,
                        acl.ref(),
                        () -> List.of(
                                new ActField.Choice("entry", key(first), false, options),
                                new ActField.Check("allow", first.allow(), false),
                                new ActField.Choice(
                                        "protocol",
                                        protocol(first),
                                        false,
                                        ActField.words("tcp", "udp", "icmp", "icmpv6", "-1")),
                                new ActField.Number("fromPort", port(first.fromPort(), first.icmpType()), false, "1"),
                                new ActField.Number("toPort", port(first.toPort(), first.icmpCode()), false, "1"),
                                ActField.text("cidr", first.cidr(), "192.0.2.0/24")),
                        values -> {
                            var old = chosen(changeable, values);
                            return new ReplaceNetworkAclEntry(acl.id(), entry(values, old.egress(), old.number()));
                        }),
                ActOffer.of(
                        DeleteNetworkAclEntry.class,
                        acl.ref(),
                        () -> List.of(new ActField.Choice("entry", key(first), false, options)),
                        values -> {
                            var old = chosen(changeable, values);
                            return new DeleteNetworkAclEntry(acl.id(), old.number(), old.egress());
                        }));
        return pointed == null ? Stream.concat(Stream.of(create), change) : Stream.concat(change, Stream.of(create));
    }

    /** As the form names it; TCP where it has no name for it. */
    private static String protocol(AclEntry entry) {
        return entry.protocol().equals("-1")
                ? "-1"
                : NUMBERS.entrySet().stream()
                        .filter(each -> each.getValue().equals(entry.protocol()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse("tcp");
    }

    private static String port(@Nullable Integer port, @Nullable Integer icmp) {
        var number = port != null ? port : icmp;
        return number == null || number < 0 ? "" : String.valueOf(number);
    }

    private static AclEntry chosen(Map<String, AclEntry> entries, ActValues values) {
        var entry = entries.get(values.text("entry"));
        if (entry == null) {
            throw new BadFieldException("entry", "acting.input.number", values.text("entry"));
        }
        return entry;
    }

    private static AclEntry entry(ActValues values, boolean egress, int number) {
        var protocol = values.text("protocol");
        var icmp = protocol.startsWith("icmp");
        var all = protocol.equals("-1");
        var from = values.numberOrNull("fromPort");
        var to = values.numberOrNull("toPort");
        return new AclEntry(
                egress,
                number,
                NUMBERS.getOrDefault(protocol, protocol),
                values.flag("allow"),
                values.text("cidr").strip(),
                icmp || all ? null : from,
                icmp || all ? null : to == null ? from : to,
                icmp ? orAll(from, true) : null,
                icmp ? orAll(to, true) : null);
    }

    private static int free(NetworkAcl acl) {
        return acl.entries().stream()
                        .mapToInt(AclEntry::number)
                        .filter(number -> number < LAST - STEP)
                        .max()
                        .orElse(100 - STEP)
                + STEP;
    }

    private static String key(AclEntry entry) {
        return (entry.egress() ? "out-" : "in-") + entry.number();
    }

    private static String words(SecurityRule rule) {
        var peer = rule.cidr() != null
                ? rule.cidr()
                : rule.groupId() != null ? rule.groupId() : String.valueOf(rule.prefixListId());
        var ports = rule.fromPort() == null || rule.fromPort() == -1
                ? ""
                : rule.fromPort().equals(rule.toPort())
                        ? " " + rule.fromPort()
                        : " " + rule.fromPort() + "-" + rule.toPort();
        var what = rule.protocol().equals("-1") ? "ALL" : rule.protocol().toUpperCase(java.util.Locale.ROOT);
        return what + ports + " " + peer + (rule.ruleId() == null ? "" : " · " + rule.ruleId());
    }

    private static String words(AclEntry entry) {
        var ports = entry.fromPort() == null ? "" : " " + entry.fromPort() + "-" + entry.toPort();
        return (entry.egress() ? "egress " : "ingress ") + entry.number() + (entry.allow() ? " ALLOW " : " DENY ")
                + (entry.protocol().equals("-1") ? "ALL" : entry.protocol()) + ports + " " + entry.cidr();
    }
}
