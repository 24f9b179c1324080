package io.atalaya.operate.preflight;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.act.DisableAlarmActions;
import io.atalaya.operate.act.EnableAlarmActions;
import io.atalaya.operate.act.SetAlarmState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

    static void test(SetAlarmState act, Known known, Findings found) {
        alarm(act.alarmArn(), known, found).ifPresent(it -> {
            if (it.state().equals(act.state())) {
                found.blocked("nothingToDo", it.name());
                return;
            }
            found.caution("alarmTestReturns", it.name());
            var actions = actions(it, act.state());
            var settings = it.settings();
            if (!it.actionsEnabled() || (settings != null && actions.isEmpty())) {
                found.note("alarmTestTellsNobody", it.name());
            } else if (settings == null) {
                found.caution("alarmTestActs", it.name());
            } else if (actions.stream().allMatch(AlarmRules::onlyTells)) {
                found.caution("alarmTestTells", it.name(), actions.size());
            } else {
                found.danger(
                        "alarmTestChanges",
                        it.name(),
                        actions.stream().filter(each -> !onlyTells(each)).collect(Collectors.joining(", ")));
            }
            if (act.state().equals("OK") && it.state().equals("ALARM")) {
                found.caution("alarmTestHides", it.name());
            }
        });
    }

    private static List<String> actions(Alarm alarm, String state) {
        var settings = alarm.settings();
        if (settings == null) {
            return List.of();
        }
        return switch (state) {
            case "ALARM" -> settings.alarmActions();
            case "OK" -> settings.okActions();
            default -> settings.insufficientDataActions();
        };
    }

    /** A topic tells; Auto Scaling, EC2, Systems Manager and Lambda do something. */
    private static boolean onlyTells(String action) {
        return action.contains(":sns:");
    }

    static Optional<Alarm> alarm(String arn, Known known, Findings found) {
        return known.subject(Alarm.class, ResourceType.ALARM, arn, Parts.ALARMS, found);
    }
}
