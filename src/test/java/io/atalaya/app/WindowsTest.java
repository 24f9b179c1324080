package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.HotSpotDiagnosticMXBean;
import io.atalaya.connect.ConnectRequest;
import io.atalaya.deployment.Parts;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.sandbox.server.RequestLog;
import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.FaultMatch;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.Pictures;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several deployments at once, each in a window of its own, and what is left of one that was closed: nothing. */
class WindowsTest extends UiTest {
    private static final String OTHER = "citsmart";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private TestProgram test;
    private ConsoleApp app;

    @BeforeEach
    void begin() throws Exception {
        test = new TestProgram(
                home, options -> SandboxOptions.calm(InstantSource.system()).withDeployment(options.deployment()));
        app = new ConsoleApp(test.program, null, false);
        doOnFx(() -> app.begin(ConnectRequest.sandbox(TestProgram.CHECKOP)));
        connected(0);
    }

    @AfterEach
    void end() throws Exception {
        doOnFx(app::end);
        test.close();
    }

    @Test
    void twoDeploymentsAtOnceEachInItsWindow() throws Exception {
        openAnother(OTHER);

        assertThat(onFx(() -> app.connections())).isEqualTo(2);
        assertThat(shownIn(0)).contains("checkop", "us-east-1");
        assertThat(shownIn(1)).contains("citsmart", "sa-east-1");
        assertThat(onFx(() -> app.windows().getFirst().stage().getTitle())).contains("checkop · us-east-1");
        assertThat(onFx(() -> app.windows().getLast().stage().getTitle())).contains("citsmart · sa-east-1");
        assertThat(scope(0).current().items(Parts.INSTANCES))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(scope(1).current().items(Parts.INSTANCES));
        picture(0, "windows-first");
        picture(1, "windows-second");

        doOnFx(() -> app.windows().getFirst().stage().close());
        assertThat(onFx(() -> app.connections())).isEqualTo(1);
        var asked = requests(OTHER).total();
        assertThat(requests(OTHER).await(it -> true, asked + 1, PATIENCE))
                .as("the other goes on")
                .isTrue();
    }

    @Test
    void switchingLeavesNothingOfTheOldConnection() throws Exception {
        var old = new ReferenceQueue<ConnectionScope>();
        var watched = closeFirst(old);

        // more than one cadence of the most frequent source
        var asked = requests(TestProgram.CHECKOP).total();
        var more = requests(TestProgram.CHECKOP).await(it -> true, asked + 1, Duration.ofSeconds(7));
        assertThat(more).as("a request after the end").isFalse();
        assertThat(threads()).noneMatch(name -> name.startsWith("atalaya-read-checkop-"));
        for (var left = 100; left > 0 && watched.get() != null; left--) {
            System.gc();
            settle();
            assertThat(old.remove(200)).isIn(watched, null);
        }
        assertThat(watched.get()).as("the closed scope is held by nobody").isNull();
    }

    /** A method of its own, so that nothing on the stack holds the scope. */
    private WeakReference<ConnectionScope> closeFirst(ReferenceQueue<ConnectionScope> queue) throws Exception {
        var scope = scope(0);
        var clients = ((io.atalaya.aws.signin.AwsSession) scope.session()).clients();
        // it ends while it waits for answers
        var sandbox = test.program.sandboxes().running(TestProgram.CHECKOP).orElseThrow();
        sandbox.faults().plan(FaultMatch.everything(), new Fault.Hang());
        var asked = sandbox.requests().total();
        scope.asker().askNow(Set.of(Parts.INSTANCES));
        assertThat(sandbox.requests().await(it -> true, asked + 1, PATIENCE)).isTrue();
        assertThat(threads()).anyMatch(name -> name.startsWith("atalaya-read-checkop-"));
        doOnFx(() -> app.windows().getFirst().leave());
        assertThat(scope.ended(PATIENCE)).isTrue();
        assertThatThrownBy(clients::ec2).isInstanceOf(CancellationException.class);
        doOnFx(() -> app.windows().getFirst().open(ConnectRequest.sandbox(OTHER)));
        connected(0);
        return new WeakReference<>(scope, queue);
    }

    @Test
    void theSameConnectionInTwoWindowsIsAskedOnce() throws Exception {
        openAnother(TestProgram.CHECKOP);

        assertThat(onFx(() -> app.connections())).isEqualTo(1);
        assertThat(scope(1)).isSameAs(scope(0));

        doOnFx(() -> app.windows().getFirst().stage().close());
        assertThat(onFx(() -> app.connections())).isEqualTo(1);
        var asked = requests(TestProgram.CHECKOP).total();
        assertThat(requests(TestProgram.CHECKOP).await(it -> true, asked + 1, PATIENCE))
                .isTrue();

        var shared = scope(0);
        doOnFx(() -> app.windows().getFirst().stage().close());
        assertThat(onFx(() -> app.connections())).isZero();
        assertThat(shared.ended(PATIENCE)).isTrue();
    }

    @Test
    void theWindowsOfTheLastTimeComeBackAndTheClosedOneDoesNot() throws Exception {
        openAnother(OTHER);
        doOnFx(app::quit);

        var next = again();
        assertThat(onFx(() -> next.windows().stream().map(ConsoleWindow::number).toList()))
                .containsExactly(1, 2);
        app = next;
        connected(1);
        assertThat(shownIn(1)).contains("citsmart", "sa-east-1");

        doOnFx(() -> next.windows().getLast().stage().close());
        doOnFx(next::quit);
        var last = again();
        assertThat(onFx(() -> last.windows().size())).isEqualTo(1);
        app = last;
    }

    @Test
    void controlShiftNOpensAnotherWindow() throws Exception {
        doOnFx(() -> app.windows().getFirst().stage().requestFocus());
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).press(KeyCode.N).release(KeyCode.N);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
        settle();

        assertThat(onFx(() -> app.windows().size())).isEqualTo(2);
        assertThat(onFx(() -> app.windows().getLast().scope())).isEmpty();
        picture(1, "windows-sign-in");
    }

    private ConsoleApp again() throws Exception {
        var next = new ConsoleApp(test.program, null, false);
        doOnFx(() -> next.begin(ConnectRequest.sandbox(TestProgram.CHECKOP)));
        return next;
    }

    private void openAnother(String deployment) throws Exception {
        doOnFx(() -> {
            app.openAnother();
            app.windows().getLast().open(ConnectRequest.sandbox(deployment));
        });
        connected(onFx(() -> app.windows().size()) - 1);
    }

    /** Waits until this window shows a connection whose instances were read. */
    private void connected(int window) throws Exception {
        var title = new CompletableFuture<String>();
        doOnFx(() -> {
            var stage = app.windows().get(window).stage();
            var watching = stage.titleProperty().subscribe(text -> {
                if (text != null && text.contains("·")) {
                    title.complete(text);
                }
            });
            title.whenComplete((it, failed) -> watching.unsubscribe());
        });
        title.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        var read = new CompletableFuture<Boolean>();
        var scope = scope(window);
        scope.onSnapshot(now -> {
            if (!now.items(Parts.INSTANCES).isEmpty()) {
                read.complete(true);
            }
        });
        if (!scope.current().items(Parts.INSTANCES).isEmpty()) {
            read.complete(true);
        }
        read.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        settle();
    }

    private ConnectionScope scope(int window) throws Exception {
        return onFx(() -> app.windows().get(window).scope().orElseThrow());
    }

    private String shownIn(int window) throws Exception {
        return onFx(() -> {
            var cell = app.windows().get(window).stage().getScene().lookup("#connectionCell");
            return Objects.requireNonNull(cell).lookupAll(".label").stream()
                    .map(label -> ((Labeled) label).getText())
                    .collect(Collectors.joining(" "));
        });
    }

    private RequestLog requests(String deployment) {
        return test.program.sandboxes().running(deployment).orElseThrow().requests();
    }

    private void picture(int window, String name) throws Exception {
        settle();
        var image = onFx(() -> app.windows().get(window).stage().getScene().snapshot(null));
        Pictures.writePng(image, Path.of("target", "pictures", name + ".png"));
    }

    /** The names of all threads, virtual ones too, which only a dump tells. */
    private List<String> threads() throws IOException {
        var file = home.resolve("threads-" + System.nanoTime() + ".json");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(file.toAbsolutePath().toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.JSON);
        return new ObjectMapper()
                .readTree(Files.readString(file)).findValues("threads").stream()
                        .flatMap(JsonNode::valueStream)
                        .map(thread -> thread.path("name").asText())
                        .toList();
    }
}
