package io.atalaya.noc.signals;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.Parts;
import io.atalaya.noc.desk.Severity;
import io.atalaya.noc.desk.Signal;
import io.atalaya.noc.desk.Signals;
import io.atalaya.noc.desk.Words;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * CloudWatch's alarms. One that has no data cannot see: had it rung, it is not over. A composite alarm stands above the alarms
 * its rule names.
 */
final class AlarmSignals {
    /** Kind of a ringing alarm, as the overview names it. */
    static final String KIND = "ALARM";

    static final String KIND_NO_DATA = "ALARM_NO_DATA";

    /** Made by target tracking: in ALARM whenever load is low, which is how it asks for fewer machines. */
    private static final Pattern SCALE_IN = Pattern.compile("^TargetTracking-.*-AlarmLow-.*");

    private AlarmSignals() {}

    static Signals of(Deployment deployment, Instant now) {
        var sources = new Sources(deployment, now);
        var ringing = deployment.items(Parts.ALARMS).stream()
                .filter(each -> !each.state().equals("OK"))
                .filter(each -> !SCALE_IN.matcher(each.name()).matches())
                .toList();
        var all = ringing.stream()
                .map(each -> signal(each, parent(each, ringing), sources))
                .toList();
        // an alarm without data can be judged by nobody, however well the list of alarms is read
        var unknown = all.stream().filter(each -> !each.sees()).map(Signal::key).collect(Collectors.toSet());
        return new Signals(all, sources.sees(Parts.ALARMS) ? Set.of(Parts.ALARMS.id()) : Set.of(), unknown);
    }

    private static Signal signal(Alarm alarm, @Nullable Alarm parent, Sources sources) {
        var rings = alarm.state().equals("ALARM");
        var reason = alarm.stateReason() == null ? "" : alarm.stateReason();
        var kind = rings ? KIND : KIND_NO_DATA;
        return new Signal(
                key(alarm),
                kind,
                rings ? (alarm.composite() ? Severity.CRITICAL : Severity.WARNING) : Severity.UNKNOWN,
                new Words(FindingSignals.SENTENCE + kind + ".title", List.of(alarm.name(), reason)),
                alarm.ref(),
                where(alarm.metric()),
                Parts.ALARMS.id(),
                parent == null ? null : key(parent),
                alarm.stateChangedAt(),
                sources.askedAt(Parts.ALARMS),
                rings && sources.sees(Parts.ALARMS));
    }

    private static String key(Alarm alarm) {
        return "ALARM " + alarm.arn();
    }

    /** The composite alarm that rings because of it; of several the first by name. */
    private static @Nullable Alarm parent(Alarm child, List<Alarm> ringing) {
        return ringing.stream()
                .filter(each -> each.composite()
                        && each.state().equals("ALARM")
                        && !each.arn().equals(child.arn()))
                .filter(each -> each.children().stream().anyMatch(child::isCalled))
                .min(java.util.Comparator.comparing(Alarm::name))
                .orElse(null);
    }

    /** The dimensions' values, which name what is measured. */
    private static String where(@Nullable MetricId metric) {
        return metric == null
                ? ""
                : String.join(
                        " ",
                        Stream.of(metric.dimensions())
                                .flatMap(it -> it.values().stream())
                                .toList());
    }
}
