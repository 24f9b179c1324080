package io.atalaya.sandbox.world.metrics;

import io.atalaya.sandbox.world.sim.Table;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** The alarms on other alarms. They look at them whenever those have looked, and say which of them turned them. */
public final class Composites {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern(
                    "EEEE dd MMMM, uuuu HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Table<CompositeAlarm> alarms = new Table<>(CompositeAlarm::alarmName);
    private final Table<MetricAlarm> below;
    private final Consumer<AlarmHistoryItem> history;
    private final Map<String, Instant> overridden = new HashMap<>();

    Composites(Table<MetricAlarm> below, Consumer<AlarmHistoryItem> history) {
        this.below = below;
        this.history = history;
    }

    public Table<CompositeAlarm> all() {
        return alarms;
    }

    /** Adds one that has not looked yet. */
    public void add(CompositeAlarm alarm, Instant at) {
        RuleExpression.holds(alarm.alarmRule(), (state, name) -> false); // a rule that is none is a mistake of ours
        alarms.put(alarm.toBuilder()
                .stateValue(StateValue.OK)
                .stateReason("Unchecked: Initial alarm creation")
                .stateUpdatedTimestamp(at)
                .stateTransitionedTimestamp(at)
                .build());
    }

    void look(Instant now) {
        for (CompositeAlarm alarm : List.copyOf(alarms.all())) {
            if (!now.isAfter(overridden.getOrDefault(alarm.alarmName(), Instant.MIN))) {
                continue;
            }
            var state = RuleExpression.holds(alarm.alarmRule(), this::is) ? StateValue.ALARM : StateValue.OK;
            if (state != alarm.stateValue()) {
                turn(alarm, state, because(alarm, now), now);
            }
        }
    }

    /** Sets a state by hand; it lasts until its next look. */
    void set(String name, StateValue state, String reason, Instant now) {
        overridden.put(name, now.plusSeconds(60));
        turn(alarms.get(name), state, reason, now);
    }

    private boolean is(String state, String name) {
        return below.stream()
                .filter(each -> each.alarmName().equals(name) || name.equals(each.alarmArn()))
                .anyMatch(each -> each.stateValueAsString().equals(state));
    }

    /** CloudWatch names the alarm whose change turned it. */
    private String because(CompositeAlarm alarm, Instant now) {
        return below.stream()
                .filter(each -> alarm.alarmRule().contains(each.alarmName()))
                .max(java.util.Comparator.comparing(MetricAlarm::stateTransitionedTimestamp))
                .map(each ->
                        each.alarmArn() + " transitioned to " + each.stateValueAsString() + " at " + WHEN.format(now))
                .orElse("");
    }

    private void turn(CompositeAlarm alarm, StateValue state, String reason, Instant now) {
        alarms.put(alarm.toBuilder()
                .stateValue(state)
                .stateReason(reason)
                .stateUpdatedTimestamp(now)
                .stateTransitionedTimestamp(state == alarm.stateValue() ? alarm.stateTransitionedTimestamp() : now)
                .build());
        history.accept(Alarms.turned(
                alarm.alarmName(), "CompositeAlarm", alarm.stateValueAsString(), state.toString(), reason, now));
    }
}
