package io.atalaya.ui.acting;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.AlarmSettings;
import io.atalaya.deployment.Caller;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.act.AlarmDefinition;
import io.atalaya.operate.act.PutMetricAlarm;
import io.atalaya.ui.Acts;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** An alarm on what somebody points at: a new one, filled in from the chart, and those that are there on the same metric. */
final class ChartAlarmActs {
    private static final List<String> STATISTICS = List.of("Average", "Sum", "Minimum", "Maximum", "SampleCount");
    private static final List<String> COMPARISONS = List.of(
            "GreaterThanThreshold", "GreaterThanOrEqualToThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold");
    private static final int SHORTEST = 60;

    private ChartAlarmActs() {}

    /** An act with words that tell it from its like: which alarm. */
    record Titled(ActOffer act, String title) {}

    static List<Titled> of(Acts.AlarmWish wish, Deployment deployment, Texts texts) {
        var all = new ArrayList<Titled>();
        var caller = deployment.caller();
        if (caller != null) {
            all.add(new Titled(create(wish, caller, deployment), texts.get("acting.alarm.create")));
        }
        deployment.items(Parts.ALARMS).stream()
                .filter(each -> each.metric() != null && sameMetric(each.metric(), wish.metric()))
                .forEach(alarm -> AlarmDefinition.of(alarm)
                        .ifPresent(now -> all.add(new Titled(
                                AlarmActs.edit(alarm, now, wish.threshold()),
                                texts.get("acting.alarm.edit", AwsText.line(alarm.name()))))));
        return all;
    }

    private static boolean sameMetric(MetricId one, MetricId other) {
        return one.namespace().equals(other.namespace())
                && one.metric().equals(other.metric())
                && one.dimensions().equals(other.dimensions());
    }

    private static ActOffer create(Acts.AlarmWish wish, Caller caller, Deployment deployment) {
        var name = free(wish.name(), deployment);
        return ActOffer.of(
                PutMetricAlarm.class,
                new ResourceRef(ResourceType.ALARM, PutMetricAlarm.arn(caller, deployment.region(), name)),
                () -> fields(wish, name, deployment),
                values -> {
                    var typed = values.text("name").strip();
                    return new PutMetricAlarm(
                            PutMetricAlarm.arn(caller, deployment.region(), typed), made(wish, typed, values));
                });
    }

    /** PutMetricAlarm replaces what has the name: a new alarm begins with one that nobody has. */
    private static String free(String wanted, Deployment deployment) {
        return Stream.iterate(1, each -> each + 1)
                .map(each -> each == 1 ? wanted : wanted + " " + each)
                .filter(each -> deployment.items(Parts.ALARMS).stream()
                        .noneMatch(it -> it.name().equals(each)))
                .findFirst()
                .orElse(wanted);
    }

    private static List<ActField> fields(Acts.AlarmWish wish, String name, Deployment deployment) {
        var fields = new ArrayList<ActField>();
        fields.add(ActField.text("name", name, name));
        fields.add(choice("statistic", wish.metric().statistic(), STATISTICS));
        fields.add(choice("comparison", COMPARISONS.get(wish.above() ? 0 : 2), COMPARISONS));
        fields.add(ActField.text("threshold", AlarmActs.plain(wish.threshold()), "1"));
        fields.add(new ActField.Number("periodSeconds", String.valueOf(period(wish)), false, "60"));
        fields.add(new ActField.Number("evaluationPeriods", "3", false, "1"));
        fields.add(choice("missingData", "missing", List.of("missing", "notBreaching", "breaching", "ignore")));
        var told = told(deployment);
        if (!told.isEmpty()) {
            fields.add(new ActField.Picks("alarmActions", List.of(), false, told));
        }
        return fields;
    }

    private static ActField choice(String id, String initial, List<String> all) {
        var some = all.contains(initial)
                ? all
                : Stream.concat(Stream.of(initial), all.stream()).toList();
        return new ActField.Choice(id, initial, false, ActField.words(some.toArray(String[]::new)));
    }

    /** Charts of seconds are drawn from what is published each minute. */
    private static int period(Acts.AlarmWish wish) {
        return Math.max(SHORTEST, Math.ceilDiv(wish.periodSeconds(), SHORTEST) * SHORTEST);
    }

    /** Whom other alarms tell; the console knows of no others. */
    private static List<ActField.Option> told(Deployment deployment) {
        return deployment.items(Parts.ALARMS).stream()
                .map(Alarm::settings)
                .filter(Objects::nonNull)
                .flatMap(each -> each.alarmActions().stream())
                .distinct()
                .sorted()
                .map(each -> new ActField.Option(each, AwsText.line(each.substring(each.lastIndexOf(':') + 1))))
                .toList();
    }

    private static AlarmDefinition made(Acts.AlarmWish wish, String name, ActValues values) {
        var metric = wish.metric();
        var threshold = values.decimalOrNull("threshold");
        return new AlarmDefinition(
                name,
                null,
                metric.namespace(),
                metric.metric(),
                metric.dimensions(),
                values.text("statistic"),
                threshold == null ? Double.NaN : threshold,
                values.text("comparison"),
                true,
                new AlarmSettings(
                        values.number("periodSeconds"),
                        values.number("evaluationPeriods"),
                        null,
                        values.text("missingData"),
                        null,
                        null,
                        values.has("alarmActions") ? values.picks("alarmActions") : List.of(),
                        List.of(),
                        List.of(),
                        true));
    }
}
