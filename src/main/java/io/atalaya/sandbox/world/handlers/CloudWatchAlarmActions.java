package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.world.World;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsResponse;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsResponse;

/** Whether an alarm does anything when it rings. Names that are not there are passed over, as CloudWatch does. */
final class CloudWatchAlarmActions {
    private CloudWatchAlarmActions() {}

    static void register(Operations cloudwatch) {
        cloudwatch
                .on(
                        "EnableAlarmActions",
                        EnableAlarmActionsRequest.class,
                        EnableAlarmActionsResponse.class,
                        CloudWatchAlarmActions::enable)
                .on(
                        "DisableAlarmActions",
                        DisableAlarmActionsRequest.class,
                        DisableAlarmActionsResponse.class,
                        CloudWatchAlarmActions::disable);
    }

    private static EnableAlarmActionsResponse enable(World world, EnableAlarmActionsRequest r, Call call) {
        set(world, r.alarmNames(), true);
        return EnableAlarmActionsResponse.builder().build();
    }

    private static DisableAlarmActionsResponse disable(World world, DisableAlarmActionsRequest r, Call call) {
        set(world, r.alarmNames(), false);
        return DisableAlarmActionsResponse.builder().build();
    }

    private static void set(World world, List<String> names, boolean on) {
        names.forEach(name -> {
            world.alarms()
                    .all()
                    .change(name, a -> a.toBuilder().actionsEnabled(on).build());
            world.alarms().composites().all().change(name, a -> a.toBuilder()
                    .actionsEnabled(on)
                    .build());
        });
    }
}
