package io.atalaya.ui.acting;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.AlarmSettings;
import io.atalaya.operate.act.AlarmDefinition;
import io.atalaya.operate.act.DeleteAlarms;
import io.atalaya.operate.act.PutMetricAlarm;
import io.atalaya.operate.act.SetAlarmState;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Testing an alarm, changing when it rings, deleting it. */
final class AlarmActs {
    /** What the alarm's history says; not translated, because whoever reads it there may speak another language. */
    private static final String REASON = "Test from the Atalaya console";

    private AlarmActs() {}

    static Stream<ActOffer> of(Alarm alarm) {
        return Stream.of(
                        Stream.of(test(alarm)),
                        AlarmDefinition.of(alarm).stream().map(it -> edit(alarm, it)),
                        Stream.of(delete(alarm)))
                .flatMap(each -> each);
    }

    private static ActOffer test(Alarm alarm) {
        var other = alarm.state().equals("ALARM") ? "OK" : "ALARM";
        return ActOffer.of(
                SetAlarmState.class,
                alarm.ref(),
                () -> List.of(
                        new ActField.Choice(
                                "state",
                                other,
                                false,
                                Stream.of("ALARM", "OK", "INSUFFICIENT_DATA")
                                        .map(it -> new ActField.Option(it, it))
                                        .toList()),
                        new ActField.Text("reason", REASON, false, 1, REASON)),
                values -> new SetAlarmState(alarm.arn(), alarm.name(), values.text("state"), values.text("reason")));
    }

    private static ActOffer edit(Alarm alarm, AlarmDefinition now) {
        return edit(alarm, now, now.threshold());
    }

    /** @param threshold what stands in the field at first */
    static ActOffer edit(Alarm alarm, AlarmDefinition now, double threshold) {
        var settings = now.settings();
        return ActOffer.of(
                PutMetricAlarm.class,
                alarm.ref(),
                () -> List.of(
                        new ActField.Text("threshold", plain(threshold), threshold == now.threshold(), 1, "1"),
                        new ActField.Number("periodSeconds", String.valueOf(settings.periodSeconds()), true, "60"),
                        new ActField.Number(
                                "evaluationPeriods", String.valueOf(settings.evaluationPeriods()), true, "1")),
                values -> new PutMetricAlarm(alarm.arn(), changed(now, values)));
    }

    private static AlarmDefinition changed(AlarmDefinition now, ActValues values) {
        var was = now.settings();
        var periods = values.number("evaluationPeriods");
        var datapoints = was.datapointsToAlarm();
        return now.withThreshold(Objects.requireNonNullElse(values.decimalOrNull("threshold"), Double.NaN))
                .withSettings(new AlarmSettings(
                        values.number("periodSeconds"),
                        periods,
                        datapoints == null ? null : Integer.valueOf(Math.min(datapoints, Math.max(1, periods))),
                        was.treatMissingData(),
                        was.evaluateLowSample(),
                        was.unit(),
                        was.alarmActions(),
                        was.okActions(),
                        was.insufficientDataActions(),
                        was.simple()));
    }

    static String plain(double number) {
        return new java.math.BigDecimal(Double.toString(number))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static ActOffer delete(Alarm alarm) {
        return ActOffer.plain(
                "DeleteAlarms",
                alarm.ref(),
                () -> new DeleteAlarms(
                        alarm.arn(), alarm.name(), AlarmDefinition.of(alarm).orElse(null)));
    }
}
