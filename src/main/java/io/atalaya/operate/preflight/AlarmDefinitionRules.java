package io.atalaya.operate.preflight;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.Parts;
import io.atalaya.operate.act.AlarmDefinition;
import io.atalaya.operate.act.DeleteAlarms;
import io.atalaya.operate.act.PutMetricAlarm;
import java.util.stream.Collectors;

/** What defines an alarm: making, replacing, deleting. */
final class AlarmDefinitionRules {
    private AlarmDefinitionRules() {}

    static void put(PutMetricAlarm act, Known known, Findings found) {
        var wanted = act.definition();
        var former = known.items(Parts.ALARMS).stream()
                .filter(it -> it.name().equals(wanted.name()))
                .findFirst();
        if (former.isPresent()) {
            replace(former.get(), wanted, found);
        } else {
            found.note("alarmNew", wanted.name());
        }
        if (wanted.settings().alarmActions().isEmpty()) {
            found.note("alarmWithoutActions", wanted.name());
        }
    }

    private static void replace(Alarm alarm, AlarmDefinition wanted, Findings found) {
        var is = AlarmDefinition.of(alarm);
        if (alarm.composite()) {
            found.blocked("alarmComposite", alarm.name());
        } else if (is.isEmpty()) {
            found.blocked("alarmNotSimple", alarm.name());
        } else if (is.get().means(wanted)) {
            found.blocked("nothingToDo", alarm.name());
        } else {
            found.caution("alarmReplaced", alarm.name());
            if (!is.get().metric().equals(wanted.metric())
                    || !is.get().namespace().equals(wanted.namespace())
                    || !is.get().dimensions().equals(wanted.dimensions())) {
                found.danger("alarmOtherMetric", alarm.name());
            }
        }
    }

    static void delete(DeleteAlarms act, Known known, Findings found) {
        AlarmRules.alarm(act.alarmArn(), known, found).ifPresent(alarm -> {
            if (AlarmDefinition.of(alarm)
                    .filter(it -> it.equals(act.definition()))
                    .isPresent()) {
                found.danger("alarmDeleted", alarm.name());
            } else {
                found.lost("alarmLost", alarm.name());
            }
            var parents = known.items(Parts.ALARMS).stream()
                    .filter(it -> it.children().stream().anyMatch(alarm::isCalled))
                    .map(Alarm::name)
                    .sorted()
                    .collect(Collectors.joining(", "));
            if (!parents.isEmpty()) {
                found.danger("alarmIsChild", alarm.name(), parents);
            }
            if (alarm.state().equals("ALARM")) {
                found.caution("alarmRings", alarm.name());
            }
        });
    }
}
