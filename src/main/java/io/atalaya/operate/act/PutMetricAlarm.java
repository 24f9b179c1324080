package io.atalaya.operate.act;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.Caller;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.util.Optional;

/**
 * cloudwatch:PutMetricAlarm: makes an alarm, or replaces all of one. Replacing leaves the state until the next evaluation.
 *
 * @param alarmArn that it has or will have: {@link #arn}
 */
public record PutMetricAlarm(String alarmArn, AlarmDefinition definition) implements Operation {
    public PutMetricAlarm {
        Input.name(alarmArn);
    }

    /** The ARN of a new alarm. */
    public static String arn(Caller caller, String region, String name) {
        return "arn:" + caller.partition() + ":cloudwatch:" + region + ":" + caller.account() + ":alarm:" + name;
    }

    @Override
    public ResourceRef on() {
        return new ResourceRef(ResourceType.ALARM, alarmArn);
    }

    @Override
    public AwsRequest request() {
        return definition.request();
    }

    @Override
    public Settling settling() {
        return Watched.one(
                Parts.ALARMS,
                java.time.Duration.ofMinutes(5),
                it -> it.name().equals(definition.name()),
                (before, now) -> now != null
                                && AlarmDefinition.of(now)
                                        .filter(definition::means)
                                        .isPresent()
                        ? Settling.Progress.done("")
                        : Settling.Progress.underWay(""));
    }

    /** The former definition, or its removal where there was none. */
    @Override
    public Optional<Operation> undo(Deployment before) {
        var listing = before.observed(Parts.ALARMS).value();
        if (listing == null) {
            return Optional.empty();
        }
        var former = listing.items().stream()
                .filter(it -> it.name().equals(definition.name()))
                .findFirst();
        if (former.isEmpty()) {
            return listing.complete()
                    ? Undo.by(() -> new DeleteAlarms(alarmArn, definition.name(), definition))
                    : Optional.empty();
        }
        return former.flatMap(PutMetricAlarm::again);
    }

    private static Optional<Operation> again(Alarm alarm) {
        return AlarmDefinition.of(alarm).flatMap(it -> Undo.by(() -> new PutMetricAlarm(alarm.arn(), it)));
    }
}
