package io.atalaya.deployment.reach;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.NetworkInterface;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.PrefixList;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.Subnet;
import io.atalaya.deployment.address.Block;
import io.atalaya.deployment.address.Ip;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A small network of which everything is thrown: two VPCs at most, wrong as often as right. */
final class RandomWorld {
    static final List<String> FOUR = List.of(
            "0.0.0.0/0",
            "0.0.0.0/0",
            "0.0.0.0/0",
            "10.0.0.0/8",
            "10.1.0.0/16",
            "10.2.0.0/16",
            "10.1.1.0/24",
            "10.2.0.0/24",
            "10.1.0.10/32",
            "192.168.0.0/16",
            "192.168.1.0/24",
            "203.0.113.0/24",
            "203.0.113.128/25",
            "198.51.100.0/24",
            "128.0.0.0/1");
    static final List<String> SIX = List.of(
            "::/0",
            "::/0",
            "2001:db8:1::/56",
            "2001:db8:2::/56",
            "2001:db8:1:1::/64",
            "2a00:1450::/32",
            "2a00:1450:4000::/36");
    private static final List<String> SERVICE = List.of("8.8.8.0/24", "203.0.113.64/26");

    final World world = new World();
    private final Dice dice;
    private final RandomRules rules;

    RandomWorld(long seed) {
        dice = new Dice(seed);
        rules = new RandomRules(dice, world);
        var gateways = new RandomGateways(dice, world);
        var routes = new RandomRoutes(dice, world);
        if (dice.chance(40)) {
            world.add(Parts.PREFIX_LISTS, list("pl-1", dice.some(FOUR, 3)));
        }
        world.add(Parts.PREFIX_LISTS, list("pl-s3", SERVICE));
        var vpcs = 1 + dice.below(2);
        for (int vpc = 1; vpc <= vpcs; vpc++) {
            vpc(vpc);
            gateways.of(vpc);
        }
        gateways.between(vpcs);
        for (int vpc = 1; vpc <= vpcs; vpc++) {
            routes.tables(vpc, vpcs);
            routes.ingress(vpc);
            inside(vpc);
        }
    }

    static boolean ofService(String address) {
        return SERVICE.stream()
                .anyMatch(each -> block(each).contains(Ip.parse(address).orElseThrow()));
    }

    private static PrefixList list(String id, List<String> blocks) {
        return new PrefixList(id, id, "111122223333", blocks, Map.of());
    }

    /** What is left of it after some calls were denied, or told half. */
    Deployment blind() {
        var deployment = world.deployment();
        for (int i = 1 + dice.below(2); i > 0; i--) {
            deployment = without(deployment, dice.one(World.PERIMETER));
        }
        return deployment;
    }

    private <T> Deployment without(Deployment deployment, Part<T> part) {
        var all = deployment.items(part);
        var told = all.subList(0, all.isEmpty() ? 0 : dice.below(all.size()));
        return deployment.with(
                part,
                dice.chance(60)
                        ? Observed.<Listing<T>>never(Duration.ofMinutes(1))
                        : Observed.of(new Listing<>(told, 1, false), Sample.NOW, Duration.ofMinutes(1)));
    }

    boolean chance(int percent) {
        return dice.chance(percent);
    }

    private void vpc(int vpc) {
        var id = "vpc-" + vpc;
        world.vpc(id, "10." + vpc + ".0.0/16", "2001:db8:" + vpc + "::/56");
        var blocked = dice.chance(6) ? dice.one(List.of("block-ingress", "block-bidirectional")) : "off";
        for (int subnet = 0; subnet <= dice.below(3); subnet++) {
            world.add(
                    Parts.SUBNETS,
                    new Subnet(
                            "s-" + vpc + subnet,
                            "s",
                            id,
                            dice.one(List.of("us-east-1a", "us-east-1b")),
                            // the first one has a NAT gateway at times, which needs IPv4
                            subnet > 0 && dice.chance(12) ? "" : "10." + vpc + "." + subnet + ".0/24",
                            List.of("2001:db8:" + vpc + ":" + subnet + "::/64"),
                            9,
                            false,
                            blocked,
                            Map.of()));
        }
    }

    private void inside(int vpc) {
        rules.acls(vpc);
        for (int group = 0; group < 3; group++) {
            world.add(
                    Parts.SECURITY_GROUPS,
                    new SecurityGroup("sg-" + vpc + group, "sg", "", "vpc-" + vpc, rules.rules(), Map.of()));
        }
        for (int i = 0; i < 2 + dice.below(2); i++) {
            nic(vpc, i);
        }
    }

    private void nic(int vpc, int number) {
        var subnet = dice.one(world.subnetsOf("vpc-" + vpc));
        var six = subnet.ipv6Cidrs().getFirst().replace("::/64", "::" + (10 + number));
        var ips = new ArrayList<String>();
        if (!subnet.cidr().isEmpty()) {
            ips.add(net(subnet) + (10 + number));
        }
        if (!ips.isEmpty() && dice.chance(15)) {
            ips.add(net(subnet) + (110 + number));
        }
        var outside = !ips.isEmpty() && dice.chance(60) ? "198.51.100." + (vpc * 10 + number) : null;
        var outsides = new HashMap<String, String>();
        if (outside != null) {
            outsides.put(ips.getFirst(), outside);
        }
        if (ips.size() > 1 && dice.chance(50)) {
            outsides.put(ips.getLast(), "198.51.100." + (100 + vpc * 10 + number));
        }
        var instance = "i-" + vpc + number;
        var groups = dice.some(List.of("sg-" + vpc + "0", "sg-" + vpc + "1", "sg-" + vpc + "2"), 2).stream()
                .distinct()
                .toList();
        world.add(
                Parts.INSTANCES,
                new Instance(
                        instance,
                        instance,
                        "t3.small",
                        dice.chance(95) ? "running" : "stopped",
                        null,
                        "z",
                        "vpc-" + vpc,
                        subnet.id(),
                        ips.isEmpty() ? null : ips.getFirst(),
                        outside,
                        null,
                        null,
                        null,
                        null,
                        groups,
                        List.of(),
                        Map.of()));
        world.add(
                Parts.NETWORK_INTERFACES,
                new NetworkInterface(
                        "eni-" + vpc + number,
                        "eni",
                        "vpc-" + vpc,
                        subnet.id(),
                        "z",
                        "interface",
                        "",
                        "in-use",
                        ips,
                        ips.isEmpty() || dice.chance(70) ? List.of(six) : List.of(),
                        outside,
                        outsides,
                        groups,
                        instance,
                        dice.chance(80),
                        null,
                        Map.of()));
    }

    private static String net(Subnet subnet) {
        return subnet.cidr().substring(0, subnet.cidr().lastIndexOf('.') + 1);
    }

    /** An instance, the internet, on-premises, or a host that no interface is known of. */
    End end(boolean outside) {
        var nics = world.list(Parts.NETWORK_INTERFACES);
        var what = dice.below(outside ? 12 : 7);
        return switch (what) {
            case 6 ->
                new End.Network(
                        block(dice.one(dice.one(world.list(Parts.SUBNETS)).blocks())));
            case 11 -> new End.Network(block(dice.one(List.of("203.0.113.0/24", "192.168.1.0/24", "8.8.8.8/32"))));
            case 7, 10 -> dice.chance(70) ? End.Internet.FOUR : End.Internet.SIX;
            case 8, 9 -> new End.OnPremises(null);
            case 5 -> new End.Host(host());
            default -> World.instance(Objects.requireNonNull(dice.one(nics).instanceId()));
        };
    }

    private Ip host() {
        var subnet = dice.one(world.list(Parts.SUBNETS));
        var text =
                subnet.cidr().isEmpty() ? subnet.ipv6Cidrs().getFirst().replace("::/64", "::77") : net(subnet) + "77";
        return Ip.parse(text).orElseThrow();
    }

    private static Block block(String text) {
        return Block.parse(text).orElseThrow();
    }
}
