package io.atalaya.ui.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.logs.Level;
import io.atalaya.logs.find.Clause;
import io.atalaya.logs.ledger.Gap;
import io.atalaya.logs.view.Export;
import io.atalaya.logs.view.Row;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with a log on screen: with mouse and keyboard, on a log in memory. */
class ReaderViewTest extends UiTest {
    private final Readers readers = new Readers();

    @TempDir
    Path folder;

    private ReaderController open(FakeLog log, Locale locale, double width, double height) throws Exception {
        var reader = onFx(() -> {
            var made = readers.reader(log, locale);
            made.root()
                    .getStylesheets()
                    .add(Objects.requireNonNull(ReaderController.class.getResource("logs.css"))
                            .toExternalForm());
            return made;
        });
        show(reader.root(), width, height);
        doOnFx(reader::activate);
        settle();
        return reader;
    }

    private static FakeLog numbered(int count) {
        var log = new FakeLog();
        log.bulk(() -> {
            for (int i = 0; i < count; i++) {
                log.add(
                        FakeLog.NOW - 60_000 + i * 10L,
                        i % 50 == 7 ? Level.ERROR : Level.INFO,
                        FakeLog.APP,
                        "i-0a1a1a1a1a1a1a1a1",
                        "line " + i);
            }
        });
        return log;
    }

    private List<String> spoken() throws Exception {
        settle();
        return onFx(() -> robot.lookup(".log-row").queryAll().stream()
                .filter(Node::isVisible)
                .sorted((a, b) -> Double.compare(a.getLayoutY(), b.getLayoutY()))
                .map(it -> String.valueOf(it.getAccessibleText()))
                .toList());
    }

    private String text(String id) throws Exception {
        return onFx(() -> robot.lookup(id).queryAs(Labeled.class).getText()).replace('\u00a0', ' ');
    }

    private void beat() throws Exception {
        doOnFx(readers::beat);
        settle();
    }

    @Test
    void theMomentOfTheStoryIsOnScreenInEveryLanguage() throws Exception {
        var log = Stories.checkop();
        open(log, Locale.ENGLISH, 1240, 824);
        picture("logs-story-dark");
        doOnFx(() -> theme().mode().set(Theme.Mode.LIGHT));
        picture("logs-story-light");
        doOnFx(() -> theme().mode().set(Theme.Mode.DARK));
        for (var locale : Texts.LANGUAGES) {
            open(log, locale, 944, 624);
            picture("logs-story-" + locale);
            assertThat(spoken()).isNotEmpty().allMatch(it -> it.startsWith("14:03:3"));
        }
    }

    @Test
    void rowsThatWereMissedAreMarkedAndTheirGapIsARow() throws Exception {
        var log = Stories.checkop();
        var reader = open(log, Locale.ENGLISH, 1240, 824);
        doOnFx(() -> reader.reader().add(new Clause(Clause.Kind.MARK, Clause.Mode.REGEX, "nfs|zip|pool", false, true)));
        robot.clickOn("#logs-go-to-gap");
        settle();
        picture("logs-story-gap");
        var gaps = robot.lookup(".log-gap").queryAll().stream()
                .filter(Node::isVisible)
                .map(it -> String.valueOf(it.getAccessibleText()))
                .toList();
        assertThat(gaps).anyMatch(it -> it.contains("in doubt 9") && it.contains("the connection was lost"));
        assertThat(reader.reader().model().follows()).isFalse();
        robot.push(KeyCode.ENTER);
        assertThat(log.asked).containsExactly(1L);
    }

    @Test
    void followingLetsGoWhenOneScrollsAndCountsWhatComes() throws Exception {
        var log = numbered(500);
        var reader = open(log, Locale.ENGLISH, 1240, 824);
        assertThat(spoken().getLast()).endsWith("line 499");
        assertThat(text("#logs-follow")).isEqualTo("Following");
        robot.moveTo(".log-rows-body");
        robot.scroll(5, javafx.geometry.VerticalDirection.UP);
        settle();
        assertThat(reader.reader().model().follows()).isFalse();
        var seen = spoken();
        for (int i = 0; i < 12; i++) {
            log.add(FakeLog.NOW + i, Level.INFO, FakeLog.APP, "s", "new " + i);
        }
        log.add(FakeLog.NOW - 59_999, Level.INFO, FakeLog.APP, "s", "recovered above");
        beat();
        assertThat(spoken()).as("nothing moves when rows are inserted").isEqualTo(seen);
        assertThat(text("#logs-jump")).isEqualTo("Jump to now (+12)");
        robot.clickOn("#logs-jump");
        assertThat(spoken().getLast()).endsWith("new 11");
        robot.push(KeyCode.HOME);
        assertThat(spoken().getFirst()).endsWith("line 0");
        robot.push(KeyCode.END);
        assertThat(reader.reader().model().follows()).isTrue();
        robot.push(KeyCode.SPACE);
        assertThat(text("#logs-follow")).startsWith("Not following");
    }

    @Test
    void errorsAreReachedByKeyAndByButton() throws Exception {
        var log = numbered(300);
        var reader = open(log, Locale.ENGLISH, 1240, 824);
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.N);
        assertThat(reader.reader().chosen().orElseThrow().text()).isEqualTo("line 7");
        assertThat(text("#logs-position")).isEqualTo("1 of 6");
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        assertThat(reader.reader().chosen().orElseThrow().text()).isEqualTo("line 57");
        robot.clickOn("#logs-next-error");
        robot.clickOn("#logs-previous-error");
        assertThat(reader.reader().chosen().orElseThrow().text()).isEqualTo("line 57");
        assertThat(text("#logs-position")).isEqualTo("2 of 6");
    }

    @Test
    void whatIsTypedStacksUpAsChips() throws Exception {
        var log = numbered(300);
        var reader = open(log, Locale.ENGLISH, 1240, 824);
        robot.type(KeyCode.SLASH);
        doOnFx(() -> robot.lookup("#logs-filter").queryTextInputControl().setText("-line 2"));
        robot.push(KeyCode.ENTER);
        settle();
        assertThat(log.size()).isEqualTo(300 - 111);
        assertThat(onFx(() -> robot.lookup(".log-clause-count").queryLabeled().getText()))
                .isEqualTo("hides 111");
        robot.clickOn(".log-clause-words");
        assertThat(log.size()).isEqualTo(300);
        assertThat(reader.reader().filterProperty().get().clauses()).hasSize(1);
        doOnFx(() -> robot.lookup("#logs-filter").queryTextInputControl().setText("/(broken|/"));
        robot.clickOn("#logs-filter").push(KeyCode.ENTER);
        assertThat(text("#logs-filter-wrong")).isNotEmpty();
        assertThat(reader.reader().filterProperty().get().clauses()).hasSize(1);
        robot.clickOn(".log-level-error");
        assertThat(log.size()).isEqualTo(294);
        picture("logs-filter");
    }

    @Test
    void aSpanIsBrushedAndGivenBack() throws Exception {
        var log = numbered(3_000);
        var reader = open(log, Locale.ENGLISH, 1240, 824);
        var time = robot.lookup(".log-time").query();
        var bounds = onFx(() -> time.localToScreen(time.getBoundsInLocal()));
        robot.moveTo(bounds.getMinX() + 100, bounds.getMinY() + 30)
                .press(javafx.scene.input.MouseButton.PRIMARY)
                .moveTo(bounds.getMinX() + 300, bounds.getMinY() + 30)
                .release(javafx.scene.input.MouseButton.PRIMARY);
        settle();
        picture("logs-brush");
        assertThat(reader.reader().rows().size()).isBetween(100L, 1_500L);
        doOnFx(reader::focusRows);
        robot.push(KeyCode.ESCAPE);
        assertThat(reader.reader().rows().size()).isEqualTo(3_000);
    }

    @Test
    void rowsAreCopiedWithTheirPrefixesOrWithout() throws Exception {
        var log = numbered(40);
        open(log, Locale.ENGLISH, 1240, 824);
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("line 0\nline 1\n");
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString()).lines())
                .hasSize(2)
                .allMatch(it -> it.startsWith("2026-11-24 14:02:39.") && it.contains("info /checkop/app i-0a1a"));
    }

    @Test
    void marksAndClearingAndFindingNeedNoMouse() throws Exception {
        var log = numbered(400);
        var reader = open(log, Locale.ENGLISH, 1240, 824);
        robot.push(KeyCode.UP);
        robot.push(KeyCode.M);
        assertThat(reader.reader().pins().all()).extracting(Pins.Pin::text).containsExactly("line 399");
        robot.push(KeyCode.CONTROL, KeyCode.L);
        assertThat(reader.reader().rows().size()).isZero();
        robot.push(KeyCode.CONTROL, KeyCode.L);
        assertThat(reader.reader().rows().size()).isEqualTo(400);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        doOnFx(() -> robot.lookup("#logs-find").queryTextInputControl().setText("line 12"));
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(reader.reader().chosen().orElseThrow().text()).isEqualTo("line 129");
        robot.push(KeyCode.F3);
        settle();
        assertThat(text("#logs-find-said")).isEqualTo("no more below");
        picture("logs-find");
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#logs-find").query().getParent().isVisible()).isFalse();
        robot.push(KeyCode.U);
        assertThat(spoken().getFirst()).startsWith("19:02:");
    }

    @Test
    void theDetailTellsFieldsAndTraceAndKeepsANote() throws Exception {
        var log = Stories.checkop();
        var reader = open(log, Locale.ENGLISH, 1240, 824);
        doOnFx(() -> {
            var rows = reader.reader().rows();
            for (var i = rows.size() - 1; i >= 0; i--) {
                if (rows.row(i) instanceof Row.Event event && event.text().startsWith("{")) {
                    reader.reader().select(i, false);
                    break;
                }
            }
            reader.changed();
        });
        robot.push(KeyCode.ENTER);
        settle();
        picture("logs-detail");
        assertThat(onFx(() -> robot.lookup(".log-fields .label").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .toList()))
                .contains("event", "busy", "oldest_ms");
        robot.clickOn("#logs-note").write("look here").push(KeyCode.ENTER);
        assertThat(reader.reader().pins().all()).extracting(Pins.Pin::note).containsExactly("look here");
        doOnFx(() -> robot.lookup(".log-fields .hyperlink")
                .queryAs(javafx.scene.control.Hyperlink.class)
                .fire());
        assertThat(reader.reader().filterProperty().get().clauses())
                .extracting(Clause::mode)
                .containsExactly(Clause.Mode.FIELD);
    }

    @Test
    void whatIsShownIsExported() throws Exception {
        var log = numbered(60);
        log.gap(FakeLog.NOW - 59_700, FakeLog.NOW - 59_600, Gap.State.CLOSED, 3, null);
        log.add(FakeLog.NOW, Level.WARN, FakeLog.APP, "s", "=cmd(\"x\"),y");
        var reader = open(log, Locale.ENGLISH, 1240, 824);
        for (var format : Export.Format.values()) {
            var file = folder.resolve("log." + format);
            readers.exportTo = file;
            doOnFx(() -> robot.lookup("#logs-export")
                    .queryAs(javafx.scene.control.MenuButton.class)
                    .getItems()
                    .get(format.ordinal())
                    .fire());
            settle();
            assertThat(Files.readAllLines(file))
                    .as(format.name())
                    .hasSizeGreaterThan(62)
                    .anyMatch(it -> it.contains("line 59"))
                    .anyMatch(it -> it.toLowerCase(Locale.ROOT).contains("disconnected"));
        }
        assertThat(Files.readString(folder.resolve("log.CSV"))).contains("'=cmd(");
        assertThat(reader.reader().rows().size()).isEqualTo(62);
    }

    @Test
    void nothingInATextIsObeyed() throws Exception {
        var log = new FakeLog();
        log.add(
                FakeLog.NOW,
                Level.ERROR,
                FakeLog.APP,
                "\u202Estream\n",
                "\u001b[31mred\u202Egnp.exe\u0007\u0000 \uD800");
        log.add(FakeLog.NOW + 1, Level.INFO, FakeLog.APP, "s", "");
        log.add(FakeLog.NOW + 2, Level.INFO, FakeLog.APP, "s", "\n\n\n");
        log.add(FakeLog.NOW + 3, Level.INFO, FakeLog.APP, "s", "x".repeat(3_000_000));
        log.add(Long.MAX_VALUE / 2, Level.INFO, FakeLog.APP, "s", "from the future");
        open(log, Locale.ENGLISH, 1240, 824);
        picture("logs-hostile");
        assertThat(String.join("", spoken()))
                .doesNotContain("\u001b", "\u202E", "\u0007", "\u0000")
                .contains("red");
    }

    @Test
    void rowsOfAnotherDayTellTheirDate() throws Exception {
        var log = numbered(20);
        var reader = open(log, Locale.ENGLISH, 1240, 824);
        assertThat(spoken()).isNotEmpty().allMatch(it -> it.startsWith("14:0"));
        log.add(FakeLog.NOW - 86_400_000, Level.WARN, FakeLog.APP, "s", "the day before");
        doOnFx(reader::changed);
        assertThat(spoken())
                .hasSize(21)
                .anyMatch(it -> it.startsWith("2026-11-23 14:03:39.000 warn"))
                .allMatch(it -> it.startsWith("2026-11-2"));
        picture("logs-dates");
        doOnFx(() -> {
            reader.reader().limit(new Span(FakeLog.NOW - 100_000, Long.MAX_VALUE));
            reader.changed();
        });
        assertThat(spoken()).hasSize(20).allMatch(it -> it.startsWith("14:0"));
        doOnFx(() -> readers.world.now.set(java.time.Instant.ofEpochMilli(FakeLog.NOW + 86_400_000)));
        assertThat(spoken()).allMatch(it -> it.startsWith("2026-11-24 14:0"));
    }

    private static String trace(String message, String last) {
        return "java.lang.IllegalStateException: " + message
                + "\n\tat io.checkop.Pool.take(Pool.java:41)\n\tat io.checkop." + last + "(Orders.java:7)\n";
    }

    @Test
    void theSameTraceIsCountedWhateverItsMessage() throws Exception {
        var log = numbered(20);
        var other = log.add(FakeLog.NOW - 50, Level.ERROR, FakeLog.APP, "s", trace("none of its kind", "Orders.late"));
        var one = log.add(FakeLog.NOW - 40, Level.ERROR, FakeLog.APP, "s", trace("order 1", "Orders.place"));
        log.add(FakeLog.NOW - 30, Level.ERROR, FakeLog.APP, "s", trace("order 2", "Orders.place"));
        log.add(FakeLog.NOW - 20, Level.WARN, FakeLog.SYS, "s", trace("order 3", "Orders.place"));
        var reader = open(log, Locale.ENGLISH, 1240, 824);
        doOnFx(() -> reader.open(one));
        settle();
        assertThat(text("#logs-same-trace"))
                .isEqualTo("The same trace came 2 times more among the newest 24 rows shown");
        picture("logs-same-trace");
        doOnFx(() -> reader.open(other));
        settle();
        assertThat(text("#logs-same-trace")).isEqualTo("The same trace came no more among the newest 24 rows shown");
    }
}
