package io.atalaya.operate.act;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * cloudwatch:SetAlarmState, to test an alarm. Its actions run as if it were true; AWS sets it back at the next evaluation, often
 * before anybody sees it.
 *
 * @param state {@code OK ALARM INSUFFICIENT_DATA}
 * @param reason what the history says of it
 */
public record SetAlarmState(String alarmArn, String name, String state, String reason) implements Operation {
    private static final Set<String> STATES = Set.of("OK", "ALARM", "INSUFFICIENT_DATA");

    public SetAlarmState {
        Input.name(alarmArn);
        Input.name(name);
        Input.require(STATES.contains(state), "operate.input.alarmState");
        Input.require(
                !reason.isBlank() && reason.length() <= 1023 && Input.visible(reason), "operate.input.alarmReason");
    }

    @Override
    public ResourceRef on() {
        return new ResourceRef(ResourceType.ALARM, alarmArn);
    }

    @Override
    public AwsRequest request() {
        return AwsRequest.of(Service.CLOUDWATCH, "SetAlarmState")
                .with("AlarmName", name)
                .with("StateValue", state)
                .with("StateReason", reason);
    }

    /** Done when it is there, or when it changed at all: AWS may have set it back already. */
    @Override
    public Settling settling() {
        return Watched.one(Parts.ALARMS, Duration.ofMinutes(5), it -> it.arn().equals(alarmArn), (before, now) -> {
            if (now == null) {
                return Settling.Progress.failed("");
            }
            var changed = before != null && !Objects.equals(before.stateChangedAt(), now.stateChangedAt());
            return changed || now.state().equals(state)
                    ? Settling.Progress.done(now.state())
                    : Settling.Progress.underWay(now.state());
        });
    }
}
