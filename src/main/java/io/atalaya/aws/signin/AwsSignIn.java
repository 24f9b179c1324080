package io.atalaya.aws.signin;

import io.atalaya.aws.AwsProblems;
import io.atalaya.aws.HttpClients;
import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.LocalAwsStarter;
import io.atalaya.connect.ProfileDirectory;
import io.atalaya.connect.SignIn;
import io.atalaya.connect.SignInDialogue;
import io.atalaya.connect.SignInResult;
import io.atalaya.connect.SignInStep;
import io.atalaya.connect.VetoLog;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.Problem.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** Signs in as the AWS CLI does. One for the whole program, which shares what it remembers. */
public final class AwsSignIn implements SignIn {
    /**
     * The computer around it.
     *
     * @param env {@link System#getenv()}; tests give their own
     * @param home the user's directory
     * @param executor reads what credential programs print
     */
    public record Computer(Map<String, String> env, Path home, InstantSource clock, Pause pause, Executor executor) {
        public Computer {
            env = Map.copyOf(env);
        }

        /** Not the environment: it may hold a secret key. */
        @Override
        public String toString() {
            return "Computer[" + home + "]";
        }
    }

    private static final Duration PROGRAM_PATIENCE = Duration.ofSeconds(60);

    private final Computer computer;
    private final LocalAwsStarter starter;
    private final WayFinder ways;
    private final CredentialMemory memory = new CredentialMemory();
    private final SsoTokens tokens;
    private final CredentialFetcher fetcher;
    private final SessionOpener opener;

    public AwsSignIn(Computer computer, LocalAwsStarter starter, VetoLog vetoes, Budgets budgets, HttpClients http) {
        var clock = computer.clock();
        this.computer = computer;
        this.starter = starter;
        this.ways = new WayFinder(computer.env(), computer.home(), clock);
        this.tokens = new SsoTokens(
                memory,
                new SsoTokenFiles(AwsFiles.of(computer.env(), computer.home()).ssoCache()),
                new DeviceFlow(computer.pause(), clock),
                clock);
        this.fetcher = new CredentialFetcher(
                memory,
                tokens,
                new RoleCredentials(clock),
                new ProgramCredentials(PROGRAM_PATIENCE, computer.executor(), clock),
                starter,
                clock);
        this.opener = new SessionOpener(memory, fetcher, tokens, vetoes, budgets, http, clock);
    }

    /** The profiles this sign-in can use, with what it remembers of them. */
    public ProfileDirectory profiles() {
        return new AwsProfileDirectory(computer.env(), computer.home(), computer.clock(), memory, tokens);
    }

    @Override
    public SignInResult connect(ConnectRequest request, SignInDialogue dialogue) {
        var person = new PersonAtDialogue(dialogue, new Trouble(computer.clock()));
        var problems = new AwsProblems(computer.clock(), request.endpointUrl() == null && request.sandbox() == null);
        try {
            var sandbox = request.sandbox();
            if (sandbox != null) {
                return toSandbox(request, sandbox, person);
            }
            var way = ways.find(request);
            problems = new AwsProblems(computer.clock(), way.endpoints().isAws());
            person.planned(new Steps(tokens::mayNeedBrowser).of(way.source()));
            person.reached(SignInStep.Kind.READ_PROFILE);
            return new SignInResult.Connected(
                    opener.open(request, way, () -> ways.find(request).source(), person));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(Kind.CANCELLED, "sign-in", "cancelled");
        } catch (IOException e) {
            return failed(Kind.FAULT, "sandbox", "the sandbox cannot be started: " + e.getMessage());
        } catch (RuntimeException e) {
            return new SignInResult.Failed(problems.problem("sign-in", e));
        }
    }

    private SignInResult toSandbox(ConnectRequest request, String name, PersonAtDialogue person)
            throws IOException, InterruptedException {
        person.planned(List.of(
                new SignInStep(SignInStep.Kind.START_SANDBOX, name),
                new SignInStep(SignInStep.Kind.WHO_AM_I, "sts:GetCallerIdentity")));
        person.reached(SignInStep.Kind.START_SANDBOX);
        try {
            var local = starter.start(name);
            var way = ways.toSandbox(request, local);
            memory.keep(way.source(), fetcher.of(local));
            return new SignInResult.Connected(opener.open(request, way, way::source, person));
        } catch (IllegalArgumentException e) {
            return failed(Kind.CONFIGURATION, "sandbox", String.valueOf(e.getMessage()));
        }
    }

    private SignInResult failed(Kind kind, String call, String message) {
        return new SignInResult.Failed(new Problem(
                kind, call, kind.name(), message, null, null, computer.clock().instant()));
    }

    @Override
    public void forget(String profile) {
        memory.forget(profile);
    }
}
