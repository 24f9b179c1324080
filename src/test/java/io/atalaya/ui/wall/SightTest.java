package io.atalaya.ui.wall;

import static io.atalaya.deployment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.connect.CredentialState;
import io.atalaya.connect.Renewal;
import io.atalaya.deployment.CheckopSample;
import io.atalaya.noc.items.Board;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SightTest {
    private static final WallHealth HEALTH =
            new WallHealth("CheckOP", "us-east-1", false, new CredentialState(null, Renewal.PERSON), 1, 0.1);
    private static final Duration LONGER = Board.MADE_AGAIN_WITHIN.plusMillis(1);

    /** AWS answers all the time, and nobody judges what it says. */
    @Test
    void aBoardThatNeverCameIsAsLoudAsOneThatStandsStill() {
        var deployment = CheckopSample.healthy();
        assertThat(Sight.of(deployment, HEALTH, null, NOW, NOW).sees()).isTrue();
        assertThat(Sight.of(deployment, HEALTH, null, NOW.minus(LONGER), NOW).why())
                .isEqualTo(Sight.Why.NO_BOARD);
        assertThat(Sight.of(deployment, HEALTH, NOW.minus(LONGER), NOW.minus(LONGER), NOW)
                        .why())
                .isEqualTo(Sight.Why.NO_BOARD);
        assertThat(Sight.of(deployment, HEALTH, NOW, NOW.minus(LONGER), NOW).sees())
                .isTrue();
    }
}
