package io.atalaya.operate.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each service's way of writing parameters down means, taken from events that AWS publishes. */
class RecordedParametersTest {
    private static final Instant MOMENT = Instant.parse("2026-11-22T09:30:15Z");

    static Stream<Arguments> table() {
        return Stream.of(
                same(Map.of("InstanceIds", List.of("i-1")), "{'instancesSet':{'items':[{'instanceId':'i-1'}]}}", 1),
                other(Map.of("InstanceIds", List.of("i-1")), "{'instancesSet':{'items':[{'instanceId':'i-2'}]}}"),
                other(
                        Map.of("InstanceIds", List.of("i-1")),
                        "{'instancesSet':{'items':[{'instanceId':'i-1'},{'instanceId':'i-2'}]}}"),
                same(
                        Map.of("Resources", List.of("vol-1"), "Tags", List.of(Map.of("Key", "a", "Value", "b"))),
                        "{'resourcesSet':{'items':[{'resourceId':'vol-1'}]},'tagSet':{'items':[{'key':'a','value':'b'}]}}",
                        3),
                other(
                        Map.of("Tags", List.of(Map.of("Key", "a", "Value", "b"))),
                        "{'tagSet':{'items':[{'key':'a','value':'c'}]}}"),
                same(Map.of("InstanceIds", List.of("i-1")), "{'instanceIds':['i-1'],'autoScalingGroupName':'g'}", 1),
                same(
                        Map.of("DBInstanceIdentifier", "Chop", "AllocatedStorage", 200),
                        "{'dBInstanceIdentifier':'chop','allocatedStorage':200,'allowMajorVersionUpgrade':false}",
                        2),
                same(Map.of("TargetDBSnapshotIdentifier", "Chop"), "{'targetDBSnapshotIdentifier':'chop'}", 1),
                other(Map.of("SetIdentifier", "Blue"), "{'setIdentifier':'blue'}"),
                other(Map.of("AllocatedStorage", 200), "{'allocatedStorage':300}"),
                same(Map.of("ProvisionedThroughputInMibps", 12.5), "{'provisionedThroughputInMibps':12.50}", 1),
                same(Map.of("Weight", 10), "{'weight':'10'}", 1),
                same(Map.of("NoReboot", true), "{'noReboot':'true'}", 1),
                other(Map.of("NoReboot", true), "{'noReboot':false}"),
                same(Map.of("RestoreTime", MOMENT), "{'restoreTime':'Nov 22, 2026, 9:30:15 AM'}", 1),
                same(Map.of("RestoreTime", MOMENT), "{'restoreTime':'Nov 22, 2026 9:30:15\u202fAM'}", 1),
                same(Map.of("RestoreTime", MOMENT), "{'restoreTime':'2026-11-22T09:30:15Z'}", 1),
                same(Map.of("RestoreTime", MOMENT), "{'restoreTime':'yesterday'}", 0),
                other(Map.of("RestoreTime", MOMENT), "{'restoreTime':'Nov 22, 2026, 9:30:16 AM'}"),
                same(
                        Map.of("HostedZoneId", "Z1", "ChangeBatch", batch(60)),
                        "{'hostedZoneId':'/hostedzone/Z1','changeBatch':{'changes':[{'action':'UPSERT',"
                                + "'resourceRecordSet':{'name':'a','tTL':60}}]}}",
                        4),
                other(
                        Map.of("ChangeBatch", batch(60)),
                        "{'changeBatch':{'changes':[{'action':'UPSERT','resourceRecordSet':{'name':'a','tTL':300}}]}}"),
                same(
                        Map.of("logGroupName", "/a", "retentionInDays", 30),
                        "{'logGroupName':'/a','retentionInDays':30}",
                        2),
                same(Map.of("MasterUserPassword", "x"), "{'masterUserPassword':'****'}", 0),
                same(Map.of("KmsKeyId", "x"), "{'kmsKeyId':'HIDDEN_DUE_TO_SECURITY_REASONS'}", 0),
                same(Map.of("Description", "x"), "{'volumeId':'vol-1'}", 0),
                same(Map.of("Description", "x"), "{'description':null}", 0),
                same(Map.of("Description", "x"), "", 0),
                same(Map.of("LifecyclePolicies", List.of()), "{'fileSystemId':'fs-1'}", 0),
                other(
                        Map.of("LifecyclePolicies", List.of()),
                        "{'lifecyclePolicies':[{'transitionToIA':'AFTER_7_DAYS'}]}"),
                other(Map.of("Name", "it's"), "{'name':'it is'}"));
    }

    private static Map<String, Object> batch(int ttl) {
        return Map.of(
                "Changes", List.of(Map.of("Action", "UPSERT", "ResourceRecordSet", Map.of("Name", "a", "TTL", ttl))));
    }

    private static Arguments same(Map<String, Object> sent, String recorded, int compared) {
        return arguments(sent, recorded, compared, true);
    }

    private static Arguments other(Map<String, Object> sent, String recorded) {
        return arguments(sent, recorded, -1, false);
    }

    @ParameterizedTest
    @MethodSource("table")
    void compares(Map<String, Object> sent, String recorded, int compared, boolean same) {
        var comparison = RecordedParameters.compare(sent, recorded.replace('\'', '"'));

        assertThat(comparison.differences().isEmpty()).as(comparison.toString()).isEqualTo(same);
        if (same) {
            assertThat(comparison.compared()).isEqualTo(compared);
        }
    }

    @Test
    void whatIsOnlyThereIsShownUnlessItSaysNothing() {
        var comparison = RecordedParameters.compare(
                Map.of("InstanceIds", List.of("i-1")),
                ("{'instancesSet':{'items':[{'instanceId':'i-1'}]},'force':true,'dryRun':false,'hibernate':null,'x':{},"
                                + "'clientToken':'secret','preSignedUrl':'https://x'}")
                        .replace('\'', '"'));

        assertThat(comparison.also()).containsExactly("force = true");
        assertThat(comparison.differences()).isEmpty();
    }
}
