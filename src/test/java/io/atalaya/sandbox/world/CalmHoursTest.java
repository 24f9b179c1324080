package io.atalaya.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.sandbox.Deployments;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;

/** A calm world is as calm at night, in the rush and on a Sunday: its alarms do not hang on when they are read. */
class CalmHoursTest {
    /** By these steps a week meets each of the 24 hours. */
    private static final int STEP = 5;

    @ParameterizedTest
    @ValueSource(strings = {"checkop", "citsmart"})
    void everyAlarmIsInTheSameStateAllWeek(String deployment) {
        var expected = states(deployment, ManualClock.PICTURE);
        assertThat(expected).hasSizeGreaterThan(10);
        for (int hour = STEP; hour < 7 * 24; hour += STEP) {
            var now = ManualClock.PICTURE.plus(Duration.ofHours(hour));
            assertThat(states(deployment, now)).as(now.toString()).isEqualTo(expected);
        }
    }

    private static TreeMap<String, String> states(String deployment, Instant now) {
        var states = new TreeMap<String, String>();
        new Asker(Deployments.named(deployment), Story.CALM, now)
                .ask(DescribeAlarmsRequest.builder().maxRecords(100).build(), DescribeAlarmsResponse.class)
                .metricAlarms()
                .forEach(alarm -> states.put(alarm.alarmName(), alarm.stateValueAsString()));
        return states;
    }
}
