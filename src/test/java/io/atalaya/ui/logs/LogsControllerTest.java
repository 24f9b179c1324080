package io.atalaya.ui.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.LogGroup;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.Sample;
import io.atalaya.logs.TailedGroup;
import io.atalaya.logs.insights.Insights;
import io.atalaya.logs.insights.InsightsQueries;
import io.atalaya.logs.insights.QueryHistory;
import io.atalaya.logs.ledger.Gap;
import io.atalaya.logs.tail.FilterPatterns;
import io.atalaya.logs.tail.LogStreams;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.logs.insights.InsightsController;
import io.atalaya.ui.logs.insights.InsightsModel;
import io.atalaya.ui.logs.insights.ResultCopy;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beginning, having several logs at once, and taking up what is kept. */
class LogsControllerTest extends UiTest {
    private final Readers readers = new Readers();
    private final List<OpenLog> open = new ArrayList<>();
    private final List<String> deleted = new ArrayList<>();
    private final List<List<TailedGroup>> tailed = new ArrayList<>();
    private final List<String> tested = new ArrayList<>();
    private final List<@Nullable String> patterns = new ArrayList<>();
    private @Nullable Problem refusal;
    private FilterPatterns.Answer answer = new FilterPatterns.Answer.Valid(List.of(), 0);

    @TempDir
    Path folder;

    private final LogDesk desk = new LogDesk() {
        @Override
        public List<OpenLog> open() {
            return List.copyOf(open);
        }

        @Override
        public Opened tail(List<TailedGroup> groups, @Nullable String pattern, Duration back) {
            var why = refusal;
            if (why != null) {
                return new Opened.Failed(why);
            }
            tailed.add(groups);
            patterns.add(pattern);
            var log = Stories.checkop();
            open.add(log);
            return new Opened.Log(log);
        }

        @Override
        public void close(OpenLog log) {
            open.remove(log);
        }

        @Override
        public Opened reopen(String id) {
            return tail(List.of(), null, Duration.ZERO);
        }

        @Override
        public List<Kept> kept() {
            return List.of(
                    new Kept("a", List.of("/checkop/app"), Contexts.NOW, Contexts.NOW, 25_111, 3_000_000, false));
        }

        @Override
        public void delete(String id) {
            deleted.add(id);
        }
    };

    private LogsController open() throws Exception {
        doOnFx(() -> readers.world.deployment.set(Sample.with(
                Sample.empty(),
                Parts.LOG_GROUPS,
                List.of(
                        new LogGroup("/checkop/app", FakeLog.APP + ":*", 30, 5_000_000_000L, null),
                        new LogGroup("/checkop/system", FakeLog.SYS + ":*", null, 1_000, null)))));
        var controller = onFx(() -> {
            var texts = new Texts(
                    Locale.ENGLISH,
                    List.of("io.atalaya.ui.common.common", "io.atalaya.ui.logs.logs", "io.atalaya.ui.logs.insights"));
            var context = readers.world.context(texts);
            var none = (InsightsQueries) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {InsightsQueries.class}, (it, method, arguments) -> {
                        if (method.getName().equals("written")) {
                            return new InsightsQueries.Written.Bytes(Map.of());
                        }
                        throw new IllegalStateException("nothing is asked of " + method.getName());
                    });
            var insights = new Insights(
                    none,
                    new QueryHistory(folder.resolve("history.json"), Runnable::run),
                    "us-east-1",
                    readers.scheduler,
                    Runnable::run,
                    InstantSource.fixed(Instant.EPOCH));
            var made = new LogsController(
                    context,
                    new LogsModel(desk, Runnable::run, Runnable::run),
                    new LogPorts(
                            readers.scheduler,
                            Runnable::run,
                            Runnable::run,
                            readers.filters,
                            name -> Optional.empty(),
                            (pattern, samples) -> {
                                tested.add(pattern);
                                return answer;
                            },
                            (group, prefix, token) -> streams(prefix)),
                    show -> new InsightsController(
                            context,
                            new InsightsModel(insights, InstantSource.fixed(Instant.EPOCH), Runnable::run),
                            new ResultCopy(name -> Optional.empty(), Runnable::run, Runnable::run),
                            show));
            made.activate();
            return made;
        });
        show(controller.root(), 1240, 824);
        return controller;
    }

    private static LogStreams.Answer streams(@Nullable String prefix) {
        return new LogStreams.Answer.Page(
                java.util.stream.Stream.of("i-0a/app", "i-0b/app", "old/app")
                        .filter(it -> prefix == null || it.startsWith(prefix))
                        .map(it -> new LogStreams.Stream(it, null, null, null))
                        .toList(),
                null);
    }

    private List<String> words(String style) throws Exception {
        settle();
        return onFx(() -> robot.lookup(style).queryAll().stream()
                .filter(Node::isVisible)
                .map(it -> ((Labeled) it).getText())
                .toList());
    }

    @Test
    void groupsAreChosenAndReadAndTwoLogsStandSideBySide() throws Exception {
        open();
        assertThat(robot.lookup("#logs-start").queryButton().isDisabled()).isTrue();
        robot.clickOn("/checkop/app");
        robot.clickOn("#logs-start");
        settle();
        assertThat(tailed).containsExactly(List.of(TailedGroup.all("/checkop/app", FakeLog.APP)));
        assertThat(robot.lookup(".log-rows").queryAll()).hasSize(1);
        robot.clickOn("#logs-new");
        robot.clickOn("/checkop/system");
        robot.clickOn("#logs-start");
        settle();
        assertThat(open).hasSize(2);
        robot.clickOn("#logs-side-by-side");
        settle();
        assertThat(robot.lookup(".log-rows").queryAll()).hasSize(2);
        picture("logs-side-by-side");
        robot.clickOn("#logs-insights");
        settle();
        assertThat(robot.lookup(".log-rows").queryAll()).isEmpty();
    }

    @Test
    void whatIsKeptIsListedAndDeletedOnlyWhenOneIsSure() throws Exception {
        open();
        assertThat(words(".log-kept .secondary")).containsExactly("25\u00a0111 events, 2.9 MiB");
        robot.clickOn("Delete");
        assertThat(deleted).isEmpty();
        robot.clickOn("Delete for good");
        assertThat(deleted).containsExactly("a");
    }

    @Test
    void aDiskThatRefusesIsSaidWhereOneBegins() throws Exception {
        refusal = new Problem(
                Problem.Kind.FAULT, "logs:Open", "StoreException", "no space left", null, null, Contexts.NOW);
        open();
        robot.clickOn("/checkop/app");
        robot.clickOn("#logs-start");
        assertThat(words("#logs-start-said").getFirst()).contains("no space left");
        assertThat(open).isEmpty();
    }

    /** A view of a log goes on filtering what comes until it is closed. */
    @Test
    void aWindowThatIsGoneLeavesNoViewOfALogBehind() throws Exception {
        var controller = open();
        robot.clickOn("/checkop/app");
        robot.clickOn("#logs-start");
        settle();
        var log = (FakeLog) open.getFirst();
        assertThat(log.views).isEqualTo(1);
        doOnFx(controller::deactivate);
        assertThat(log.views).as("another view is shown in its place").isEqualTo(1);
        doOnFx(controller::close);
        assertThat(log.views).isZero();
    }

    private void type(String pattern) throws Exception {
        doOnFx(() -> robot.lookup("#logs-pattern").queryTextInputControl().setText(pattern));
    }

    @Test
    void aPatternIsReadWhileItIsTypedAndTestedBeforeItIsUsed() throws Exception {
        open();
        robot.clickOn("/checkop/app");
        assertThat(words("#logs-pattern-wrong")).isEmpty();
        type("\"pool exhausted");
        assertThat(words("#logs-pattern-wrong")).containsExactly("The quote at character 1 is not closed");
        assertThat(tested).isEmpty();
        answer = new FilterPatterns.Answer.Invalid("Invalid \u202Echaracter(s) in term");
        robot.clickOn("#logs-start");
        assertThat(words("#logs-pattern-wrong").getFirst())
                .startsWith("CloudWatch refuses the pattern: Invalid")
                .doesNotContain("\u202E");
        assertThat(tailed).isEmpty();
        picture("logs-pattern-wrong");
        type("\"pool exhausted\"");
        assertThat(words("#logs-pattern-wrong")).isEmpty();
        answer = new FilterPatterns.Answer.Failed(new Problem(
                Problem.Kind.DENIED, "logs:TestMetricFilter", "AccessDenied", "no", null, null, Contexts.NOW));
        robot.clickOn("#logs-start");
        settle();
        assertThat(tested).containsExactly("\"pool exhausted", "\"pool exhausted\"");
        assertThat(patterns).as("who may not test it may read").containsExactly("\"pool exhausted\"");
    }

    @Test
    void whatIsTooMuchToReadAgainIsAskedOfLogsInsights() throws Exception {
        open();
        robot.clickOn("/checkop/app");
        robot.clickOn("#logs-start");
        settle();
        var log = (FakeLog) open.getFirst();
        doOnFx(() -> log.gap(FakeLog.NOW + 1_500, FakeLog.NOW + 61_500, Gap.State.LEFT, 0, null));
        doOnFx(readers::beat);
        settle();
        robot.clickOn("Open in Logs Insights");
        settle();
        assertThat(robot.lookup(".log-rows").queryAll()).isEmpty();
        assertThat(onFx(() ->
                        robot.lookup("#insights-from").queryTextInputControl().getText()))
                .endsWith("14:03:40");
        assertThat(onFx(() ->
                        robot.lookup("#insights-to").queryTextInputControl().getText()))
                .endsWith("14:04:41");
        assertThat(robot.lookup("#insights-groups").lookup(".check-box:selected").queryAll().stream()
                        .map(it -> ((Labeled) it).getText())
                        .toList())
                .containsExactly("/checkop/app");
        assertThat(log.asked).isEmpty();
    }

    @Test
    void someStreamsAreReadOrThoseThatBeginAlike() throws Exception {
        open();
        robot.clickOn("/checkop/app");
        robot.clickOn("all streams");
        settle();
        doOnFx(() ->
                robot.lookup("#logs-streams-prefix").queryTextInputControl().setText("i-"));
        doOnFx(readers::beat);
        settle();
        assertThat(words("#logs-streams-reads")).containsExactly("streams i-…");
        assertThat(robot.lookup("#logs-streams-list").lookup(".check-box").queryAll().stream()
                        .map(it -> ((Labeled) it).getText())
                        .filter(it -> !it.isEmpty())
                        .toList())
                .containsExactly("i-0a/app", "i-0b/app");
        picture("logs-streams");
        robot.clickOn("/checkop/system");
        robot.clickOn("all streams");
        robot.clickOn("old/app");
        assertThat(words("#logs-streams-reads")).containsExactly("1 stream");
        robot.clickOn("#logs-start");
        settle();
        assertThat(tailed.getFirst())
                .containsExactly(
                        new TailedGroup("/checkop/app", FakeLog.APP, List.of(), "i-"),
                        new TailedGroup("/checkop/system", FakeLog.SYS, List.of("old/app"), null));
    }
}
