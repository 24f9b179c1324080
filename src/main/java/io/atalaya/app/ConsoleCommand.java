package io.atalaya.app;

import io.atalaya.connect.ConnectRequest;
import io.atalaya.evidence.document.make.DocumentWish;
import io.atalaya.evidence.recipe.Recipe;
import io.atalaya.evidence.recipe.Recipes;
import io.atalaya.sandbox.Deployments;
import io.atalaya.sandbox.scenario.Scenarios;
import io.atalaya.sandbox.world.fleet.Fleet;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line: options in the AWS CLI's words, and what to do with them. */
@Command(
        name = "atalaya",
        resourceBundle = "io.atalaya.app.commandline",
        sortOptions = false,
        mixinStandardHelpOptions = false,
        versionProvider = ConsoleCommand.Version.class)
public final class ConsoleCommand implements Callable<Integer> {
    /** How the program goes on once the options are understood. */
    public interface Starter {
        /** Opens the window, or makes the pictures where there is no display. Returns the exit code. */
        int open(ConnectRequest options);

        /** The same, with an incident that begins as soon as everything was read. */
        default Starter practising(String scenario) {
            return this;
        }

        /** The same, with nothing of what was kept of earlier windows. */
        default Starter safely() {
            return this;
        }

        /** The same, with the wall in full screen. */
        default Starter onWall() {
            return this;
        }

        /** Of this process. */
        default Map<String, String> environment() {
            return Map.of();
        }

        /** A path that a person typed, as this process finds it. */
        default Path find(Path typed) {
            return typed;
        }

        /** Asks whether this program is whole on this machine, without a display. Returns the exit code. */
        int selfTest(boolean onlyTheStart);

        /** Draws every view into files without a display. Returns the exit code. */
        int screens(ConnectRequest options, Path out);

        /** The recipes for evidence that this user has. */
        Recipes recipes();

        /**
         * Makes a capsule of evidence without a display.
         *
         * @throws IOException when there is none, and why
         */
        EvidenceRun.Made evidence(ConnectRequest options, Recipe recipe, EvidenceWish wish)
                throws IOException, InterruptedException;

        /**
         * Writes the architecture document without a display.
         *
         * @throws IOException when there is none, and why
         */
        DocumentGathering.Result document(ConnectRequest options, DocumentWish wish)
                throws IOException, InterruptedException;
    }

    /** The deployment a first start opens: no account is needed for it. */
    public static final String DEFAULT_SANDBOX = "checkop";

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleCommand.class);

    private final Starter starter;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Option(names = "--profile", paramLabel = "NAME", scope = ScopeType.INHERIT)
    private @Nullable String profile;

    @Option(names = "--region", paramLabel = "REGION", scope = ScopeType.INHERIT)
    private @Nullable String region;

    @Option(names = "--endpoint-url", paramLabel = "URL", scope = ScopeType.INHERIT)
    private @Nullable String endpointUrl;

    @Option(
            names = "--sandbox",
            paramLabel = "NAME",
            arity = "0..1",
            fallbackValue = ConsoleCommand.DEFAULT_SANDBOX,
            scope = ScopeType.INHERIT)
    private @Nullable String sandbox;

    @Option(names = "--instances", paramLabel = "N", scope = ScopeType.INHERIT)
    private @Nullable Integer instances;

    @Option(names = "--scenario", paramLabel = "NAME", scope = ScopeType.INHERIT)
    private @Nullable String scenario;

    @Option(names = "--wall")
    private boolean wall;

    /** Whether the program is whole, or only whether it starts. */
    enum SelfTested {
        ALL,
        START
    }

    @Option(names = "--safe")
    private boolean safe;

    @Option(names = "--self-test", paramLabel = "all|start", arity = "0..1", fallbackValue = "all")
    private @Nullable SelfTested selfTest;

    @Option(names = "--version", versionHelp = true)
    private boolean version;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    private boolean help;

    public ConsoleCommand(Starter starter) {
        this.starter = starter;
    }

    @Override
    public Integer call() {
        if (selfTest != null) {
            return starter.selfTest(selfTest == SelfTested.START);
        }
        var usual = safe ? starter().safely() : starter();
        return (wall ? usual.onWall() : usual).open(options());
    }

    @Command(name = "screens")
    int screens(
            @Option(names = "--out", paramLabel = "DIR", defaultValue = "target/screens") Path out,
            @Option(
                            names = {"-h", "--help"},
                            usageHelp = true)
                    boolean usage) {
        return starter().screens(options(), out);
    }

    private Starter starter() {
        if (scenario == null) {
            return starter;
        }
        if (!Scenarios.ids().contains(scenario)) {
            throw new ParameterException(
                    spec.commandLine(),
                    spec.resourceBundle()
                            .getString("error.scenario")
                            .formatted(scenario, String.join(", ", Scenarios.ids())));
        }
        if (profile != null || endpointUrl != null) {
            throw new ParameterException(
                    spec.commandLine(), spec.resourceBundle().getString("error.scenarioAlone"));
        }
        return starter.practising(scenario);
    }

    /** Understands the arguments and runs; returns the exit code: 2 for wrong arguments. */
    public static int run(Starter starter, String... arguments) {
        var console = new ConsoleCommand(starter);
        return new CommandLine(console)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .addSubcommand(new JournalCommand(starter::find))
                .addSubcommand(new EvidenceCommand(starter, console::options))
                .addSubcommand(new VerifyCommand(starter::find))
                .addSubcommand(new CompareCommand(starter::find))
                .addSubcommand(new DocumentCommand(starter, console::options))
                .addSubcommand(new DiagnosticsCommand(starter.environment()))
                .addSubcommand(new PapersCommand(starter::find))
                .setParameterExceptionHandler(ConsoleCommand::explain)
                .setExecutionExceptionHandler(ConsoleCommand::admit)
                .execute(arguments);
    }

    /** A fault of this program: what a person needs is where it was written down. */
    private static int admit(Exception fault, CommandLine command, CommandLine.ParseResult arguments) {
        LOG.error("a fault of the program", fault);
        if (Thread.getDefaultUncaughtExceptionHandler() instanceof CrashReports reports) {
            reports.report(fault);
        }
        command.getErr()
                .println("atalaya: "
                        + command.getCommandSpec()
                                .root()
                                .resourceBundle()
                                .getString("error.fault")
                                .formatted(
                                        CrashReports.code(fault) + ", " + fault,
                                        System.getProperty("atalaya.log.file", "?")));
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** One line that says what is wrong and one that says where to look: not the whole help. */
    private static int explain(ParameterException wrong, String[] arguments) {
        var command = wrong.getCommandLine();
        command.getErr().println("atalaya: " + wrong.getMessage());
        command.getErr()
                .println("atalaya: "
                        + command.getCommandSpec()
                                .root()
                                .resourceBundle()
                                .getString("error.seeHelp")
                                .formatted(command.getCommandSpec().qualifiedName()));
        return CommandLine.ExitCode.USAGE;
    }

    private ConnectRequest options() {
        if (sandbox != null && (endpointUrl != null || profile != null)) {
            throw new ParameterException(
                    spec.commandLine(), spec.resourceBundle().getString("error.sandboxAlone"));
        }
        return new ConnectRequest(
                profile, region, endpointUrl == null ? null : endpoint(endpointUrl), sized(known(sandbox)));
    }

    private URI endpoint(String typed) {
        try {
            var url = new URI(typed);
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (URISyntaxException noUrl) {
            throw new ParameterException(spec.commandLine(), noEndpoint(typed), noUrl);
        }
        throw new ParameterException(spec.commandLine(), noEndpoint(typed));
    }

    private String noEndpoint(String typed) {
        return spec.resourceBundle().getString("error.endpoint").formatted(typed);
    }

    /** A name that no sandbox has is a wrong argument, before anything is started. */
    private @Nullable String known(@Nullable String name) {
        if (name == null) {
            return null;
        }
        try {
            Deployments.named(name);
            return name;
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(
                    spec.commandLine(),
                    spec.resourceBundle()
                            .getString("error.sandbox")
                            .formatted(name, String.join(", ", Deployments.names())),
                    unknown);
        }
    }

    /** The fleet is the one sandbox that can have any size. */
    private @Nullable String sized(@Nullable String name) {
        if (instances == null) {
            return name;
        }
        if (name == null || !name.equals(Fleet.NAME)) {
            throw new ParameterException(
                    spec.commandLine(), spec.resourceBundle().getString("error.instances"));
        }
        try {
            return Deployments.fleet(instances);
        } catch (IllegalArgumentException outOfRange) {
            throw new ParameterException(
                    spec.commandLine(),
                    spec.resourceBundle().getString("error.fleetSize").formatted(Fleet.LEAST, Fleet.MOST),
                    outOfRange);
        }
    }

    /** Answers {@code --version}. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"atalaya " + new ProgramVersion().text()};
        }
    }
}
