package io.atalaya.deployment.reach;

import static io.atalaya.deployment.reach.World.in;
import static io.atalaya.deployment.reach.World.instance;
import static io.atalaya.deployment.reach.World.outAll;
import static io.atalaya.deployment.reach.World.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.NetworkInterface;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.Subnet;
import io.atalaya.deployment.Vpc;
import io.atalaya.deployment.address.Ip;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A machine may have more addresses than the first, and a network more blocks. */
class AddressesOfMachinesTest {
    private static World world() {
        return new World()
                .add(
                        Parts.VPCS,
                        new Vpc(
                                "vpc-1",
                                "vpc-1",
                                List.of("10.0.0.0/16", "10.9.0.0/16"),
                                List.of("2001:db8:1::/56"),
                                false,
                                Map.of()))
                .subnet("s", "vpc-1", "10.0.0.0/24", "2001:db8:1::/64")
                .subnet("late", "vpc-1", "10.9.0.0/24")
                .gateway("igw-1", "vpc-1")
                .main(
                        "rtb",
                        "vpc-1",
                        route("0.0.0.0/0", RouteVia.INTERNET_GATEWAY, "igw-1"),
                        route("::/0", RouteVia.INTERNET_GATEWAY, "igw-1"))
                .openAcl("vpc-1")
                .group("sg", "vpc-1", outAll(in("tcp", 443, 443, "0.0.0.0/0")))
                .group("open", "vpc-1", outAll(in("tcp", 22, 22, "::/0")))
                .instance("web", "vpc-1", "s", "10.0.0.10", "198.51.100.10", "sg");
    }

    @Test
    void whereInterfacesWereDeniedThereMayBeOthers() {
        var read = world().ask().answer(Question.tcp(End.Internet.FOUR, instance("web"), 22));
        assertThat(read.verdict()).isEqualTo(Verdict.NO);
        var blind = world().unread(Parts.NETWORK_INTERFACES).ask();
        for (var port : List.of(22, 443)) {
            var answer = blind.answer(Question.tcp(End.Internet.FOUR, instance("web"), port));
            assertThat(answer.verdict()).isEqualTo(Verdict.CANNOT_TELL);
            assertThat(answer.doubts()).extracting(Doubt::part).contains(Parts.NETWORK_INTERFACES);
        }
        assertThat(blind.answer(Question.tcp(End.Internet.FOUR, instance("web"), 443))
                        .passing())
                .as("what is known is shown")
                .isNotEmpty();
        assertThat(Exposure.of(blind.index()).unknown())
                .extracting(Exposure.Unknown::resource)
                .contains(new ResourceRef(ResourceType.INSTANCE, "web"));
    }

    @Test
    void aSecondAddressHasAnElasticIpOfItsOwn() {
        var world = world();
        world.add(
                Parts.NETWORK_INTERFACES,
                new NetworkInterface(
                        "eni-2",
                        "eni-2",
                        "vpc-1",
                        "s",
                        "us-east-1a",
                        "interface",
                        "",
                        "in-use",
                        List.of("10.0.0.20", "10.0.0.21"),
                        List.of(),
                        null,
                        Map.of("10.0.0.21", "198.51.100.21"),
                        List.of("sg"),
                        null,
                        true,
                        null,
                        Map.of()));
        assertThat(world.ask()
                        .answer(Question.tcp(End.Internet.FOUR, World.nic("eni-2"), 443))
                        .verdict())
                .isEqualTo(Verdict.YES);
        assertThat(Exposure.of(world.deployment()).openings())
                .extracting(Exposure.Opening::address)
                .contains(Ip.parse("198.51.100.21").orElseThrow());
    }

    @Test
    void aNetworkIsAllOfItsBlocks() {
        var world = world();
        world.nic("six", "vpc-1", "s", List.of(), List.of("2001:db8:1::10"), null, null, "open");
        world.nic("late", "vpc-1", "late", List.of("10.9.0.10"), List.of(), null, null, "sg");
        var subnet = world.ask().answer(Question.tcp(End.Internet.SIX, new End.Of(ref(ResourceType.SUBNET, "s")), 22));
        assertThat(subnet.paths()).extracting(each -> each.to().interfaceId()).contains("six");
        assertThat(subnet.passing()).isNotEmpty();
        var vpc = world.ask().answer(Question.tcp(instance("web"), new End.Of(ref(ResourceType.VPC, "vpc-1")), 443));
        assertThat(vpc.paths()).extracting(each -> each.to().interfaceId()).contains("late");
    }

    /** Blocked for a whole account, and nobody here has read what is let out of it. */
    @Test
    void whereTheAccountBlocksPublicAccessNothingIsSure() {
        for (var mode : List.of("block-bidirectional", "block-ingress")) {
            var world = world();
            var subnets = world.list(Parts.SUBNETS);
            var old = subnets.getFirst();
            subnets.set(
                    0,
                    new Subnet(
                            old.id(),
                            old.name(),
                            old.vpcId(),
                            old.zone(),
                            old.cidr(),
                            old.ipv6Cidrs(),
                            9,
                            false,
                            mode,
                            Map.of()));
            var answer = world.ask().answer(Question.tcp(End.Internet.FOUR, instance("web"), 443));
            assertThat(answer.verdict()).isEqualTo(Verdict.CANNOT_TELL);
            assertThat(answer.doubts()).containsExactly(Doubt.of(Doubt.Kind.PUBLIC_ACCESS_BLOCKED, "s"));
        }
    }

    private static ResourceRef ref(ResourceType type, String id) {
        return new ResourceRef(type, id);
    }
}
