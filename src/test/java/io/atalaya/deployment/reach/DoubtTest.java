package io.atalaya.deployment.reach;

import static io.atalaya.deployment.reach.World.in;
import static io.atalaya.deployment.reach.World.inGroup;
import static io.atalaya.deployment.reach.World.inList;
import static io.atalaya.deployment.reach.World.instance;
import static io.atalaya.deployment.reach.World.outAll;
import static io.atalaya.deployment.reach.World.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.SecurityRule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was denied, is missing or is somebody else's makes no guess. */
class DoubtTest {
    private static World world(SecurityRule... rules) {
        return new World()
                .vpc("vpc-1", "10.0.0.0/16")
                .subnet("s", "vpc-1", "10.0.0.0/24")
                .subnet("t", "vpc-1", "10.0.1.0/24")
                .gateway("igw-1", "vpc-1")
                .main("rtb", "vpc-1", route("0.0.0.0/0", RouteVia.INTERNET_GATEWAY, "igw-1"))
                .openAcl("vpc-1")
                .group("sg", "vpc-1", outAll(rules))
                .instance("web", "vpc-1", "s", "10.0.0.10", "198.51.100.10", "sg")
                .instance("app", "vpc-1", "t", "10.0.1.10", null, "sg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"security-groups", "network-acls", "route-tables", "internet-gateways"})
    void whatWasDeniedMakesNoAnswer(String id) {
        var part = World.PERIMETER.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        var problem = new Problem(
                Problem.Kind.DENIED, "ec2:Describe", "UnauthorizedOperation", "no", "r-1", "ec2:Describe", Sample.NOW);
        var deployment = denied(world(in("tcp", 443, 443, "0.0.0.0/0")), part, problem);
        var answer = Reachability.of(deployment).answer(Question.tcp(End.Internet.FOUR, instance("web"), 443));
        assertThat(answer.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(answer.passing()).isEmpty();
        assertThat(answer.doubts()).anySatisfy(doubt -> {
            assertThat(doubt.kind()).isEqualTo(Doubt.Kind.NOT_READ);
            assertThat(doubt.part()).isEqualTo(part);
            assertThat(doubt.problem()).isEqualTo(problem);
        });
        assertThat(answer.complete()).isFalse();
    }

    private static <T> io.atalaya.deployment.Deployment denied(World world, Part<T> part, Problem problem) {
        return world.unread(part)
                .deployment()
                .with(part, Observed.<Listing<T>>never(Duration.ofMinutes(1)).failed(problem, Sample.NOW));
    }

    /** A half-read list may lack the subnet's own table or ACL: the main one is no stand-in for it. */
    @Test
    void halfAListIsNoList() {
        var whole = world(in("tcp", 443, 443, "0.0.0.0/0")).deployment();
        var question = Question.tcp(End.Internet.FOUR, instance("web"), 443);
        assertThat(Reachability.of(whole).answer(question).verdict()).isEqualTo(Verdict.YES);
        for (Part<?> part : List.of(Parts.ROUTE_TABLES, Parts.NETWORK_ACLS)) {
            var answer = Reachability.of(half(whole, part)).answer(question);
            assertThat(answer.verdict()).as(part.id()).isEqualTo(Verdict.CANNOT_TELL);
            assertThat(answer.doubts()).extracting(Doubt::part).contains(part);
        }
    }

    private static <T> io.atalaya.deployment.Deployment half(io.atalaya.deployment.Deployment whole, Part<T> part) {
        return whole.with(
                part, Observed.of(new Listing<>(whole.items(part), 1, false), Sample.NOW, Duration.ofMinutes(1)));
    }

    @Test
    void whereNoPlaceIsKnownThereMayBeOne() {
        var six = Question.tcp(End.Internet.SIX, instance("web"), 443);
        var world = world(in("tcp", 443, 443, "0.0.0.0/0"));
        assertThat(Reachability.of(world.deployment()).answer(six).verdict()).isEqualTo(Verdict.NO);
        var blind = Reachability.of(world.unread(Parts.NETWORK_INTERFACES).deployment())
                .answer(six);
        assertThat(blind.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(blind.doubts()).extracting(Doubt::part).contains(Parts.NETWORK_INTERFACES);
    }

    @Test
    void whatIsCertainlyStoppedIsNoWhateverElseIsUnknown() {
        var deployment =
                world(in("tcp", 80, 80, "0.0.0.0/0")).unread(Parts.NETWORK_ACLS).deployment();
        assertThat(Reachability.of(deployment)
                        .answer(Question.tcp(End.Internet.FOUR, instance("web"), 443))
                        .verdict())
                .isEqualTo(Verdict.NO);
    }

    @Test
    void aGroupThatIsNotThereMayAllowAnything() {
        var world = world(in("tcp", 443, 443, "0.0.0.0/0"));
        world.instance("odd", "vpc-1", "s", "10.0.0.11", "198.51.100.11", "sg-gone");
        var answer = world.ask().answer(Question.tcp(End.Internet.FOUR, instance("odd"), 443));
        assertThat(answer.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(answer.doubts()).contains(Doubt.of(Doubt.Kind.GROUP_MISSING, "sg-gone"));
    }

    @Test
    void groupsThatNameEachOtherEnd() {
        var world = world(inGroup("tcp", 1, 9, "sg"), inGroup("tcp", 1, 9, "sg-b"));
        world.group("sg-b", "vpc-1", inGroup("tcp", 1, 9, "sg"), inGroup("tcp", 1, 9, "sg-b"));
        assertThat(world.ask()
                        .answer(Question.tcp(instance("web"), instance("app"), 5))
                        .verdict())
                .isEqualTo(Verdict.YES);
    }

    @Test
    void aPrefixListThatIsNotKnownDecidesNothing() {
        var answer = world(inList(443, "pl-gone")).ask().answer(Question.tcp(End.Internet.FOUR, instance("web"), 443));
        assertThat(answer.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(answer.doubts()).contains(Doubt.of(Doubt.Kind.PREFIX_LIST_UNKNOWN, "pl-gone"));
    }

    @Test
    void aGroupOfAnotherAccountHoldsForNobodyOfTheInternet() {
        var foreign = new SecurityRule(true, "tcp", 443, 443, null, "sg-far", null, null, null, "999988887777");
        assertThat(world(foreign)
                        .ask()
                        .answer(Question.tcp(End.Internet.FOUR, instance("web"), 443))
                        .verdict())
                .isEqualTo(Verdict.NO);
    }

    @Test
    void aResourceThatIsNotThereIsNotAnswered() {
        var gone = new End.Of(new ResourceRef(ResourceType.DATABASE, "gone"));
        assertThat(world().ask()
                        .answer(Question.tcp(instance("web"), gone, 3306))
                        .verdict())
                .isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void aRuleThatCannotBeReadDecidesNothing() {
        var answer = world(in("tcp", 443, 443, "10.0.0.0/99"))
                .ask()
                .answer(Question.tcp(instance("app"), instance("web"), 443));
        assertThat(answer.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(answer.doubts()).contains(Doubt.of(Doubt.Kind.RULE_UNREADABLE, "sg"));
    }

    @Test
    void betweenTwoHostsOutsideNothingIsKnown() {
        assertThat(world().ask()
                        .answer(Question.tcp(End.Internet.FOUR, End.Internet.FOUR, 443))
                        .doubts())
                .isEqualTo(List.of(Doubt.of(Doubt.Kind.OUTSIDE, null)));
    }
}
