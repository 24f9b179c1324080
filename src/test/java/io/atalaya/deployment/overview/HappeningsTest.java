package io.atalaya.deployment.overview;

import static io.atalaya.deployment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HappeningsTest {
    private static final Duration DAY = Duration.ofHours(24);

    @Test
    void newestFirstAndNothingOlderThanADay() {
        var happenings = Happenings.of(Situation.of(CheckopSample.healthy(), NOW), DAY);
        assertThat(happenings)
                .extracting(Happening::word)
                .containsExactly("OK", "CreateDBSnapshot", "Successful", "backup");
        assertThat(happenings).extracting(Happening::at).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void nothingFromTheFuture() {
        var before = NOW.minus(Duration.ofHours(6));
        assertThat(Happenings.of(Situation.of(CheckopSample.healthy(), before), DAY))
                .extracting(Happening::word)
                .containsExactly("backup");
    }

    @Test
    void aRingingAlarmIsAFailure() {
        var ringing = CheckopSample.alarm("cpu", "ALARM", "AWS/EC2", "CPUUtilization", Map.of(), 70);
        var deployment = CheckopSample.with(CheckopSample.healthy(), Parts.ALARMS, 30, List.of(ringing));
        assertThat(Happenings.of(Situation.of(deployment, NOW), DAY).getFirst())
                .extracting(Happening::state, Happening::text)
                .containsExactly(State.FAILED, "cpu");
    }
}
