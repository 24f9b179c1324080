package io.atalaya.operate.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.AliasTarget;
import io.atalaya.deployment.HealthCheckSettings;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.WeightedTargetGroup;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What AWS would refuse never becomes an operation, and the refusal has a sentence in every language. */
class InputTest {
    private static final String RTL = "\u202e";
    private static final ResourceRef INSTANCE = new ResourceRef(ResourceType.INSTANCE, "i-1");
    private static final RestoredDatabase NEW =
            new RestoredDatabase("new", null, null, List.of(), null, false, false, false);

    private static Arguments bad(String key, ThrowingCallable made) {
        return arguments(key, made);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(names(), tags(), numbers(), databases(), checks(), records(), groups(), files(), perimeter())
                .flatMap(it -> it);
    }

    private static Stream<Arguments> names() {
        return Stream.of(
                bad("identifier", () -> new StopInstance("")),
                bad("identifier", () -> new StopInstance("i-1 i-2")),
                bad("identifier", () -> new StopInstance("i-1\n")),
                bad("identifier", () -> new StopInstance("i-1" + RTL)),
                bad("identifier", () -> new StopInstance("i".repeat(2049))),
                bad("imageName", () -> new CreateImage("i-1", "ab", null, true)),
                bad("imageName", () -> new CreateImage("i-1", "a".repeat(129), null, true)),
                bad("imageName", () -> new CreateImage("i-1", "say \"hi\"", null, true)),
                bad("imageName", () -> new CreateImage("i-1", "año", null, true)),
                bad("imageName", () -> new CreateImage("i-1", "two\nlines", null, true)),
                bad("description", () -> new CreateImage("i-1", "img", "d".repeat(256), true)),
                bad("description", () -> new CreateVolumeSnapshot("vol-1", "two\nlines")),
                bad("description", () -> new CreateVolumeSnapshot("vol-1", "left" + RTL + "right")),
                bad("name", () -> new ResizeScalingGroup(" ", 1, 1, 1)),
                bad("name", () -> new EnableAlarmActions("arn:1", "bell\u0007")),
                bad("region", () -> new CopyDatabaseSnapshot("s", "arn:s", "t", "us-east-1", "mars", null)),
                bad("otherRegion", () -> new CopyDatabaseSnapshot("s", "arn:s", "t", "us-east-1", "us-east-1", null)));
    }

    private static Stream<Arguments> tags() {
        return Stream.of(
                bad("tagKey", () -> new CreateTag(INSTANCE, "", "v")),
                bad("tagKey", () -> new CreateTag(INSTANCE, "k".repeat(129), "v")),
                bad("tagKey", () -> new CreateTag(INSTANCE, "say \"hi\"", "v")),
                bad("tagKey", () -> new DeleteTag(INSTANCE, "a\u2028b")),
                bad("tagReserved", () -> new CreateTag(INSTANCE, "AWS:owner", "v")),
                bad("tagValue", () -> new CreateTag(INSTANCE, "k", "v".repeat(257))),
                bad("tagValue", () -> new CreateTag(INSTANCE, "k", "it's")),
                bad("tagValue", () -> new CreateTag(INSTANCE, "k", "a\nb")),
                bad("tagValue", () -> new CreateTag(INSTANCE, "k", RTL + "gnp.exe")),
                bad("tagService", () -> new CreateTag(new ResourceRef(ResourceType.DATABASE, "db"), "k", "v")));
    }

    private static Stream<Arguments> numbers() {
        return Stream.of(
                bad("groupSize", () -> new ResizeScalingGroup("g", -1, 0, 1)),
                bad("groupSize", () -> new ResizeScalingGroup("g", 0, 0, 10_001)),
                bad("groupMinMax", () -> new ResizeScalingGroup("g", 3, 3, 2)),
                bad("minHealthy", () -> new StartInstanceRefresh("g", 101, null, false)),
                bad("warmup", () -> new StartInstanceRefresh("g", 90, -1, false)),
                bad("port", () -> new RegisterTarget("arn:t", "i-1", 0)),
                bad("port", () -> new DeregisterTarget("arn:t", "i-1", 65_536)),
                bad("weight", () -> weights(List.of(new WeightedTargetGroup("arn:t", 1000)), null)),
                bad("weight", () -> weights(List.of(new WeightedTargetGroup("arn:t", -1)), null)),
                bad("weightedGroups", () -> weights(List.of(), null)),
                bad("weightedGroups", () -> weights(Collections.nCopies(2, new WeightedTargetGroup("arn:t", 1)), null)),
                bad(
                        "weightedGroups",
                        () -> weights(
                                IntStream.range(0, 6)
                                        .mapToObj(it -> new WeightedTargetGroup("arn:" + it, 1))
                                        .toList(),
                                null)),
                bad("stickiness", () -> weights(List.of(new WeightedTargetGroup("arn:t", 1)), 604_801)),
                bad("logRetention", () -> new ModifyLogRetention("g", 2)),
                bad("logRetention", () -> new ModifyLogRetention("g", -7)));
    }

    private static ModifyRuleWeights weights(List<WeightedTargetGroup> groups, @Nullable Integer stickiness) {
        return new ModifyRuleWeights("arn:r", groups, stickiness);
    }

    private static Stream<Arguments> databases() {
        return Stream.of(
                bad("snapshotName", () -> new CreateDatabaseSnapshot("db", "")),
                bad("snapshotName", () -> new CreateDatabaseSnapshot("db", "1st")),
                bad("snapshotName", () -> new CreateDatabaseSnapshot("db", "a--b")),
                bad("snapshotName", () -> new CreateDatabaseSnapshot("db", "a-")),
                bad("snapshotName", () -> new CreateDatabaseSnapshot("db", "año")),
                bad("snapshotName", () -> new CreateDatabaseSnapshot("db", "a".repeat(256))),
                bad("snapshotName", () -> new CreateDatabaseSnapshot("db", "a;drop")),
                bad("databaseName", () -> restored("a".repeat(64), null)),
                bad("databaseName", () -> restored("-a", null)),
                bad("databaseClass", () -> restored("a", "r5.large")),
                bad("databaseClass", () -> new ModifyDatabaseClass("db", "db.r5 large", true)),
                bad("storage", () -> new ModifyAllocatedStorage("db", 4, true)),
                bad("storage", () -> new ModifyMaximumStorage("db", 65_537)),
                bad("retention", () -> new ModifyBackupRetention("db", 36, true)),
                bad("retention", () -> new ModifyBackupRetention("db", -1, true)));
    }

    private static RestoredDatabase restored(String id, @Nullable String instanceClass) {
        return new RestoredDatabase(id, instanceClass, null, List.of(), null, false, false, false);
    }

    private static Stream<Arguments> checks() {
        return Stream.of(
                bad("checkProtocol", () -> check("GOPHER", "80", "/", 30, 5, 2, 2, null)),
                bad("checkPort", () -> check("HTTP", "0", "/", 30, 5, 2, 2, null)),
                bad("checkPort", () -> check("HTTP", "99999", "/", 30, 5, 2, 2, null)),
                bad("checkPort", () -> check("HTTP", "http", "/", 30, 5, 2, 2, null)),
                bad("checkPath", () -> check("HTTP", "80", "health", 30, 5, 2, 2, null)),
                bad("checkPath", () -> check("HTTP", "80", "/a b", 30, 5, 2, 2, null)),
                bad("checkPath", () -> check("HTTP", "80", "/a\r\nHost: x", 30, 5, 2, 2, null)),
                bad("checkPath", () -> check("HTTP", "80", "/" + "a".repeat(1024), 30, 5, 2, 2, null)),
                bad("checkInterval", () -> check("HTTP", "80", "/", 4, 2, 2, 2, null)),
                bad("checkTimeout", () -> check("HTTP", "80", "/", 30, 1, 2, 2, null)),
                bad("checkTimeoutInterval", () -> check("HTTP", "80", "/", 10, 11, 2, 2, null)),
                bad("checkThreshold", () -> check("HTTP", "80", "/", 30, 5, 1, 2, null)),
                bad("checkThreshold", () -> check("HTTP", "80", "/", 30, 5, 2, 11, null)),
                bad("checkMatcher", () -> check("HTTP", "80", "/", 30, 5, 2, 2, "2xx")));
    }

    private static ModifyHealthCheck check(
            String protocol,
            String port,
            String path,
            int interval,
            int timeout,
            int healthy,
            int unhealthy,
            @Nullable String matcher) {
        return new ModifyHealthCheck(
                "arn:t",
                new HealthCheckSettings(true, protocol, port, path, interval, timeout, healthy, unhealthy, matcher));
    }

    private static Stream<Arguments> records() {
        return Stream.of(
                bad("recordName", () -> record("a b.example.com", "A", "192.0.2.1")),
                bad("recordName", () -> record("a..example.com", "A", "192.0.2.1")),
                bad("recordName", () -> record("a".repeat(64) + ".example.com", "A", "192.0.2.1")),
                bad("recordName", () -> record("a.".repeat(126) + "example", "A", "192.0.2.1")),
                bad("recordName", () -> record("a*.example.com", "A", "192.0.2.1")),
                bad("recordName", () -> record(RTL + "a.example.com", "A", "192.0.2.1")),
                bad("recordType", () -> record("a.example.com", "B", "192.0.2.1")),
                bad("recordValues", () -> record("a.example.com", "A")),
                bad("recordTwice", () -> record("a.example.com", "A", "192.0.2.1", "192.0.2.1")),
                bad("recordOne", () -> record("a.example.com", "CNAME", "b.example.com", "c.example.com")),
                bad("recordCharacters", () -> record("a.example.com", "TXT", "\"two\nlines\"")),
                bad("recordCharacters", () -> record("a.example.com", "TXT", "\"" + RTL + "\"")),
                bad("recordCharacters", () -> record("a.example.com", "TXT", "\"" + "a".repeat(4000) + "\"")),
                bad("record.A", () -> record("a.example.com", "A", "192.0.2.256")),
                bad("record.A", () -> record("a.example.com", "A", "192.0.2.1.")),
                bad("record.A", () -> record("a.example.com", "A", "192.0.2")),
                bad("record.A", () -> record("a.example.com", "A", "example.com")),
                bad("record.AAAA", () -> record("a.example.com", "AAAA", "1::2::3")),
                bad("record.AAAA", () -> record("a.example.com", "AAAA", "192.0.2.1")),
                bad("record.CNAME", () -> record("a.example.com", "CNAME", "http://example.com/")),
                bad("record.MX", () -> record("example.com", "MX", "mail.example.com")),
                bad("record.SRV", () -> record("a.example.com", "SRV", "1 2 server.example.com")),
                bad("record.TXT", () -> record("example.com", "TXT", "v=spf1 -all")),
                bad("record.TXT", () -> record("example.com", "TXT", "\"it \"is\" quoted\"")),
                bad("record.TXT", () -> record("example.com", "TXT", "\"" + "a".repeat(256) + "\"")),
                bad("record.CAA", () -> record("example.com", "CAA", "0 issue amazon.com")),
                bad("record.SOA", () -> record("example.com", "SOA", " ")),
                bad("ttl", () -> set("a.example.com", -1L, null, "simple", null)),
                bad("ttl", () -> set("a.example.com", null, null, "simple", null)),
                bad("ttl", () -> set("a.example.com", 2_147_483_648L, null, "simple", null)),
                bad("routing", () -> set("a.example.com", 60L, "x", "geolocation AF", null)),
                bad("routing", () -> set("a.example.com", 60L, "x", "weighted 256", null)),
                bad("setIdentifier", () -> set("a.example.com", 60L, null, "weighted 1", null)),
                bad("setIdentifierSimple", () -> set("a.example.com", 60L, "x", "simple", null)),
                bad("alias", () -> set("a.example.com", 60L, null, "simple", new AliasTarget("b.example", "Z2", true))),
                bad("aliasName", () -> set("a.example.com", null, null, "simple", new AliasTarget("b c", "Z2", true))));
    }

    private static UpsertRecord record(String name, String type, String... values) {
        return new UpsertRecord(new RecordSet("Z1", name, type, 60L, List.of(values), null, null, "simple", null));
    }

    private static UpsertRecord set(
            String name, @Nullable Long ttl, @Nullable String identifier, String routing, @Nullable AliasTarget alias) {
        return new UpsertRecord(
                new RecordSet("Z1", name, "A", ttl, List.of("192.0.2.1"), alias, identifier, routing, null));
    }

    private static Stream<Arguments> groups() {
        return Stream.of(
                bad("processes", () -> new SuspendProcesses("g", List.of())),
                bad("processes", () -> new ResumeProcesses("g", List.of("Sleep"))));
    }

    private static Stream<Arguments> perimeter() {
        return Stream.of(
                bad("identifier", () -> opens("", "tcp", 1, 1, "10.0.0.0/8")),
                bad("block", () -> opens("sg-1", "tcp", 1, 1, "10.0.0.1/8")),
                bad("block", () -> opens("sg-1", "tcp", 1, 1, "10.0.0.0/33")),
                bad("block", () -> opens("sg-1", "tcp", 1, 1, "10.0.0.256/32")),
                bad("block", () -> opens("sg-1", "tcp", 1, 1, "10.0.0.0")),
                bad("block", () -> opens("sg-1", "tcp", 1, 1, "2001:db8::1/64")),
                bad("block", () -> opens("sg-1", "tcp", 1, 1, "example.com/24")),
                bad("portRange", () -> opens("sg-1", "tcp", null, 1, "10.0.0.0/8")),
                bad("portRange", () -> opens("sg-1", "udp", 2, 1, "10.0.0.0/8")),
                bad("portRange", () -> opens("sg-1", "tcp", 1, 65_536, "10.0.0.0/8")),
                bad("icmp", () -> opens("sg-1", "icmp", null, -1, "10.0.0.0/8")),
                bad("icmp", () -> opens("sg-1", "icmpv6", 256, -1, "::/0")),
                bad("noPorts", () -> opens("sg-1", "-1", 80, 80, "10.0.0.0/8")),
                bad("ruleProtocol", () -> opens("sg-1", "6", null, null, "10.0.0.0/8")),
                bad("ruleProtocol", () -> opens("sg-1", "ssh", null, null, "10.0.0.0/8")),
                bad("rulePeer", () -> opens("sg-1", "-1", null, null, null)),
                bad(
                        "ruleDirection",
                        () -> new AuthorizeSecurityGroupEgress(
                                "sg-1", new SecurityRule(true, "-1", null, null, "::/0", null, null, null))),
                bad(
                        "ruleDescription",
                        () -> new AuthorizeSecurityGroupEgress(
                                "sg-1", new SecurityRule(false, "-1", null, null, "::/0", null, null, "año"))),
                bad("entryNumber", () -> entry(0, "6", 1, 1)),
                bad("entryNumber", () -> new DeleteNetworkAclEntry("acl-1", 32_767, true)),
                bad("entryProtocol", () -> entry(1, "tcp", null, null)),
                bad("entryProtocol", () -> entry(1, "256", null, null)),
                bad("noPorts", () -> entry(1, "-1", 1, 1)),
                bad("portRange", () -> entry(1, "17", null, null)),
                bad("icmp", () -> entry(1, "1", null, null)));
    }

    private static Operation opens(
            String group, String protocol, @Nullable Integer from, @Nullable Integer to, @Nullable String cidr) {
        return new AuthorizeSecurityGroupIngress(
                group, new SecurityRule(true, protocol, from, to, cidr, null, null, null));
    }

    private static Operation entry(int number, String protocol, @Nullable Integer from, @Nullable Integer to) {
        return new CreateNetworkAclEntry("acl-1", new AclEntry(false, number, protocol, true, "10.0.0.0/8", from, to));
    }

    private static Stream<Arguments> files() {
        return Stream.of(
                bad("lifecycle", () -> new ModifyLifecycle("fs-1", "AFTER_2_DAYS", null, true)),
                bad("lifecycleOrder", () -> new ModifyLifecycle("fs-1", "AFTER_90_DAYS", "AFTER_30_DAYS", true)),
                bad("throughputMode", () -> new ModifyThroughput("fs-1", "fast", null)),
                bad("provisioned", () -> new ModifyThroughput("fs-1", "elastic", 10.0)),
                bad("provisioned", () -> new ModifyThroughput("fs-1", "provisioned", null)),
                bad("provisionedRange", () -> new ModifyThroughput("fs-1", "provisioned", 0.5)),
                bad("provisionedRange", () -> new ModifyThroughput("fs-1", "provisioned", Double.NaN)));
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("mistakes")
    void isRefusedByItsRule(String rule, ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOfSatisfying(BadInputException.class, refusal -> {
            assertThat(refusal.key()).isEqualTo("operate.input." + rule);
            for (var locale : Texts.LANGUAGES) {
                var texts = new Texts(locale, List.of("io.atalaya.operate.operate"));
                assertThat(texts.get(refusal.key(), refusal.arguments().toArray()))
                        .isNotBlank()
                        .doesNotContain("{0}");
            }
        });
    }

    @Test
    void whatAwsTakesIsTaken() {
        assertThatCode(() -> {
                    new CreateTag(INSTANCE, "dueño 名前", "a".repeat(256));
                    new CreateDatabaseSnapshot("db", "A1-" + "b".repeat(252));
                    new RestorePointInTime("db", Instant.EPOCH, NEW);
                    record("_acme-challenge.example.com", "TXT", "\"\"");
                    record("example.com", "AAAA", "2001:db8::1");
                    record("example.com", "AAAA", "::ffff:192.0.2.1");
                    record("a.example.com", "CNAME", "b.example.com.");
                    check("TCP", "traffic-port", "/", 10, 10, 10, 10, null);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void namesOfRecordsAreThoseOfTheModel() {
        var typed = record("WWW.Example.com.", "A", "192.0.2.1");
        assertThat(typed.on().id()).isEqualTo("Z1/www.example.com/A");
    }
}
