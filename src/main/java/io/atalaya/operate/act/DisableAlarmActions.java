package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.util.List;
import java.util.Optional;

/** cloudwatch:DisableAlarmActions of one alarm: it still rings, and tells nobody. */
public record DisableAlarmActions(String alarmArn, String name) implements Operation {
    public DisableAlarmActions {
        Input.name(alarmArn);
        Input.name(name);
    }

    @Override
    public ResourceRef on() {
        return new ResourceRef(ResourceType.ALARM, alarmArn);
    }

    @Override
    public AwsRequest request() {
        return AwsRequest.of(Service.CLOUDWATCH, "DisableAlarmActions").with("AlarmNames", List.of(name));
    }

    @Override
    public Settling settling() {
        return Watched.until(Parts.ALARMS, it -> it.arn().equals(alarmArn), it -> !it.actionsEnabled());
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return Optional.of(new EnableAlarmActions(alarmArn, name));
    }
}
