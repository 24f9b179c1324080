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
    private @Nullable Problem refusal;

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
                            readers.scheduler, Runnable::run, Runnable::run, readers.filters, name -> Optional.empty()),
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
}
