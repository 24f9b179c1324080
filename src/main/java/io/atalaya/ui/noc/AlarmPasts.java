package io.atalaya.ui.noc;

import io.atalaya.noc.alarms.AlarmHistory;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Reads what an alarm said when a person wants to know (cloudwatch:DescribeAlarmHistory): never on a cadence of its own. */
@FunctionalInterface
public interface AlarmPasts {
    /** Nothing is remembered: pictures, tests. */
    AlarmPasts NONE = (alarm, from, to, answer) -> answer.accept(new AlarmHistory.Answer.Changes(List.of(), true, to));

    /** @param answer called once, on any thread */
    void read(String alarmName, Instant from, Instant to, Consumer<AlarmHistory.Answer> answer);
}
