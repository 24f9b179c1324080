package io.atalaya.evidence.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.AuditTrail;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.FilePolicies;
import io.atalaya.deployment.FlowLog;
import io.atalaya.deployment.ListenerRule;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.PrefixList;
import io.atalaya.deployment.RuleAction;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.Vpc;
import io.atalaya.evidence.claim.Finding.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A claim passes by what was looked at, all of it, and by nothing else. */
class ClaimsTest {
    private static final RuleAction TO_HTTPS = new RuleAction("redirect", List.of(), "HTTPS 443 301");

    @Test
    void aPortIsOpenHoweverTheRuleIsWritten() {
        assertThat(ports()).isEqualTo(Verdict.PASS);
        assertThat(ports(rule("tcp", 443, 443, "0.0.0.0/0"), rule("tcp", 22, 22, "10.0.0.0/8")))
                .isEqualTo(Verdict.PASS);
        assertThat(ports(rule("tcp", 22, 22, "203.0.113.0/24"))).isEqualTo(Verdict.PASS);
        assertThat(ports(rule("tcp", 22, 22, "0.0.0.0/0"))).isEqualTo(Verdict.FAIL);
        assertThat(ports(rule("tcp", 22, 22, "0.0.0.0/1"), rule("tcp", 20, 25, "128.0.0.0/1")))
                .isEqualTo(Verdict.FAIL);
        assertThat(ports(rule("tcp", 22, 22, "16.0.0.0/4"))).isEqualTo(Verdict.FAIL);
        assertThat(ports(rule("tcp", 3306, 3306, "::/0"))).isEqualTo(Verdict.FAIL);
        assertThat(ports(rule("tcp", 22, 22, "2000::/3"))).isEqualTo(Verdict.FAIL);
        assertThat(ports(rule("tcp", 22, 22, "2001:db8:7::/48"))).isEqualTo(Verdict.PASS);
        assertThat(ports(rule("tcp", 1024, 65_535, "0.0.0.0/0"))).isEqualTo(Verdict.FAIL);
        assertThat(ports(rule("udp", 3389, 3389, "0.0.0.0/0"))).isEqualTo(Verdict.FAIL);
        assertThat(ports(rule("17", 0, 65_535, "0.0.0.0/0"))).isEqualTo(Verdict.FAIL);
        assertThat(ports(rule("-1", null, null, "0.0.0.0/0"))).isEqualTo(Verdict.FAIL);
        assertThat(ports(rule("icmp", -1, -1, "0.0.0.0/0"))).isEqualTo(Verdict.PASS);
        assertThat(ports(new SecurityRule(false, "tcp", 22, 22, "0.0.0.0/0", null, null, null)))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void aPrefixListIsWhatIsInIt() {
        assertThat(list(List.of("0.0.0.0/1", "128.0.0.0/1"))).isEqualTo(Verdict.FAIL);
        assertThat(list(List.of("203.0.113.0/24"))).isEqualTo(Verdict.PASS);
        assertThat(list(null)).isEqualTo(Verdict.CANNOT_TELL);
    }

    private static Verdict list(@Nullable List<String> blocks) {
        var rule = new SecurityRule(true, "tcp", 22, 22, null, null, "pl-1", null);
        var deployment = Sample.with(
                group(rule), Parts.PREFIX_LISTS, List.of(new PrefixList("pl-1", "", "x", blocks, Map.of())));
        return judge(Claim.ADMIN_PORTS_CLOSED, deployment);
    }

    @Test
    void aListenerLeadsToHttpsByEachOfItsRules() {
        var http = Sample.listener("elb", 80, List.of(), TO_HTTPS);
        assertThat(https(List.of(), http)).isEqualTo(Verdict.PASS);
        assertThat(https(List.of(action(http.arn(), TO_HTTPS)), http)).isEqualTo(Verdict.PASS);
        assertThat(https(List.of(action(http.arn(), Sample.forward("web"))), http))
                .isEqualTo(Verdict.FAIL);
        assertThat(https(List.of(), Sample.listener("elb", 80, List.of(), Sample.forward("web"))))
                .isEqualTo(Verdict.FAIL);
        var stays = new RuleAction("redirect", List.of(), "#{protocol} 8080 301");
        assertThat(https(List.of(), Sample.listener("elb", 80, List.of(), stays)))
                .isEqualTo(Verdict.FAIL);
        assertThat(https(List.of(), Sample.listener("elb", 443, List.of("arn"), Sample.forward("web"))))
                .isEqualTo(Verdict.PASS);
        var unread = listeners(List.of(http))
                .with(Parts.LISTENER_RULES, Deployment.empty("x", null).observed(Parts.LISTENER_RULES));
        assertThat(judge(Claim.HTTPS_ONLY, unread)).isEqualTo(Verdict.CANNOT_TELL);
    }

    private static Verdict https(List<ListenerRule> rules, io.atalaya.deployment.Listener listener) {
        return judge(Claim.HTTPS_ONLY, Sample.with(listeners(List.of(listener)), Parts.LISTENER_RULES, rules));
    }

    private static Deployment listeners(List<io.atalaya.deployment.Listener> listeners) {
        var some = Sample.with(empty(), Parts.LOAD_BALANCERS, List.of(Sample.balancer("elb", "active")));
        return Sample.with(some, Parts.LISTENERS, listeners);
    }

    private static ListenerRule action(String listener, RuleAction action) {
        return new ListenerRule("rule", listener, "1", List.of(), List.of(action));
    }

    @Test
    void whetherBackupsAreReplicatedCannotBeToldBeforeTheyWereRead() {
        var databases = Sample.with(empty(), Parts.DATABASES, List.of(Sample.database("db", "available")));
        var unread = databases.with(
                Parts.DATABASE_BACKUPS, Deployment.empty("x", null).observed(Parts.DATABASE_BACKUPS));
        assertThat(Sample.database("db", "available").multiAz()).isFalse();
        assertThat(judge(Claim.BACKUPS_IN_TWO_ZONES, databases)).isEqualTo(Verdict.FAIL);
        assertThat(judge(Claim.BACKUPS_IN_TWO_ZONES, unread)).isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void aFileSystemWithoutAPolicyThatWasReadHasNoBackupThatIsKnown() {
        var files = Sample.with(empty(), Parts.FILE_SYSTEMS, List.of(Sample.fileSystem("fs-1", "available")));
        assertThat(judge(Claim.BACKUPS, files)).isEqualTo(Verdict.CANNOT_TELL);
        var never = List.of(new FilePolicies("fs-1", null, null, null, null));
        assertThat(judge(Claim.BACKUPS, Sample.with(files, Parts.FILE_POLICIES, never)))
                .isEqualTo(Verdict.CANNOT_TELL);
        var on = List.of(new FilePolicies("fs-1", null, null, null, "ENABLED"));
        assertThat(judge(Claim.BACKUPS, Sample.with(files, Parts.FILE_POLICIES, on)))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void aBalancerInTwoZonesThatLeadsToOneDoesNotStandInTwo() {
        var zones = Sample.with(empty(), Parts.TARGET_GROUPS, List.of(Sample.targetGroup("web")));
        var one = List.of(target("i-1", "us-east-1a"), target("i-2", "us-east-1a"));
        var two = List.of(target("i-1", "us-east-1a"), target("i-2", "us-east-1d"));
        assertThat(judge(Claim.TWO_ZONES, Sample.with(zones, Parts.TARGETS, one)))
                .isEqualTo(Verdict.FAIL);
        assertThat(judge(Claim.TWO_ZONES, Sample.with(zones, Parts.TARGETS, two)))
                .isEqualTo(Verdict.PASS);
    }

    private static Target target(String id, String zone) {
        return new Target(Sample.groupArn("web"), id, 8080, zone, "healthy", null, null);
    }

    @Test
    void aTrailPassesThatRecordsHereAndDelivers() {
        assertThat(trails()).isEqualTo(Verdict.FAIL);
        assertThat(trails(trail(true, true, "All", Duration.ofMinutes(5)))).isEqualTo(Verdict.PASS);
        assertThat(trails(trail(true, true, "WriteOnly", Duration.ofMinutes(5))))
                .isEqualTo(Verdict.PASS);
        assertThat(trails(trail(false, true, "All", Duration.ofMinutes(5)))).isEqualTo(Verdict.FAIL);
        assertThat(trails(trail(true, false, "All", Duration.ofMinutes(5)))).isEqualTo(Verdict.FAIL);
        assertThat(trails(trail(true, true, "ReadOnly", Duration.ofMinutes(5)))).isEqualTo(Verdict.FAIL);
        assertThat(trails(trail(true, true, "Some", Duration.ofMinutes(5)))).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(trails(trail(true, true, null, Duration.ofMinutes(5)))).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(trails(trail(null, true, "All", Duration.ofMinutes(5)))).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(trails(trail(true, true, "All", Duration.ofDays(3)))).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(trails(
                        trail(true, true, "None", Duration.ofMinutes(5)),
                        trail(true, true, "All", Duration.ofMinutes(5))))
                .as("one is enough")
                .isEqualTo(Verdict.PASS);
    }

    private static Verdict trails(AuditTrail... trails) {
        return judge(Claim.AUDIT_TRAIL, Sample.with(empty(), Parts.AUDIT_TRAILS, List.of(trails)));
    }

    private static AuditTrail trail(
            @Nullable Boolean logging, boolean everyRegion, @Nullable String events, Duration delivered) {
        return new AuditTrail(
                "arn",
                "t",
                "sa-east-1",
                everyRegion,
                true,
                false,
                true,
                "b",
                logging,
                Sample.NOW.minus(delivered),
                null,
                events);
    }

    @Test
    void aFlowLogRecordsBothKindsAndIsDelivered() {
        assertThat(flows(flow("vpc-1", "ALL", "SUCCESS"))).isEqualTo(Verdict.PASS);
        assertThat(flows(flow("vpc-1", "ACCEPT", "SUCCESS"))).isEqualTo(Verdict.FAIL);
        assertThat(flows(flow("vpc-1", "ACCEPT", null), flow("vpc-1", "REJECT", null)))
                .isEqualTo(Verdict.PASS);
        assertThat(flows(flow("vpc-1", "ALL", "FAILED"))).isEqualTo(Verdict.FAIL);
        assertThat(flows(flow("subnet-1", "ALL", null)))
                .as("each subnet is the whole")
                .isEqualTo(Verdict.PASS);
        assertThat(flows()).isEqualTo(Verdict.FAIL);
    }

    private static Verdict flows(FlowLog... logs) {
        var vpc = new Vpc("vpc-1", "", List.of("10.0.0.0/16"), List.of(), false, Map.of());
        var some = Sample.with(empty(), Parts.VPCS, List.of(vpc));
        some = Sample.with(some, Parts.SUBNETS, List.of(Sample.subnet("subnet-1", "us-east-1a", "10.0.0.0/24")));
        return judge(Claim.FLOW_LOGS, Sample.with(some, Parts.FLOW_LOGS, List.of(logs)));
    }

    private static FlowLog flow(String resource, String type, @Nullable String delivered) {
        return new FlowLog("fl-1", "", resource, type, "ACTIVE", delivered, null, Map.of());
    }

    /** Whatever the rule: while a list that it rests on is not read, it does not pass. */
    @Test
    void noClaimPassesWhileAListIsUnread() {
        for (var claim : Claim.values()) {
            for (var part : claim.parts()) {
                var all = new ArrayList<Part<?>>(Parts.all());
                all.remove(part);
                var finding = claim.judge(known(read(all)));
                assertThat(finding.verdict())
                        .as(claim + " without " + part.id())
                        .isNotEqualTo(Verdict.PASS);
                assertThat(finding.points()).as(claim.id()).contains(Point.unknown(part.id(), "not read"));
            }
        }
    }

    private static Verdict ports(SecurityRule... rules) {
        return judge(Claim.ADMIN_PORTS_CLOSED, group(rules));
    }

    private static Deployment group(SecurityRule... rules) {
        return Sample.with(empty(), Parts.SECURITY_GROUPS, List.of(Sample.securityGroup("sg-1", rules)));
    }

    private static SecurityRule rule(String protocol, @Nullable Integer from, @Nullable Integer to, String cidr) {
        return new SecurityRule(true, protocol, from, to, cidr, null, null, null);
    }

    private static Verdict judge(Claim claim, Deployment deployment) {
        return claim.judge(known(deployment)).verdict();
    }

    private static Known known(Deployment deployment) {
        return new Known(deployment, Sample.NOW, new Known.Journal(false, 0, false));
    }

    /** Everything was read, and there was nothing. */
    private static Deployment empty() {
        return read(Parts.all());
    }

    private static Deployment read(List<Part<?>> parts) {
        var deployment = Sample.empty();
        for (var part : parts) {
            deployment = Sample.with(deployment, part, List.of());
        }
        return deployment;
    }
}
