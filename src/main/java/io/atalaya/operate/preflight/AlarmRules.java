package io.atalaya.operate.preflight;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.act.DisableAlarmActions;
import io.atalaya.operate.act.EnableAlarmActions;
import java.util.Optional;

/** Whether an alarm tells anybody. */
final class AlarmRules {
    private AlarmRules() {}

    static void disable(DisableAlarmActions act, Known known, Findings found) {
        alarm(act.alarmArn(), known, found).ifPresent(it -> {
            if (!it.actionsEnabled()) {
                found.blocked("nothingToDo", it.name());
            } else {
                found.caution("alarmTellsNobody", it.name());
                if (it.state().equals("ALARM")) {
                    found.caution("alarmRings", it.name());
                }
            }
        });
    }

    static void enable(EnableAlarmActions act, Known known, Findings found) {
        alarm(act.alarmArn(), known, found).ifPresent(it -> {
            if (it.actionsEnabled()) {
                found.blocked("nothingToDo", it.name());
            } else {
                // actions are taken when the state changes, not because it is what it is
                found.note(it.state().equals("ALARM") ? "alarmTellsLater" : "alarmTells", it.name());
            }
        });
    }

    private static Optional<Alarm> alarm(String arn, Known known, Findings found) {
        return known.subject(Alarm.class, ResourceType.ALARM, arn, Parts.ALARMS, found);
    }
}
