package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.signin.AwsSession;
import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.SignInResult;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.sandbox.world.Story;
import io.atalaya.ui.acting.ProtectionMemory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** The whole program over a sandbox, without a window; its folders are the test's own. */
public final class TestProgram implements AutoCloseable {
    static final String CHECKOP = "checkop";

    final Program program;

    TestProgram(Path home, UnaryOperator<SandboxOptions> tuning) {
        this(home, Map.of(), tuning);
    }

    /** With these variables in its environment besides. */
    TestProgram(Path home, Map<String, String> more, UnaryOperator<SandboxOptions> tuning) {
        var environment = new HashMap<>(more);
        environment.put("ATALAYA_HOME", home.toString());
        environment.put("AWS_CONFIG_FILE", home.resolve("config").toString());
        environment.put(
                "AWS_SHARED_CREDENTIALS_FILE", home.resolve("credentials").toString());
        this.program = new Program(Map.copyOf(environment), tuning);
    }

    /** Everything of a calm CheckOP, read over the wire as the console reads it. */
    public static Deployment checkop(Path home) throws InterruptedException {
        try (var test = new TestProgram(home, options -> SandboxOptions.calm(InstantSource.system()));
                var scope = test.connect()) {
            return readAll(scope);
        }
    }

    /** Everything of citsmart, read over the wire as the console reads it. */
    public static Deployment citsmart(Path home, Story story) throws InterruptedException {
        try (var test = new TestProgram(home, options -> options.withStory(story));
                var scope = test.connect("citsmart")) {
            return readAll(scope);
        }
    }

    /** Signs in to the sandbox, nothing asked yet; snapshots are shown on the calling threads. */
    ConnectionScope connect() {
        return connect(Runnable::run);
    }

    /** The same to another sandbox. */
    ConnectionScope connect(String deployment) {
        return connect(deployment, Runnable::run);
    }

    /** The same, with snapshots shown there. */
    ConnectionScope connect(Executor screen) {
        return connect(CHECKOP, screen);
    }

    ConnectionScope connect(String deployment, Executor screen) {
        var result = program.signIn().connect(ConnectRequest.sandbox(deployment), new NobodyThere());
        assertThat(result).isInstanceOf(SignInResult.Connected.class);
        return new ConnectionScope(
                (AwsSession) ((SignInResult.Connected) result).session(),
                program.machinery(),
                screen,
                program.sandboxes().practice(deployment).orElse(null),
                new ProtectionMemory(new ScratchLayout()),
                () -> program.sandboxes().surroundings(deployment));
    }

    /** What the command line connects to, as the program does it. */
    ConnectionScope connect(ConnectRequest request) {
        var result = program.signIn().connect(request, new NobodyThere());
        assertThat(result).isInstanceOf(SignInResult.Connected.class);
        return program.scope((AwsSession) ((SignInResult.Connected) result).session());
    }

    Sandbox sandbox() {
        return program.sandboxes().running(CHECKOP).orElseThrow();
    }

    /** Reads every part once and returns the snapshot in which each has an answer or a problem. */
    static Deployment readAll(ConnectionScope scope) throws InterruptedException {
        return read(scope, Parts.all());
    }

    /** These parts, and what they need: all of them take ten seconds of the budgets of AWS's interfaces. */
    static Deployment read(ConnectionScope scope, Collection<Part<?>> parts) throws InterruptedException {
        var done = new CountDownLatch(1);
        scope.onSnapshot(snapshot -> {
            if (parts.stream().allMatch(part -> settled(snapshot, part))) {
                done.countDown();
            }
        });
        scope.asker().watch(new HashSet<>(parts));
        scope.start();
        assertThat(done.await(120, TimeUnit.SECONDS))
                .as("every part has an answer or a problem")
                .isTrue();
        return scope.current();
    }

    private static <T> boolean settled(Deployment snapshot, Part<T> part) {
        Observed<Listing<T>> observed = snapshot.observed(part);
        var listing = observed.value();
        return observed.problem() != null || (listing != null && listing.complete());
    }

    @Override
    public void close() {
        program.close();
    }
}
