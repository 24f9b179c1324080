package io.atalaya.ui.acting;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.Caller;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.Parts;
import io.atalaya.operate.act.PutMetricAlarm;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import io.atalaya.ui.Acts;
import io.atalaya.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An alarm from a chart, through sheet, preflight, runner and wire: made, changed, and taken back. */
class ChartAlarmActsTest {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH, List.of("io.atalaya.ui.acting.acting"));

    @TempDir
    private Path folder;

    private static Deployment known(Operator operator) {
        var account = operator.drill.sandbox.world().account();
        return operator.drill
                .newest()
                .withCaller(new Caller(account.id(), account.arn("iam", "user/maria"), "AIDAEXAMPLE", null));
    }

    private static Alarm alarm(Operator operator, String name) {
        return operator.drill.newest().items(Parts.ALARMS).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isMadeAndChangedAndTakenBack() {
        try (var operator = new Operator("checkop", folder)) {
            var cpu = Objects.requireNonNull(
                    alarm(operator, "RDS CPU dbprogressus").metric());
            var metric = new MetricId(cpu.namespace(), "ReadIOPS", cpu.dimensions(), "Average");
            var wish = new Acts.AlarmWish(metric, 812, true, 60, "RDS dbprogressus");

            var offers = ChartAlarmActs.of(wish, known(operator), TEXTS);
            assertThat(offers).extracting(ChartAlarmActs.Titled::title).containsExactly("Create alarm…");
            var sheet = new ConfirmModel(offers.getFirst().act(), operator.runner, Operator.AT_ONCE);
            assertThat(sheet.values().text("threshold")).isEqualTo("812");
            assertThat(sheet.values().text("periodSeconds")).isEqualTo("60");
            assertThat(sheet.values().text("statistic")).isEqualTo("Average");
            sheet.fill(sheet.values().with("alarmActions", List.of(told(operator))));
            operator.press(sheet);
            assertThat(operator.verdicts()).containsExactly(Verdict.DONE);
            var made = alarm(operator, "RDS dbprogressus");
            assertThat(made.metric()).isEqualTo(metric);
            assertThat(made.threshold()).isEqualTo(812.0);
            assertThat(made.comparison()).isEqualTo("GreaterThanThreshold");
            assertThat(made.arn())
                    .isEqualTo(
                            operator.runner.acts().getFirst().operation().on().id());

            var higher = new Acts.AlarmWish(metric, 900, true, 300, "RDS dbprogressus");
            var now = ChartAlarmActs.of(higher, known(operator), TEXTS);
            assertThat(now)
                    .extracting(ChartAlarmActs.Titled::title)
                    .containsExactly("Create alarm…", "Edit alarm RDS dbprogressus…");
            assertThat(new ConfirmModel(now.getFirst().act(), operator.runner, Operator.AT_ONCE)
                            .values()
                            .text("name"))
                    .as("a name that nobody has: PutMetricAlarm would replace it")
                    .isEqualTo("RDS dbprogressus 2");
            var edit = new ConfirmModel(now.get(1).act(), operator.runner, Operator.AT_ONCE);
            assertThat(edit.values().text("threshold")).isEqualTo("900");
            operator.press(edit);
            assertThat(operator.verdicts()).containsExactly(Verdict.DONE);
            assertThat(alarm(operator, "RDS dbprogressus").threshold()).isEqualTo(900.0);

            var first = operator.runner.acts().getLast();
            assertThat(first.operation()).isInstanceOf(PutMetricAlarm.class);
            assertThat(first.undo()).isPresent();
        }
    }

    private static String told(Operator operator) {
        var settings =
                Objects.requireNonNull(alarm(operator, "RDS CPU dbprogressus").settings());
        return settings.alarmActions().getFirst();
    }

    @Test
    void whoIsNotKnownMakesNone() {
        try (var operator = new Operator("checkop", folder)) {
            var metric = new MetricId("AWS/EC2", "NetworkIn", Map.of("InstanceId", "i-1"), "Sum");
            assertThat(ChartAlarmActs.of(new Acts.AlarmWish(metric, 1, true, 60, "x"), operator.drill.newest(), TEXTS))
                    .isEmpty();
        }
    }
}
