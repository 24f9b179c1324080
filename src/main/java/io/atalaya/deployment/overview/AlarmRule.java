package io.atalaya.deployment.overview;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.Parts;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** CloudWatch alarms that ring, and those that cannot tell. */
final class AlarmRule implements Rule {
    /** Made by target tracking: in ALARM whenever load is low, which is how it asks for fewer machines. */
    private static final Pattern SCALE_IN = Pattern.compile("^TargetTracking-.*-AlarmLow-.*");

    @Override
    public Stream<Finding> find(Situation situation) {
        return situation.items(Parts.ALARMS).stream()
                .filter(alarm -> !SCALE_IN.matcher(alarm.name()).matches())
                .flatMap(AlarmRule::of);
    }

    private static Stream<Finding> of(Alarm alarm) {
        return switch (alarm.state()) {
            case "ALARM" -> Stream.of(finding(FindingKind.ALARM, Urgency.DEGRADED, alarm));
            case "INSUFFICIENT_DATA" -> Stream.of(finding(FindingKind.ALARM_NO_DATA, Urgency.UNKNOWN, alarm));
            default -> Stream.empty();
        };
    }

    private static Finding finding(FindingKind kind, Urgency urgency, Alarm alarm) {
        return new Finding(
                kind,
                urgency,
                alarm.ref(),
                Parts.ALARMS,
                alarm.stateChangedAt(),
                List.of(alarm.name(), alarm.stateReason() == null ? "" : alarm.stateReason()));
    }
}
