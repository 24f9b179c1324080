package io.atalaya.operate.preflight;

import static io.atalaya.operate.preflight.Confirmation.CONSIDER;
import static io.atalaya.operate.preflight.Confirmation.NONE;
import static io.atalaya.operate.preflight.Confirmation.PRESS;
import static io.atalaya.operate.preflight.Confirmation.TYPE_NAME;

import io.atalaya.operate.act.DisableAlarmActions;
import io.atalaya.operate.act.EnableAlarmActions;
import io.atalaya.operate.act.ModifyLogRetention;
import java.util.List;

/** Situations of alarms and logs. */
final class OtherRows {
    private OtherRows() {}

    static List<Row> all() {
        var disable = new DisableAlarmActions(World.ALARM, "cpu");
        var enable = new EnableAlarmActions(World.ALARM, "cpu");
        return List.of(
                Row.of("quiet", w -> {}, disable, CONSIDER, "C alarmTellsNobody"),
                Row.of("ringing", w -> w.alarmState = "ALARM", disable, CONSIDER, "C alarmTellsNobody", "C alarmRings"),
                Row.of("disabled", w -> w.alarmActions = false, disable, NONE, "B nothingToDo"),
                Row.of("quiet", w -> w.alarmActions = false, enable, PRESS, "N alarmTells"),
                Row.of(
                        "ringing",
                        w -> {
                            w.alarmActions = false;
                            w.alarmState = "ALARM";
                        },
                        enable,
                        PRESS,
                        "N alarmTellsLater"),
                Row.of("shorter", w -> {}, new ModifyLogRetention(World.LOGS, 30), TYPE_NAME, "D logsDeleted"),
                Row.of(
                        "no longer for ever",
                        w -> w.logDays = null,
                        new ModifyLogRetention(World.LOGS, 30),
                        TYPE_NAME,
                        "D logsDeleted"),
                Row.of("longer", w -> {}, new ModifyLogRetention(World.LOGS, 365), PRESS, "N logsLonger"),
                Row.of("for ever", w -> {}, new ModifyLogRetention(World.LOGS, null), PRESS, "N logsForEver"),
                Row.of("same", w -> {}, new ModifyLogRetention(World.LOGS, 90), NONE, "B nothingToDo"));
    }
}
