package io.atalaya.operate.preflight;

import static io.atalaya.operate.preflight.Confirmation.CONSIDER;
import static io.atalaya.operate.preflight.Confirmation.NONE;
import static io.atalaya.operate.preflight.Confirmation.PRESS;
import static io.atalaya.operate.preflight.Confirmation.TYPE_NAME;

import io.atalaya.operate.act.AlarmDefinition;
import io.atalaya.operate.act.DeleteAlarms;
import io.atalaya.operate.act.DisableAlarmActions;
import io.atalaya.operate.act.EnableAlarmActions;
import io.atalaya.operate.act.ModifyLogRetention;
import io.atalaya.operate.act.PutMetricAlarm;
import io.atalaya.operate.act.SetAlarmState;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Situations of alarms and logs. */
final class OtherRows {
    private OtherRows() {}

    static List<Row> all() {
        var disable = new DisableAlarmActions(World.ALARM, "cpu");
        var enable = new EnableAlarmActions(World.ALARM, "cpu");
        return Stream.concat(definitions(), others(disable, enable)).toList();
    }

    private static AlarmDefinition cpu(List<String> tells) {
        return new AlarmDefinition(
                "cpu",
                null,
                "AWS/EC2",
                "CPUUtilization",
                Map.of("InstanceId", "i-1"),
                "Average",
                80.0,
                "GreaterThanThreshold",
                true,
                World.alarmSettings(tells, true));
    }

    private static AlarmDefinition named(String name, String metric) {
        var cpu = cpu(List.of("arn:aws:sns:us-east-1:1:ops"));
        return new AlarmDefinition(
                name,
                null,
                cpu.namespace(),
                metric,
                cpu.dimensions(),
                "Average",
                80.0,
                "GreaterThanThreshold",
                true,
                cpu.settings());
    }

    private static Stream<Row> definitions() {
        var cpu = cpu(List.of("arn:aws:sns:us-east-1:1:ops"));
        var ring = new SetAlarmState(World.ALARM, "cpu", "ALARM", "a test");
        var calm = new SetAlarmState(World.ALARM, "cpu", "OK", "a test");
        var same = new PutMetricAlarm(World.ALARM, cpu);
        var higher = new PutMetricAlarm(World.ALARM, cpu.withThreshold(90));
        var delete = new DeleteAlarms(World.ALARM, "cpu", cpu);
        return Stream.of(
                Row.of("quiet", w -> {}, ring, CONSIDER, "C alarmTestReturns", "C alarmTestTells"),
                Row.of("ringing", w -> w.alarmState = "ALARM", ring, NONE, "B nothingToDo"),
                Row.of(
                        "acts",
                        w -> w.alarmTells = List.of("arn:aws:automate:us-east-1:ec2:reboot"),
                        ring,
                        CONSIDER,
                        "C alarmTestReturns",
                        "D alarmTestChanges"),
                Row.of(
                        "disabled",
                        w -> w.alarmActions = false,
                        ring,
                        CONSIDER,
                        "C alarmTestReturns",
                        "N alarmTestTellsNobody"),
                Row.of(
                        "ringing",
                        w -> w.alarmState = "ALARM",
                        calm,
                        CONSIDER,
                        "C alarmTestHides",
                        "C alarmTestReturns",
                        "N alarmTestTellsNobody"),
                Row.of(
                        "composite",
                        w -> w.alarmRule = "ALARM(x)",
                        ring,
                        CONSIDER,
                        "C alarmTestReturns",
                        "C alarmTestActs"),
                Row.of("same", w -> {}, same, NONE, "B nothingToDo"),
                Row.of("other bound", w -> {}, higher, CONSIDER, "C alarmReplaced"),
                Row.of(
                        "other metric",
                        w -> {},
                        new PutMetricAlarm(World.ALARM, named("cpu", "NetworkIn")),
                        CONSIDER,
                        "C alarmReplaced",
                        "D alarmOtherMetric"),
                Row.of("new", w -> {}, new PutMetricAlarm("arn:new", named("new", "NetworkIn")), PRESS, "N alarmNew"),
                Row.of(
                        "no actions",
                        w -> {},
                        new PutMetricAlarm(World.ALARM, cpu(List.of())),
                        CONSIDER,
                        "C alarmReplaced",
                        "N alarmWithoutActions"),
                Row.of("composite", w -> w.alarmRule = "ALARM(x)", higher, NONE, "B alarmComposite"),
                Row.of("metric math", w -> w.alarmIsSimple = false, higher, NONE, "B alarmNotSimple"),
                Row.of("quiet", w -> {}, delete, CONSIDER, "D alarmDeleted"),
                Row.of(
                        "ringing child",
                        w -> {
                            w.alarmState = "ALARM";
                            w.siteRule = "ALARM(\"cpu\")";
                        },
                        delete,
                        CONSIDER,
                        "D alarmDeleted",
                        "D alarmIsChild",
                        "C alarmRings"),
                Row.of(
                        "composite",
                        w -> w.alarmRule = "ALARM(x)",
                        new DeleteAlarms(World.ALARM, "cpu", null),
                        TYPE_NAME,
                        "D alarmLost"));
    }

    private static Stream<Row> others(DisableAlarmActions disable, EnableAlarmActions enable) {
        return Stream.of(
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
