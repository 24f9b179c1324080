package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.CallLog;
import io.atalaya.aws.ClientFactory;
import io.atalaya.aws.ClientSettings;
import io.atalaya.aws.Endpoints;
import io.atalaya.aws.Guards;
import io.atalaya.aws.HttpClients;
import io.atalaya.aws.readers.PageSize;
import io.atalaya.aws.readers.Sources;
import io.atalaya.aws.signin.AwsSession;
import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.SignInResult;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.FaultMatch;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.FxThread;
import io.atalaya.ui.common.NowTick;
import io.atalaya.ui.common.ProblemTexts;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.shell.Preferences;
import io.atalaya.ui.shell.ShellModel;
import io.atalaya.watch.CallPermits;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Priority;
import io.atalaya.watch.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * The whole window while every service is in trouble, sixty times faster than in life: the last data stays on screen, the
 * trouble is named, and the JavaFX thread is never kept for more than a tenth of a second. Pictures of it are in {@code
 * target/pictures/trouble-*.png}.
 */
@Tag("real-time")
class TroubleOnScreenTest extends UiTest {
    private static final int FRAMES = 200;
    private static final Duration MOST = Duration.ofMillis(100);
    private static final int FASTER = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** For the views together longer than three cadences of a minute's source and their grace. */
    private static final Duration LOOKED_AT = Duration.ofMillis(600);

    @TempDir
    Path home;

    /** A trouble and what the console has to call it. */
    private record Trouble(String name, Fault fault, Problem.Kind kind) {}

    private static final List<Trouble> TROUBLES = List.of(
            new Trouble("throttle", new Fault.Throttled(), Problem.Kind.THROTTLED),
            new Trouble("500", new Fault.ServerError(500), Problem.Kind.SERVICE),
            new Trouble("slow", new Fault.Latency(Duration.ofSeconds(3)), Problem.Kind.TIMEOUT),
            new Trouble("hang", new Fault.Hang(), Problem.Kind.TIMEOUT),
            new Trouble("dropped", new Fault.DroppedConnection(), Problem.Kind.NO_NETWORK),
            new Trouble("malformed", new Fault.MalformedBody(), Problem.Kind.MALFORMED),
            new Trouble("expired", new Fault.ExpiredCredentials(), Problem.Kind.EXPIRED),
            new Trouble("denied", new Fault.Denied("*"), Problem.Kind.DENIED));

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void keepsTheLastDataAndTheJavaFxThreadFree() throws Exception {
        try (var test = new TestProgram(home, options -> SandboxOptions.calm(InstantSource.system()));
                var http = new HttpClients()) {
            var session = (AwsSession) ((SignInResult.Connected) test.program
                            .signIn()
                            .connect(ConnectRequest.sandbox(TestProgram.CHECKOP), new NobodyThere()))
                    .session();
            try (var clients = impatient(test.sandbox(), http);
                    var scope = new ConnectionScope(
                            session, test.program.machinery(), new FxThread(), fanOut -> faster(clients, fanOut))) {
                watch(test, scope);
            }
        }
    }

    private void watch(TestProgram test, ConnectionScope scope) throws Exception {
        var layout = new ScratchLayout();
        var texts = new Texts(Locale.ENGLISH, Wiring.BUNDLES);
        var preferences = onFx(() -> new Preferences(layout, theme(), Locale.ENGLISH, "0"));
        var tick = onFx(() -> new NowTick(InstantSource.system()));
        var wiring = new Wiring(preferences, layout, tick, ZoneId.of("UTC"));
        var model = wiring.shellModel(scope);
        var shell = onFx(() -> wiring.shell(model, scope, wiring.context(scope, model, texts), new NoActions()));
        scope.asker().watch(new HashSet<>(Parts.all()));
        var complete = await(scope, TroubleOnScreenTest::allRead);
        scope.start();
        complete.await();
        show(shell.root(), 1440, 900);
        doOnFx(shell::start);
        doOnFx(() -> tick.start(test.program.machinery().scheduler(), new FxThread()));
        for (var view : Wiring.VIEWS) {
            doOnFx(() -> model.show(view));
            settle();
        }
        var troubles = new Troubles(test, scope, model);
        try (var heart = new FxHeartbeat(onFx(Thread::currentThread))) {
            troubles.warmUp();
            for (var trouble : TROUBLES) {
                troubles.strike(trouble, heart);
            }
        }
        doOnFx(shell::close);
        doOnFx(tick::close);
        assertThat(troubles.tooLong).isEmpty();
    }

    /** Makes trouble and looks at it. */
    private static final class Troubles {
        private final TestProgram test;
        private final ConnectionScope scope;
        private final ShellModel model;
        private final List<String> tooLong = new ArrayList<>();

        Troubles(TestProgram test, ConnectionScope scope, ShellModel model) {
            this.test = test;
            this.scope = scope;
            this.model = model;
        }

        /** What is done for the first time loads classes, and so it does in life, but there nobody measures. */
        void warmUp() throws Exception {
            begin(new Fault.ServerError(503));
            for (var view : Wiring.VIEWS) {
                doOnFx(() -> model.show(view));
                settle();
                pass(LOOKED_AT);
            }
            end();
        }

        void strike(Trouble trouble, FxHeartbeat heart) throws Exception {
            var named = new ProblemTexts(texts(Locale.ENGLISH, Wiring.BUNDLES.getFirst()))
                    .what(new Problem(trouble.kind(), "", "", "", null, null, Instant.EPOCH));
            begin(trouble.fault());
            var before = scope.current();
            for (var view : Wiring.VIEWS) {
                doOnFx(() -> model.show(view));
                settle();
                told(trouble.name() + ", " + view, kept(heart));
                picture("trouble-" + trouble.name() + "-" + view);
                // in the view and in the bar below it; the journal is no view of AWS
                var both = trouble.kind() != Problem.Kind.DENIED && !view.equals("activity");
                // a view makes its picture beside the screen: it may come some frames later
                for (var frames = 0; frames < FRAMES && both && naming(named) < 2; frames++) {
                    settle();
                }
                assertThat(onFx(() -> labels(stage().getScene().getRoot())))
                        .as("%s named in %s", trouble.name(), view)
                        .filteredOn(text -> text.contains(named))
                        .hasSizeGreaterThan(both ? 1 : 0);
            }
            var during = scope.current();
            assertThat(during.items(Parts.INSTANCES)).hasSize(3);
            for (var part : Parts.all()) {
                assertThat(during.items(part))
                        .as(part.id() + " while " + trouble.name())
                        .isEqualTo(before.items(part));
            }
            end();
        }

        private long naming(String named) throws Exception {
            return onFx(() -> labels(stage().getScene().getRoot())).stream()
                    .filter(text -> text.contains(named))
                    .count();
        }

        private void begin(Fault fault) throws InterruptedException {
            var failing = await(scope, TroubleOnScreenTest::allFail);
            test.sandbox().faults().plan(FaultMatch.everything(), fault);
            scope.asker().askNow(new HashSet<>(Parts.all()));
            failing.await();
        }

        private void end() throws InterruptedException {
            var well = await(scope, TroubleOnScreenTest::allRead);
            test.sandbox().faults().clear();
            scope.asker().askNow(new HashSet<>(Parts.all()));
            well.await();
        }

        /**
         * The longest the JavaFX thread was kept. The bars tick and probes fail several times in that while: what the program
         * does too long it does again, and what a busy computer did to it once it does not.
         */
        private static FxHeartbeat.Beat kept(FxHeartbeat heart) throws InterruptedException {
            var longest = new FxHeartbeat.Beat(MOST, Duration.ZERO, Duration.ZERO, "");
            for (var left = 3; left > 0 && longest.occupied().compareTo(MOST) >= 0; left--) {
                heart.longest();
                pass(LOOKED_AT);
                longest = heart.longest();
            }
            return longest;
        }

        private void told(String where, FxHeartbeat.Beat longest) {
            System.out.printf(
                    Locale.ROOT,
                    "%-22s JavaFX thread kept for %d ms at most%n",
                    where,
                    longest.occupied().toMillis());
            if (longest.occupied().compareTo(MOST) > 0) {
                tooLong.add(where + ": " + longest);
            }
        }
    }

    private static List<String> labels(Node node) {
        var found = new ArrayList<String>();
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            found.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().stream()
                    .filter(Node::isVisible)
                    .forEach(each -> found.addAll(labels(each)));
        }
        return found;
    }

    private static boolean allFail(Deployment now) {
        return Parts.all().stream()
                .filter(part -> part != Parts.INSTANCE_TYPES) // it asks no more once it knows them
                .allMatch(part -> now.observed(part).problem() != null);
    }

    /** Time in which the program goes on. */
    private static void pass(Duration time) throws InterruptedException {
        assertThat(new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS))
                .isFalse();
    }

    private static boolean allRead(Deployment now) {
        return Parts.all().stream().allMatch(part -> {
            var observed = now.observed(part);
            var listing = observed.value();
            return observed.problem() == null && listing != null && listing.complete();
        });
    }

    /** What is waited for, a while at most. */
    private interface Wait {
        void await() throws InterruptedException;
    }

    private static Wait await(ConnectionScope scope, Predicate<Deployment> such) {
        var there = new CountDownLatch(1);
        scope.onSnapshot(now -> {
            if (such.test(now)) {
                there.countDown();
            }
        });
        return () -> assertThat(there.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                .isTrue();
    }

    private static List<Source<?>> faster(ClientFactory clients, FanOut fanOut) {
        return Sources.of(clients, fanOut, InstantSource.system(), PageSize.LARGEST).stream()
                .<Source<?>>map(TroubleOnScreenTest::faster)
                .toList();
    }

    private static <T> Source<T> faster(Source<T> source) {
        return new Source<>(
                source.part(),
                source.calls(),
                source.cadence().dividedBy(FASTER),
                source.needs(),
                source.uses(),
                source.always(),
                source.reader());
    }

    /** Gives up after a second where the console gives up after twenty. */
    private static ClientFactory impatient(Sandbox sandbox, HttpClients http) {
        var settings = ClientSettings.of(sandbox.region(), Endpoints.of(sandbox.endpoint()))
                .withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(1));
        var key = sandbox.credentials();
        var credentials = StaticCredentialsProvider.create(AwsSessionCredentials.create(
                key.accessKeyId(), key.secretAccessKey(), Objects.requireNonNull(key.sessionToken())));
        var clock = InstantSource.system();
        return new ClientFactory(
                settings, credentials, Guards.of(veto -> {}, new Unlimited(), new CallLog(clock), clock), http);
    }

    /** Sixty times as many calls as the budget is made for. */
    private static final class Unlimited implements CallPermits {
        @Override
        public void acquire(String api, Priority priority) {}

        @Override
        public void throttled(String api) {}

        @Override
        public void answered(String api, Duration latency) {}
    }
}
