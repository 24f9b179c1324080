package io.atalaya.sandbox.world.metrics;

import com.fasterxml.jackson.databind.node.TextNode;
import io.atalaya.sandbox.world.sim.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** The alarms of a region. They look at the metrics each minute and say what they see, as CloudWatch's do. */
public final class Alarms {
    private static final Duration HISTORY_KEPT = Duration.ofDays(14);

    private final Metrics metrics;
    private final Table<MetricAlarm> alarms = new Table<>(MetricAlarm::alarmName);
    private final List<AlarmHistoryItem> history = new ArrayList<>();
    private final Map<String, Instant> overridden = new HashMap<>();
    private final Composites composites = new Composites(alarms, history::add);

    public Alarms(Metrics metrics) {
        this.metrics = metrics;
    }

    /** The alarms on these. */
    public Composites composites() {
        return composites;
    }

    public Table<MetricAlarm> all() {
        return alarms;
    }

    /** Newest first. */
    public List<AlarmHistoryItem> history() {
        return history.reversed();
    }

    /** Adds an alarm that has not looked yet. */
    public void add(MetricAlarm alarm, Instant at) {
        alarms.put(alarm.toBuilder()
                .stateValue(StateValue.INSUFFICIENT_DATA)
                .stateReason("Unchecked: Initial alarm creation")
                .stateUpdatedTimestamp(at)
                .stateTransitionedTimestamp(at)
                .build());
    }

    /** A new definition: a new alarm has not looked yet, one that was there keeps its state until it looks again. */
    public void define(MetricAlarm alarm, Instant at) {
        MetricAlarm known = alarms.find(alarm.alarmName()).orElse(null);
        if (known == null) {
            add(alarm, at);
            return;
        }
        alarms.put(alarm.toBuilder()
                .stateValue(known.stateValue())
                .stateReason(known.stateReason())
                .stateReasonData(known.stateReasonData())
                .stateUpdatedTimestamp(known.stateUpdatedTimestamp())
                .stateTransitionedTimestamp(known.stateTransitionedTimestamp())
                .build());
    }

    /** Looks at every alarm's metric. */
    public void look(Instant now) {
        for (MetricAlarm alarm : List.copyOf(alarms.all())) {
            Instant until = overridden.getOrDefault(alarm.alarmName(), Instant.MIN);
            if (now.isAfter(until)) {
                Verdict verdict = Verdict.of(alarm, metrics, now);
                if (verdict.state() != alarm.stateValue()) {
                    turn(alarm, verdict.state(), verdict.reason(), verdict.data(), now);
                }
            }
        }
        composites.look(now);
        history.removeIf(h -> h.timestamp().isBefore(now.minus(HISTORY_KEPT)));
    }

    /** Sets a state by hand; it lasts until the alarm's next look after a period. */
    public void set(String name, StateValue state, String reason, String data, Instant now) {
        if (composites.all().contains(name)) {
            composites.set(name, state, reason, now);
            return;
        }
        MetricAlarm alarm = alarms.get(name);
        overridden.put(name, now.plusSeconds(Math.max(60, alarm.period())));
        turn(alarm, state, reason, data, now);
    }

    private void turn(MetricAlarm alarm, StateValue state, String reason, String data, Instant now) {
        alarms.put(alarm.toBuilder()
                .stateValue(state)
                .stateReason(reason)
                .stateReasonData(data)
                .stateUpdatedTimestamp(now)
                .stateTransitionedTimestamp(state == alarm.stateValue() ? alarm.stateTransitionedTimestamp() : now)
                .build());
        history.add(
                turned(alarm.alarmName(), "MetricAlarm", alarm.stateValueAsString(), state.toString(), reason, now));
    }

    static AlarmHistoryItem turned(
            String name, String type, String before, String after, @Nullable String reason, Instant now) {
        return AlarmHistoryItem.builder()
                .alarmName(name)
                .alarmType(type)
                .timestamp(now)
                .historyItemType(HistoryItemType.STATE_UPDATE)
                .historySummary("Alarm updated from " + before + " to " + after)
                .historyData("{\"version\":\"1.0\",\"oldState\":{\"stateValue\":\"" + before
                        + "\"},\"newState\":{\"stateValue\":\"" + after + "\",\"stateReason\":"
                        + TextNode.valueOf(reason == null ? "" : reason) + "}}")
                .build();
    }
}
