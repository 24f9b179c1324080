package io.atalaya.deployment.reach;

import static io.atalaya.deployment.reach.World.all;
import static io.atalaya.deployment.reach.World.in;
import static io.atalaya.deployment.reach.World.inGroup;
import static io.atalaya.deployment.reach.World.instance;
import static io.atalaya.deployment.reach.World.outAll;
import static io.atalaya.deployment.reach.World.route;
import static io.atalaya.deployment.reach.World.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import java.util.List;
import org.junit.jupiter.api.Test;

/** AWS's rules for groups and ACLs, one by one. */
class RulesTest {
    /** Two subnets, each with an instance; the one in public has an address of the internet. */
    private static World two() {
        return new World()
                .vpc("vpc-1", "10.0.0.0/16")
                .subnet("public", "vpc-1", "10.0.0.0/24")
                .subnet("data", "vpc-1", "10.0.1.0/24")
                .gateway("igw-1", "vpc-1")
                .main("rtb-main", "vpc-1")
                .table("rtb-public", "vpc-1", "public", route("0.0.0.0/0", RouteVia.INTERNET_GATEWAY, "igw-1"))
                .openAcl("vpc-1")
                .instance("web", "vpc-1", "public", "10.0.0.10", "198.51.100.10", "sg-web")
                .instance("db", "vpc-1", "data", "10.0.1.10", null, "sg-db");
    }

    private static World usual() {
        return two().group("sg-web", "vpc-1", outAll(in("tcp", 443, 443, "0.0.0.0/0")))
                .group("sg-db", "vpc-1", outAll(inGroup("tcp", 3306, 3306, "sg-web")));
    }

    @Test
    void theInternetReachesWhatAGroupOpens() {
        var answer = usual().ask().answer(Question.tcp(End.Internet.FOUR, instance("web"), 443));
        assertThat(answer.verdict()).isEqualTo(Verdict.YES);
        assertThat(answer.doubts()).isEmpty();
        assertThat(answer.changes()).isEmpty();
        var path = answer.paths().getFirst();
        assertThat(path.there())
                .extracting(Hop::kind)
                .containsExactly(
                        Hop.Kind.INTERNET_GATEWAY, Hop.Kind.PUBLIC_ADDRESS, Hop.Kind.ACL_IN, Hop.Kind.GROUPS_IN);
        assertThat(path.back())
                .extracting(Hop::kind)
                .containsExactly(Hop.Kind.GROUPS_OUT, Hop.Kind.ACL_OUT, Hop.Kind.ROUTE, Hop.Kind.INTERNET_GATEWAY);
        assertThat(path.there().getLast().decisions().getFirst().rule()).isInstanceOf(Rule.OfGroup.class);
    }

    @Test
    void aReferenceHoldsForWhoHasTheGroup() {
        var reach = usual().ask();
        assertThat(reach.answer(Question.tcp(instance("web"), instance("db"), 3306))
                        .verdict())
                .isEqualTo(Verdict.YES);
        var no = reach.answer(Question.tcp(instance("db"), instance("web"), 3306));
        assertThat(no.verdict()).isEqualTo(Verdict.NO);
        assertThat(no.changes()).hasSize(1);
        assertThat(no.complete()).isTrue();
    }

    @Test
    void theInternetFindsNothingWithoutAnAddress() {
        var answer = usual().ask().answer(Question.tcp(End.Internet.FOUR, instance("db"), 3306));
        assertThat(answer.verdict()).isEqualTo(Verdict.NO);
        assertThat(answer.paths().getFirst().there()).extracting(Hop::why).contains(Hop.Why.NO_PUBLIC_ADDRESS);
        assertThat(answer.changes())
                .anyMatch(each -> each instanceof Change.Mend mend && mend.what() == Change.What.GIVE_PUBLIC_ADDRESS);
    }

    @Test
    void theFirstEntryThatMatchesDecides() {
        var world = two().group("sg-web", "vpc-1", outAll(in("tcp", 0, 65535, "0.0.0.0/0")))
                .group("sg-db", "vpc-1");
        world.acl(
                "acl-public",
                "vpc-1",
                false,
                List.of("public"),
                tcp(false, 90, false, "203.0.113.0/24", 443, 443),
                all(false, 100, true),
                all(true, 100, true));
        var answer = world.ask().answer(Question.tcp(End.Internet.FOUR, instance("web"), 443));
        assertThat(answer.verdict()).isEqualTo(Verdict.PARTLY);
        var passing = Addresses.NONE;
        for (var each : answer.passing()) {
            passing = passing.union(each.from());
        }
        assertThat(passing.intersect(Addresses.ofBlocks(List.of("203.0.113.0/24")))
                        .isEmpty())
                .isTrue();
        assertThat(passing.containsAll(Addresses.ofBlocks(List.of("203.0.114.0/24"))))
                .isTrue();
        assertThat(answer.changes()).singleElement().isInstanceOfSatisfying(Change.AddEntry.class, add -> {
            assertThat(add.entry().number()).isLessThan(90);
            assertThat(add.entry().cidr()).isEqualTo("203.0.113.0/24");
        });
        assertMends(world, answer);
    }

    @Test
    void anAclWantsARuleForTheReply() {
        var world = usual();
        world.acl("acl-public", "vpc-1", false, List.of("public"), tcp(false, 100, true, "0.0.0.0/0", 443, 443));
        var answer = world.ask().answer(Question.tcp(End.Internet.FOUR, instance("web"), 443));
        assertThat(answer.verdict()).isEqualTo(Verdict.NO);
        assertThat(answer.changes()).singleElement().isInstanceOfSatisfying(Change.AddEntry.class, add -> {
            assertThat(add.entry().egress()).isTrue();
            assertThat(add.entry().fromPort()).isEqualTo(1024);
            assertThat(add.entry().toPort()).isEqualTo(65535);
        });
        assertMends(world, answer);
    }

    @Test
    void theReplyIsWholeOnlyForAllClients() {
        var world = usual();
        world.acl(
                "acl-public",
                "vpc-1",
                false,
                List.of("public"),
                all(false, 100, true),
                tcp(true, 100, true, "0.0.0.0/0", 32768, 60999));
        var answer = world.ask().answer(Question.tcp(End.Internet.FOUR, instance("web"), 443));
        assertThat(answer.verdict()).isEqualTo(Verdict.PARTLY);
        assertThat(answer.passing().getFirst().clientPorts()).isEqualTo(Ports.range(32768, 60999));
        assertMends(world, answer);
    }

    @Test
    void withinASubnetNoAclIsAsked() {
        var world = usual();
        world.acl("acl-public", "vpc-1", false, List.of("public"));
        world.instance("other", "vpc-1", "public", "10.0.0.11", null, "sg-web");
        assertThat(world.ask()
                        .answer(Question.tcp(instance("other"), instance("web"), 443))
                        .verdict())
                .isEqualTo(Verdict.YES);
        assertThat(world.ask()
                        .answer(Question.tcp(instance("db"), instance("web"), 443))
                        .verdict())
                .isEqualTo(Verdict.NO);
    }

    @Test
    void groupsOfAllInterfacesCountTogether() {
        var world = usual();
        world.group("sg-ssh", "vpc-1", in("tcp", 22, 22, "192.0.2.0/24"));
        world.nic(
                "eni-2", "vpc-1", "public", List.of("10.0.0.20"), List.of(), "198.51.100.20", null, "sg-web", "sg-ssh");
        var range = new Question(End.Internet.FOUR, World.nic("eni-2"), Protocol.TCP, Ports.ALL);
        var answer = world.ask().answer(range);
        assertThat(answer.verdict()).isEqualTo(Verdict.PARTLY);
        assertThat(answer.passing())
                .extracting(Passing::ports)
                .containsExactlyInAnyOrder(Ports.of(443), Ports.of(22).union(Ports.of(443)));
    }

    static void assertMends(World world, Answer answer) {
        assertThat(answer.complete()).isTrue();
        var changed = Changes.apply(world.deployment(), answer.changes());
        assertThat(Reachability.of(changed).answer(answer.question()).verdict()).isEqualTo(Verdict.YES);
    }
}
