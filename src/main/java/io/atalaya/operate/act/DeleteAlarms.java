package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * cloudwatch:DeleteAlarms of one alarm. AWS keeps nothing of it, so the act carries what it was: the journal has the whole
 * definition.
 *
 * @param definition what it was; null for what this console cannot make again
 */
public record DeleteAlarms(
        String alarmArn, String name, @Nullable AlarmDefinition definition) implements Operation {
    public DeleteAlarms {
        Input.name(alarmArn);
        Input.name(name);
        Input.require(definition == null || definition.name().equals(name), "operate.input.name");
    }

    @Override
    public ResourceRef on() {
        return new ResourceRef(ResourceType.ALARM, alarmArn);
    }

    @Override
    public AwsRequest request() {
        return AwsRequest.of(Service.CLOUDWATCH, "DeleteAlarms").with("AlarmNames", List.of(name));
    }

    @Override
    public Settling settling() {
        return Watched.one(
                Parts.ALARMS,
                Duration.ofMinutes(5),
                it -> it.name().equals(name),
                (before, now) -> now == null ? Settling.Progress.done("") : Settling.Progress.underWay(""));
    }

    /** The same definition, with a new history and without its tags. */
    @Override
    public Optional<Operation> undo(Deployment before) {
        return Optional.ofNullable(definition).flatMap(it -> Undo.by(() -> new PutMetricAlarm(alarmArn, it)));
    }
}
