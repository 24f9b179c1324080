package io.atalaya.ui.noc;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Problem;
import io.atalaya.noc.alarms.AlarmHistory;
import io.atalaya.noc.alarms.AlarmHistory.Answer;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.acting.SheetLayer;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Theme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/** The history of an alarm on screen: read when opened and when asked again; a denial is said, and what was read stays. */
class AlarmHistoryViewTest extends UiTest {
    private static final String WHY =
            "Threshold Crossed: 1 out of the last 1 datapoints [1.0 (24/11/25 19:01:00)] was less than the threshold (2.0).";

    private final Contexts world = new Contexts();
    private final List<String> asked = new ArrayList<>();
    private final List<Consumer<Answer>> waiting = new ArrayList<>();
    private SheetLayer layer = new SheetLayer();

    private void open() throws Exception {
        var root = onFx(() -> {
            layer = new SheetLayer();
            return new StackPane(new Label("the desk"), layer);
        });
        show(root, 1000, 700);
        doOnFx(() -> AlarmHistoryController.open(
                world.context(new Texts(Locale.ENGLISH, DeskRowsTest.BUNDLES)),
                (alarm, from, to, answer) -> {
                    asked.add(alarm + " " + Duration.between(from, to).toDays());
                    waiting.add(answer);
                },
                Runnable::run,
                "Healthy targets ChOp-web",
                layer));
    }

    private static AlarmHistory.Change turn(int minutesAgo, String from, String to) {
        return new AlarmHistory.Change(
                at(minutesAgo), AlarmHistory.Kind.STATE, "Alarm updated from " + from + " to " + to, from, to, WHY);
    }

    private static Instant at(int minutesAgo) {
        return Contexts.NOW.minus(Duration.ofMinutes(minutesAgo));
    }

    private void answer(Answer answer) throws Exception {
        doOnFx(() -> waiting.removeFirst().accept(answer));
        settle();
    }

    private String age() throws Exception {
        return onFx(() -> ((Label) layer.lookup("#alarm-history-age")).getText());
    }

    private int entries() throws Exception {
        return onFx(() -> ((ListView<?>) layer.lookup("#alarm-history-changes"))
                .getItems()
                .size());
    }

    private void again() throws Exception {
        doOnFx(() -> ((Button) layer.lookup("#alarm-history-again")).fire());
    }

    @Test
    void isReadOnDemandAndSaysSo() throws Exception {
        open();
        assertThat(asked).containsExactly("Healthy targets ChOp-web 30");
        assertThat(age()).startsWith("Reading");
        answer(new Answer.Changes(
                List.of(
                        turn(4, "OK", "ALARM"),
                        turn(57, "ALARM", "OK"),
                        new AlarmHistory.Change(
                                at(57), AlarmHistory.Kind.ACTION, "Successfully executed action", null, null, null),
                        turn(3 * 60, "INSUFFICIENT_DATA", "ALARM")),
                true,
                Contexts.NOW));
        assertThat(age()).contains("read on demand").contains("4 entries");
        assertThat(entries()).isEqualTo(4);
        picture("alarm-history-dark");
        doOnFx(() -> theme().mode().set(Theme.Mode.LIGHT));
        picture("alarm-history-light");
        doOnFx(() -> theme().mode().set(Theme.Mode.DARK));

        again();
        assertThat(asked).hasSize(2);
        answer(new Answer.Failed(
                new Problem(
                        Problem.Kind.DENIED,
                        "cloudwatch:DescribeAlarmHistory",
                        "AccessDenied",
                        "not authorized",
                        "req-1",
                        "cloudwatch:DescribeAlarmHistory",
                        Contexts.NOW),
                Contexts.NOW));
        assertThat(age()).startsWith("Not read");
        assertThat(entries()).as("what was read before stays").isEqualTo(4);
        assertThat(onFx(() -> layer.lookup(".problem-card"))).isNotNull();
        picture("alarm-history-denied");
    }

    @Test
    void anAlarmThatSaidNothingSaysThat() throws Exception {
        open();
        answer(new Answer.Changes(List.of(), true, Contexts.NOW));
        assertThat(entries()).isZero();
        assertThat(age()).contains("0 entries");
        doOnFx(() -> ((Button) layer.lookup("#alarm-history-close")).fire());
        assertThat(onFx(() -> layer.isOpen())).isFalse();
    }
}
