package io.atalaya.deployment.reach;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.SecurityRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The firewalls of a random network: ACLs and rules of groups, wrong as often as right. */
final class RandomRules {
    private static final int[][] PORTS = {
        {0, 65535}, {0, 65535}, {443, 443}, {22, 22}, {80, 443}, {1024, 65535}, {32768, 60999}, {0, 1023}, {3306, 3306}
    };
    private static final List<String> PROTOCOLS =
            List.of("-1", "-1", "-1", "tcp", "tcp", "tcp", "udp", "icmp", "47", "icmpv6");

    private final Dice dice;
    private final World world;

    RandomRules(Dice dice, World world) {
        this.dice = dice;
        this.world = world;
    }

    void acls(int vpc) {
        var id = "vpc-" + vpc;
        world.openAcl(id);
        for (var subnet : world.subnetsOf(id)) {
            if (dice.chance(40)) {
                world.add(
                        Parts.NETWORK_ACLS,
                        new NetworkAcl(
                                "acl-" + subnet.id(), "acl", id, false, List.of(subnet.id()), entries(), Map.of()));
            }
        }
    }

    private List<AclEntry> entries() {
        var entries = new ArrayList<AclEntry>();
        for (var egress : new boolean[] {false, true}) {
            int number = 10;
            for (int i = 1 + dice.below(4); i > 0; i--) {
                entries.add(entry(egress, number, dice.chance(65)));
                number += 1 + dice.below(20);
            }
            if (dice.chance(70)) {
                entries.add(new AclEntry(egress, 200, "-1", true, "0.0.0.0/0", null, null));
                entries.add(new AclEntry(egress, 201, "-1", true, "::/0", null, null));
            }
            entries.add(new AclEntry(egress, 32_767, "-1", false, "0.0.0.0/0", null, null));
            entries.add(new AclEntry(egress, 32_768, "-1", false, "::/0", null, null));
        }
        dice.shuffle(entries);
        return entries;
    }

    private AclEntry entry(boolean egress, int number, boolean allow) {
        var block = dice.one(dice.chance(70) ? RandomWorld.FOUR : RandomWorld.SIX);
        return switch (dice.one(PROTOCOLS)) {
            case "tcp" -> {
                var ports = PORTS[dice.below(PORTS.length)];
                yield new AclEntry(egress, number, "6", allow, block, ports[0], ports[1]);
            }
            case "udp" -> new AclEntry(egress, number, "17", allow, block, null, null);
            case "icmp" ->
                new AclEntry(
                        egress,
                        number,
                        "1",
                        allow,
                        block,
                        null,
                        null,
                        dice.one(List.of(-1, 8, 0, 3)),
                        dice.chance(70) ? -1 : 0);
            case "icmpv6" ->
                new AclEntry(egress, number, "58", allow, block, null, null, dice.one(List.of(-1, 128, 129)), -1);
            case "47" -> new AclEntry(egress, number, "47", allow, block, null, null);
            default -> new AclEntry(egress, number, "-1", allow, block, null, null);
        };
    }

    List<SecurityRule> rules() {
        var rules = new ArrayList<SecurityRule>();
        for (int i = 1 + dice.below(4); i > 0; i--) {
            rules.add(rule(true));
        }
        if (dice.chance(75)) {
            rules.add(new SecurityRule(false, "-1", null, null, "0.0.0.0/0", null, null, null));
            rules.add(new SecurityRule(false, "-1", null, null, "::/0", null, null, null));
        }
        for (int i = dice.below(3); i > 0; i--) {
            rules.add(rule(false));
        }
        return rules;
    }

    private SecurityRule rule(boolean ingress) {
        var who = dice.below(10);
        var block = who < 6 ? dice.one(dice.chance(70) ? RandomWorld.FOUR : RandomWorld.SIX) : null;
        var list = who == 6 && !world.list(Parts.PREFIX_LISTS).isEmpty() ? "pl-1" : null;
        var group = block == null && list == null ? "sg-" + (1 + dice.below(2)) + dice.below(3) : null;
        return switch (dice.one(PROTOCOLS)) {
            case "tcp" -> {
                var ports = PORTS[dice.below(PORTS.length)];
                yield new SecurityRule(ingress, "tcp", ports[0], ports[1], block, group, list, null);
            }
            case "udp" -> new SecurityRule(ingress, "udp", 0, 65535, block, group, list, null);
            case "icmp" ->
                new SecurityRule(
                        ingress,
                        "icmp",
                        dice.one(List.of(-1, 8, 3)),
                        dice.chance(70) ? -1 : 0,
                        block,
                        group,
                        list,
                        null);
            case "icmpv6" ->
                new SecurityRule(ingress, "icmpv6", dice.one(List.of(-1, 128)), -1, block, group, list, null);
            case "47" -> new SecurityRule(ingress, "47", null, null, block, group, list, null);
            default -> new SecurityRule(ingress, "-1", null, null, block, group, list, null);
        };
    }
}
