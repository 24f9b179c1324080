package io.atalaya.deployment.dns;

import static io.atalaya.deployment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.AliasTarget;
import io.atalaya.deployment.CheckerResult;
import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.DnsAnswer;
import io.atalaya.deployment.HealthCheck;
import io.atalaya.deployment.HealthCheckSettings;
import io.atalaya.deployment.HostedZone;
import io.atalaya.deployment.Lead;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.NameSeen;
import io.atalaya.deployment.NameSeen.Outcome;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.State;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.ZoneDelegation;
import io.atalaya.deployment.dns.FailoverPair.Answering;
import io.atalaya.deployment.dns.FailoverPair.Health;
import io.atalaya.deployment.dns.ZoneFacts.Delegated;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DnsRulesTest {
    private static final String HERE = "Progresus-ELB-195469790.us-east-1.elb.amazonaws.com";

    /** Route 53's own rule for a pair, every case. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "HEALTHY, HEALTHY, PRIMARY",
                "HEALTHY, UNHEALTHY, PRIMARY",
                "HEALTHY, UNKNOWN, PRIMARY",
                "HEALTHY, -, PRIMARY",
                "UNHEALTHY, HEALTHY, SECONDARY",
                "UNHEALTHY, UNHEALTHY, PRIMARY_FOR_LACK",
                "UNHEALTHY, -, PRIMARY_FOR_LACK",
                "UNHEALTHY, UNKNOWN, UNKNOWN",
                "UNKNOWN, HEALTHY, UNKNOWN",
                "UNKNOWN, -, UNKNOWN",
                "-, HEALTHY, SECONDARY",
                "-, -, UNKNOWN",
            })
    void theSideThatAnswersFollowsFromHealth(Health primary, Health secondary, Answering answering) {
        assertThat(FailoverPair.answering(primary, secondary)).isEqualTo(answering);
    }

    /** What Route 53 said, what was seen here, and whether that agrees; semicolons set values apart. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "simple, 203.0.113.1, 203.0.113.1, ANSWERED, 203.0.113.1, SAME",
                "simple, 203.0.113.1, -, ANSWERED, 203.0.113.1, SAME",
                "simple, 203.0.113.1, 203.0.113.1, ANSWERED, 203.0.113.2, DIFFERENT",
                "simple, 203.0.113.1;203.0.113.2, -, ANSWERED, 203.0.113.1, DIFFERENT",
                "simple, 203.0.113.1, 203.0.113.1, NOT_THERE, -, NOT_THERE",
                "simple, 203.0.113.1, 203.0.113.1, NO_ANSWER, -, NO_ANSWER",
                "simple, 203.0.113.1, 203.0.113.1, -, -, NOT_ASKED",
                "alias, -, 203.0.113.1;203.0.113.2, ANSWERED, 203.0.113.2;203.0.113.9, SAME",
                "alias, -, 203.0.113.1, ANSWERED, 198.51.100.1, DIFFERENT",
                "alias, -, -, ANSWERED, 198.51.100.1, ANSWERED",
            })
    void whatIsSeenHereIsSetBesideWhatRoute53Says(
            String what, String values, String said, Outcome outcome, String seen, Agreement wanted) {
        var record = what.equals("alias")
                ? Sample.alias("app.checkop.co", HERE)
                : Sample.record("app.checkop.co", "A", values.split(";"));
        assertThat(Agreement.of(
                        record,
                        false,
                        true,
                        List.of(record),
                        said == null ? null : answer(record, said.split(";")),
                        outcome == null ? null : seen(record.name(), "A", outcome, seen)))
                .isEqualTo(wanted);
    }

    @Test
    void namesThatCannotBeAskedAreNotSaidToBeWrong() {
        var plain = Sample.record("app.checkop.co", "A", "203.0.113.1");
        assertThat(of(plain, true, true)).isEqualTo(Agreement.PRIVATE);
        assertThat(of(plain, false, false)).isEqualTo(Agreement.NOT_AWS);
        assertThat(of(Sample.record("*.checkop.co", "A", "203.0.113.1"), false, true))
                .isEqualTo(Agreement.NOT_COMPARED);
        assertThat(of(Sample.record("checkop.co", "MX", "1 smtp.google.com"), false, true))
                .isEqualTo(Agreement.NOT_COMPARED);
    }

    private static Agreement of(RecordSet record, boolean isPrivate, boolean looksUp) {
        return Agreement.of(record, isPrivate, looksUp, List.of(record), null, null);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "false, ANSWERED, NS-1.AWSDNS.com.;ns-2.awsdns.org, YES",
                "false, ANSWERED, ns-1.awsdns.com, PARTLY",
                "false, ANSWERED, ns.godaddy.example, ELSEWHERE",
                "false, NOT_THERE, -, NOWHERE",
                "false, NO_ANSWER, -, NO_ANSWER",
                "false, -, -, NOT_ASKED",
                "true, -, -, PRIVATE",
            })
    void aDomainIsDelegatedWhereTheWorldIsToldTheSameServers(
            boolean isPrivate, Outcome outcome, String servers, Delegated wanted) {
        var given = new ZoneDelegation("Z1", List.of("ns-1.awsdns.com", "ns-2.awsdns.org"), List.of());
        var seen = outcome == null ? null : seen("checkop.co", "NS", outcome, servers);
        assertThat(Zones.delegated(isPrivate, true, given, seen)).isEqualTo(wanted);
        assertThat(Zones.delegated(false, false, given, seen)).isEqualTo(Delegated.NOT_AWS);
    }

    /** A record of one value, what it leads to, and what is to be said of it. */
    @ParameterizedTest
    @CsvSource({
        "A, 54.88.10.12, RESOLVED, ''",
        "A, 198.51.100.9, OUTSIDE, ''",
        "A, 10.20.0.99, OUTSIDE, ADDRESS_OF_NOBODY",
        "A, 10.20.1.57, RESOLVED, ''",
        "A, 54.88.10.77, RESOLVED, ADDRESS_FREE",
        "CNAME, gone.c1x.us-east-1.rds.amazonaws.com, DANGLING, DANGLING",
    })
    void whatARecordLeadsToIsLookedAt(String type, String value, Lead lead, String remark) {
        var facts = only(Sample.record("x.checkop.co", type, value));
        assertThat(facts.lead()).isEqualTo(lead);
        assertThat(kinds(facts)).isEqualTo(remark);
    }

    @Test
    void anAliasWithinItsZoneIsFoundOrDangles() {
        var target = Sample.record("origin.checkop.co", "A", "198.51.100.1");
        assertThat(facts(with(target, inZone("origin.checkop.co"))).getLast().lead())
                .isEqualTo(Lead.RESOLVED);
        assertThat(facts(with(target, inZone("gone.checkop.co"))).getLast().lead())
                .isEqualTo(Lead.DANGLING);
    }

    @Test
    void aPrimaryThatNothingCanTakeOutNeverFailsOver() {
        var pair = DnsView.of(with(failover("PRIMARY", null, false), failover("SECONDARY", null, false)), true);
        assertThat(kinds(pair.records().getFirst())).isEqualTo("NEVER_FAILS_OVER");
        assertThat(pair.pairs()).singleElement().satisfies(it -> assertThat(it.answering())
                .isEqualTo(Answering.PRIMARY));
    }

    @Test
    void aPairFollowsItsHealthCheckAndTheTargetsBehindItsAlias() {
        var check = check("hc-1", 16, 16);
        assertThat(answering(CheckopSample.healthy(), check)).isEqualTo(Answering.PRIMARY);
        assertThat(answering(CheckopSample.healthy(), check("hc-1", 2, 16))).isEqualTo(Answering.SECONDARY);
        assertThat(answering(CheckopSample.degraded(), check))
                .as("one target still serves")
                .isEqualTo(Answering.PRIMARY);
        assertThat(answering(Sample.with(CheckopSample.healthy(), Parts.TARGETS, List.of()), check))
                .as("nobody serves")
                .isEqualTo(Answering.SECONDARY);
    }

    /** The states of the targets in each group of the balancer, groups set apart by bars; which side of the pair answers. */
    @ParameterizedTest
    @CsvSource({
        "healthy, PRIMARY",
        "unhealthy;healthy, PRIMARY",
        "healthy|healthy, PRIMARY",
        "unhealthy, SECONDARY",
        "initial;draining;unused, SECONDARY",
        "healthy|unhealthy, SECONDARY",
        "none, SECONDARY",
        "healthy|none, SECONDARY",
        "no groups, UNKNOWN",
        "unavailable, UNKNOWN",
        "healthy;unavailable, PRIMARY",
        "unavailable|none, SECONDARY",
    })
    void aBalancerCountsByTheTargetsOfEachOfItsGroups(String states, Answering answering) {
        var groups = new ArrayList<TargetGroup>();
        var targets = new ArrayList<Target>();
        for (var each : states.equals("no groups") ? new String[0] : states.split("\\|")) {
            var group = group("group-" + groups.size());
            groups.add(group);
            for (var state : each.equals("none") ? new String[0] : each.split(";")) {
                targets.add(new Target(group.arn(), "i-" + targets.size(), 80, null, state, null, null));
            }
        }
        var deployment = Sample.with(CheckopSample.healthy(), Parts.TARGET_GROUPS, groups);
        assertThat(answering(Sample.with(deployment, Parts.TARGETS, targets), check("hc-1", 16, 16)))
                .isEqualTo(answering);
    }

    /** One of the balancer that the primary is an alias of. */
    private static TargetGroup group(String name) {
        var balancer =
                CheckopSample.healthy().items(Parts.LOAD_BALANCERS).getFirst().arn();
        return new TargetGroup(
                Sample.groupArn(name),
                name,
                "instance",
                "HTTP",
                80,
                "vpc-1",
                List.of(balancer),
                new HealthCheckSettings(true, "HTTP", "traffic-port", "/", 10, 5, 3, 2, "200"));
    }

    @Test
    void anAliasWhoseTargetsCannotBeJudgedIsNotSaidToAnswer() {
        var check = check("hc-1", 16, 16);
        var well = CheckopSample.healthy();
        assertThat(answering(Sample.with(well, Parts.LOAD_BALANCERS, List.of()), check))
                .as("leads to no balancer that was read")
                .isEqualTo(Answering.UNKNOWN);
        var groups = well.items(Parts.TARGET_GROUPS);
        var arriving = Observed.of(new Listing<>(groups, 1, false), NOW, Duration.ofSeconds(60));
        assertThat(answering(well.with(Parts.TARGET_GROUPS, arriving), check))
                .as("target groups are still arriving")
                .isEqualTo(Answering.UNKNOWN);
        assertThat(answering(well.with(Parts.TARGET_GROUPS, Observed.never(Duration.ofSeconds(60))), check))
                .as("target groups were not read")
                .isEqualTo(Answering.UNKNOWN);
        var classic = well.items(Parts.LOAD_BALANCERS).stream()
                .map(DnsRulesTest::asClassic)
                .toList();
        assertThat(answering(Sample.with(well, Parts.LOAD_BALANCERS, classic), check))
                .as("a classic balancer has no target groups")
                .isEqualTo(Answering.UNKNOWN);
    }

    private static LoadBalancer asClassic(LoadBalancer it) {
        return new LoadBalancer(
                it.arn(),
                it.name(),
                LoadBalancerType.CLASSIC,
                it.scheme(),
                it.dnsName(),
                it.canonicalZoneId(),
                it.state(),
                it.stateReason(),
                it.vpcId(),
                it.zones(),
                it.securityGroupIds(),
                it.createdAt(),
                it.classicInstanceIds(),
                it.tags());
    }

    @ParameterizedTest
    @CsvSource({"false, CHECK_DISABLED", "true, CHECK_DISABLED_INVERTED"})
    void aDisabledCheckCountsByWhetherItIsInverted(boolean inverted, String remark) {
        var check = new HealthCheck("hc-1", "hc-1", "HTTPS", "app.checkop.co", 443, "/", true, inverted, List.of());
        var deployment = Sample.with(
                with(failover("PRIMARY", "hc-1", true), failover("SECONDARY", null, false)),
                Parts.HEALTH_CHECKS,
                List.of(check));
        assertThat(kinds(DnsView.of(deployment, true).records().getFirst())).isEqualTo(remark);
    }

    @Test
    void aLonelySideAndACheckThatIsGoneAreSaid() {
        var alone = DnsView.of(
                Sample.with(with(failover("PRIMARY", "hc-gone", true)), Parts.HEALTH_CHECKS, List.of()), true);
        assertThat(kinds(alone.records().getFirst())).isEqualTo("CHECK_MISSING PAIR_INCOMPLETE");
        assertThat(alone.records().getFirst().condition().state()).isEqualTo(State.DEGRADED);
    }

    @Test
    void checkersAreCountedByRegion() {
        var facts = CheckFacts.of(check("hc-1", 3, 4), List.of());
        assertThat(facts.regions())
                .extracting(it -> it.name() + " " + it.condition().word())
                .containsExactly("eu-west-1 1 / 2", "us-east-1 2 / 2");
        assertThat(facts.regions().getFirst().condition().state()).isEqualTo(State.DEGRADED);
    }

    private static Answering answering(Deployment from, HealthCheck check) {
        var deployment = Sample.with(
                Sample.with(
                        from,
                        Parts.RECORD_SETS,
                        List.of(failover("PRIMARY", "hc-1", true), failover("SECONDARY", null, false))),
                Parts.HEALTH_CHECKS,
                List.of(check));
        return DnsView.of(deployment, true).pairs().getFirst().answering();
    }

    private static HealthCheck check(String id, int healthy, int all) {
        var checkers = new ArrayList<CheckerResult>();
        for (int i = 0; i < all; i++) {
            checkers.add(new CheckerResult(
                    i < all / 2 ? "us-east-1" : "eu-west-1",
                    "192.0.2." + i,
                    i < healthy ? "Success" : "Failure",
                    NOW,
                    i < healthy));
        }
        return new HealthCheck(id, id, "HTTPS", "app.checkop.co", 443, "/health", false, false, checkers);
    }

    private static RecordSet failover(String side, @Nullable String check, boolean evaluates) {
        return new RecordSet(
                "Z1",
                "app.checkop.co",
                "A",
                null,
                List.of(),
                side.equals("PRIMARY")
                        ? new AliasTarget(HERE, "Z35SXDOTRQ7X7K", evaluates)
                        : new AliasTarget("s3-website-us-east-1.amazonaws.com", "Z3AQBSTGFYJSTF", false),
                side.toLowerCase(java.util.Locale.ROOT),
                "failover " + side,
                check);
    }

    private static RecordSet inZone(String name) {
        return new RecordSet(
                "Z1", "www.checkop.co", "A", null, List.of(), new AliasTarget(name, "Z1", false), null, "simple", null);
    }

    private static Deployment with(RecordSet... records) {
        var deployment = Sample.with(CheckopSample.healthy(), Parts.RECORD_SETS, List.of(records));
        deployment = Sample.with(
                deployment, Parts.HOSTED_ZONES, List.of(new HostedZone("Z1", "checkop.co", false, 8, null)));
        var addresses = new ArrayList<>(deployment.items(Parts.ELASTIC_IPS));
        addresses.add(CheckopSample.address("eipalloc-9", "54.88.10.77", null));
        deployment = Sample.with(deployment, Parts.ELASTIC_IPS, addresses);
        return Sample.with(
                deployment, Parts.SUBNETS, List.of(Sample.subnet("subnet-1a", "us-east-1a", "10.20.0.0/24")));
    }

    private static List<RecordFacts> facts(Deployment deployment) {
        return DnsView.of(deployment, true).records();
    }

    private static RecordFacts only(RecordSet record) {
        var all = facts(with(record));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static String kinds(RecordFacts facts) {
        return String.join(
                " ", facts.remarks().stream().map(it -> it.kind().name()).toList());
    }

    private static DnsAnswer answer(RecordSet record, String... data) {
        return new DnsAnswer("Z1", record.name(), record.recordType(), "NOERROR", "ns-1.awsdns.com", List.of(data));
    }

    private static NameSeen seen(String name, String type, Outcome outcome, @Nullable String data) {
        return new NameSeen(name, type, outcome, data == null ? List.of() : List.of(data.split(";")), "", NOW);
    }
}
