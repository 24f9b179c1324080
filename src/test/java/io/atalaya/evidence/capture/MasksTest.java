package io.atalaya.evidence.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.evidence.capsule.Capsules;
import io.atalaya.evidence.capsule.LeftOut;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What must not leave does not, is listed, and nothing beside it is touched. */
class MasksTest {
    @Test
    void secretsOfEveryShapeAreTakenOut() {
        var masks = new Masks(List.of());
        assertThat(masked(masks, "<a><userData>IyEvYmlu\nx</userData><b>1</b></a>"))
                .isEqualTo("<a><userData>[left out]</userData><b>1</b></a>");
        assertThat(masked(masks, "<preSharedKey>psk</preSharedKey><UserData><value>v</value></UserData>"))
                .isEqualTo("<preSharedKey>[left out]</preSharedKey><UserData>[left out]</UserData>");
        assertThat(masked(masks, "{\"MasterUserPassword\": \"a\\\"b\", \"x\": \"a\"}"))
                .isEqualTo("{\"MasterUserPassword\": \"[left out]\", \"x\": \"a\"}");
        assertThat(masked(masks, "{\"CloudTrailEvent\":\"{\\\"sessionToken\\\":\\\"s3cret\\\",\\\"y\\\":\\\"1\\\"}\"}"))
                .doesNotContain("s3cret")
                .contains("\\\"y\\\":\\\"1\\\"");
        assertThat(masks.leftOut())
                .extracting(LeftOut::what)
                .containsExactly("userData", "preSharedKey", "UserData", "MasterUserPassword", "sessionToken");
    }

    @Test
    void otherBytesStay() {
        var body = new byte[256];
        for (int i = 0; i < 256; i++) {
            body[i] = (byte) i;
        }
        assertThat(new Masks(List.of("Owner")).masked("item", body)).isSameAs(body);
    }

    @Test
    void whatTheUserMarksIsTakenOutOfFieldsAndTags() {
        var masks = new Masks(List.of("Owner", "publicIp"));
        assertThat(masked(masks, "<item><key>Owner</key><value>ana</value></item><key>Name</key><value>x</value>"))
                .isEqualTo("<item><key>Owner</key><value>[left out]</value></item><key>Name</key><value>x</value>");
        assertThat(masked(masks, "{\"Key\": \"Owner\", \"Value\": \"ana\"}"))
                .isEqualTo("{\"Key\": \"Owner\", \"Value\": \"[left out]\"}");
        assertThat(masked(masks, "<publicIp>203.0.113.1</publicIp>")).doesNotContain("203");
        assertThat(masks.leftOut()).allMatch(LeftOut::asked).hasSize(2);
        assertThat(masks.any()).isTrue();
    }

    @Test
    void answersThatAreSecretAreLeftOutWhole() {
        var masks = new Masks(List.of());
        assertThat(masks.leavesOut("sts:AssumeRole", "r")).isTrue();
        assertThat(masks.leavesOut("sso:GetRoleCredentials", "r")).isTrue();
        assertThat(masks.leavesOut("logs:FilterLogEvents", "r")).isTrue();
        assertThat(masks.leavesOut("sts:GetCallerIdentity", "r")).isFalse();
        assertThat(masks.leavesOut("ec2:DescribeInstances", "r")).isFalse();
    }

    @Test
    void onlyLinesOfThisDeploymentAreTakenFromTheJournal() {
        var mine = "{\"account\":\"111122223333\",\"region\":\"us-east-1\",\"arguments\":\"x\"}";
        var lines = List.of(
                mine,
                mine.replace("us-east-1", "sa-east-1"),
                mine.replace("{", "{\"endpoint\":\"http://127.0.0.1\","),
                "{\"account\":\"1111");
        var kept = JournalLines.of(lines, Capsules.AWS, new Masks(List.of()), "journal.jsonl");
        assertThat(new String(kept, StandardCharsets.UTF_8)).isEqualTo(mine + "\n");
    }

    private static String masked(Masks masks, String text) {
        return new String(masks.masked("item", text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
