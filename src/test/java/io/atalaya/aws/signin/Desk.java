package io.atalaya.aws.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.HttpClients;
import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.LocalAws;
import io.atalaya.connect.SignInResult;
import io.atalaya.connect.Veto;
import io.atalaya.deployment.Problem;
import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.sandbox.world.AccessKey;
import io.atalaya.watch.CallPermits;
import io.atalaya.watch.Priority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A computer with an AWS behind it: files, environment, a clock that the test moves, a sandbox, a person. */
final class Desk implements AutoCloseable {
    private static final String ACCOUNT = "arn:aws:iam::";

    final MovableClock clock = new MovableClock();
    final Map<String, String> env = new HashMap<>();
    final ScriptedPerson person = new ScriptedPerson();
    final List<Veto> vetoes = new CopyOnWriteArrayList<>();
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    final List<Runnable> duringPauses = new ArrayList<>();
    final Sandbox sandbox;
    final AccessKey userKey;
    private final Path home;
    private final HttpClients http = new HttpClients();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<AwsSession> sessions = new ArrayList<>();
    private io.atalaya.aws.signin.@org.jspecify.annotations.Nullable AwsSignIn signIn;

    Desk(Path home) {
        this.home = home;
        sandbox = Sandbox.start(SandboxOptions.calm(clock));
        userKey = sandbox.cloud().identity().userKey("m.rojas");
    }

    void config(String text) {
        write(".aws/config", text.replace("ENDPOINT", sandbox.endpoint().toString()));
    }

    /** The user's key is put in for KEY. */
    void credentials(String text) {
        write(
                ".aws/credentials",
                text.replace(
                        "KEY",
                        "aws_access_key_id = " + userKey.accessKeyId() + "\naws_secret_access_key = "
                                + userKey.secretAccessKey()));
    }

    void write(String name, String text) {
        try {
            var file = home.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path home() {
        return home;
    }

    /** One for the whole test, made when first needed: set the environment before. */
    AwsSignIn signIn() {
        var known = signIn;
        if (known == null) {
            known = new AwsSignIn(
                    new AwsSignIn.Computer(env, home, clock, this::pause, threads),
                    name -> {
                        if (!name.equals("checkop")) {
                            throw new IllegalArgumentException("no deployment " + name + "; there is checkop");
                        }
                        var key = sandbox.renew();
                        return new LocalAws(
                                name,
                                sandbox.endpoint(),
                                sandbox.region(),
                                key.accessKeyId(),
                                key.secretAccessKey(),
                                key.sessionToken(),
                                key.expiration());
                    },
                    vetoes::add,
                    (account, region) -> NO_LIMIT,
                    http);
            signIn = known;
        }
        return known;
    }

    AwsSession connect(ConnectRequest request) {
        var result = signIn().connect(request, person);
        assertThat(result).isInstanceOf(SignInResult.Connected.class);
        var session = (AwsSession) ((SignInResult.Connected) result).session();
        sessions.add(session);
        return session;
    }

    AwsSession connect(String profile) {
        return connect(ConnectRequest.profile(profile).in("us-east-1"));
    }

    Problem refused(ConnectRequest request) {
        var result = signIn().connect(request, person);
        assertThat(result).isInstanceOf(SignInResult.Failed.class);
        return ((SignInResult.Failed) result).problem();
    }

    Problem refused(String profile) {
        return refused(ConnectRequest.profile(profile).in("us-east-1"));
    }

    private void pause(Duration time) {
        pauses.add(time);
        clock.forward(time);
        if (!duringPauses.isEmpty()) {
            duringPauses.removeFirst().run();
        }
    }

    @Override
    public void close() {
        sessions.forEach(AwsSession::close);
        http.close();
        sandbox.close();
        threads.shutdownNow();
    }

    private static final CallPermits NO_LIMIT = new CallPermits() {
        @Override
        public void acquire(String api, Priority priority) {}

        @Override
        public void throttled(String api) {}

        @Override
        public void answered(String api, Duration latency) {}
    };

    /** A new key of the session in use, as a credentials file has it. */
    String sessionKey() {
        return written(sandbox.renew());
    }

    /** A key as a credentials file has it. */
    static String written(AccessKey key) {
        return "[prod]\naws_access_key_id = " + key.accessKeyId() + "\naws_secret_access_key = " + key.secretAccessKey()
                + "\naws_session_token = " + key.sessionToken() + "\n";
    }

    /** The profile {@code prod} that takes this role with the keys of the profile {@code base}. */
    String role(String name, String more) {
        return "[profile prod]\nregion = us-east-1\nendpoint_url = ENDPOINT\nsource_profile = base\nrole_arn = "
                + arn(name) + "\n" + more;
    }

    String arn(String role) {
        return ACCOUNT + sandbox.cloud().identity().account().id() + ":role/" + role;
    }

    /** Of the device that the sandbox's person has. */
    String serial() {
        return ACCOUNT + sandbox.cloud().identity().account().id() + ":mfa/m.rojas";
    }

    /** What that device shows now. */
    String code() {
        return sandbox.cloud().identity().codeOf(serial(), clock.instant());
    }
}
