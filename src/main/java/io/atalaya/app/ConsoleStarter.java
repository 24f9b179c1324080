package io.atalaya.app;

import io.atalaya.connect.ConnectRequest;
import io.atalaya.evidence.capsule.KeyFolder;
import io.atalaya.evidence.document.make.DocumentWish;
import io.atalaya.evidence.recipe.Recipe;
import io.atalaya.evidence.recipe.Recipes;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.sandbox.world.Story;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the command line starts: the window, or the pictures. */
public final class ConsoleStarter implements ConsoleCommand.Starter {
    private static final Path DEFAULT_OUT = Path.of("target", "screens");

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleStarter.class);

    private final Map<String, String> environment;
    private final PrintWriter out;
    private final @Nullable String scenario;
    private final boolean wall;

    /**
     * @param environment {@link System#getenv()}
     * @param out what a person at the command line reads
     */
    public ConsoleStarter(Map<String, String> environment, PrintWriter out) {
        this(environment, out, null, false);
    }

    private ConsoleStarter(Map<String, String> environment, PrintWriter out, @Nullable String scenario, boolean wall) {
        this.environment = environment;
        this.out = out;
        this.scenario = scenario;
        this.wall = wall;
    }

    @Override
    public ConsoleCommand.Starter practising(String wanted) {
        return new ConsoleStarter(environment, out, wanted, wall);
    }

    @Override
    public ConsoleCommand.Starter safely() {
        var changed = new HashMap<>(environment);
        changed.put(Program.SAFE, "yes");
        return new ConsoleStarter(Map.copyOf(changed), out, scenario, wall);
    }

    @Override
    public ConsoleCommand.Starter onWall() {
        return new ConsoleStarter(environment, out, scenario, true);
    }

    @Override
    public int open(ConnectRequest request) {
        if (Boolean.getBoolean(Display.HEADLESS)) {
            out.println("atalaya: there is no display: drawing every view into " + DEFAULT_OUT);
            return screens(request, DEFAULT_OUT);
        }
        try (var single = new SingleInstance(AppDirectories.of(environment).data())) {
            return openOnce(request, single);
        } catch (UnsupportedOperationException | LinkageError noWindow) {
            LOG.error("no window can be opened", noWindow);
            out.println("atalaya: no window can be opened: " + Grumbles.first(noWindow));
            out.println("atalaya: what needs none: atalaya screens, atalaya --self-test");
            return 69;
        } finally {
            Platform.exit();
        }
    }

    private int openOnce(ConnectRequest request, SingleInstance single) {
        try (var program = new Program(environment, this::tuned)) {
            var app = new ConsoleApp(program, scenario, wall);
            // an incident, a wall and a program that forgets what it knows are not those of the window that is open
            var shared = scenario == null && !wall && !program.isSafe();
            if (shared && single.claim(OpenWindows.text(request), app::later) == SingleInstance.Claim.HANDED_OVER) {
                out.println("atalaya: it is open already; its window has what was asked for");
                return 0;
            }
            app.run(Program.orSandbox(request));
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public Path find(Path typed) {
        return calledFrom().resolve(typed);
    }

    @Override
    public int selfTest(boolean onlyTheStart) {
        try (var aside = Aside.of(environment, true);
                var program = new Program(aside.environment(), it -> it.withStory(Story.CALM));
                var grumbles = new Grumbles()) {
            var folder = AppDirectories.of(aside.environment()).data();
            var checks = new SelfChecks(program, folder, new SelfTest(out, grumbles));
            return onlyTheStart ? checks.start() : checks.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        } catch (IOException e) {
            out.println("atalaya: no room for the self-test: " + e);
            return 74;
        } finally {
            Platform.exit();
        }
    }

    @Override
    public int screens(ConnectRequest request, Path folder) {
        var wish = Program.orSandbox(request);
        try (var aside = Aside.of(environment, wish.sandbox() != null);
                var program = new Program(aside.environment(), this::tuned)) {
            return new Screens(program, scenario, out).draw(wish, find(folder));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        } catch (IOException e) {
            out.println("atalaya: the pictures cannot be written: " + e);
            return 74;
        } finally {
            Platform.exit();
        }
    }

    @Override
    public Recipes recipes() {
        return new Recipes(AppDirectories.of(environment).recipes(), java.util.Locale.getDefault());
    }

    @Override
    public EvidenceRun.Made evidence(ConnectRequest request, Recipe recipe, EvidenceWish wish)
            throws IOException, InterruptedException {
        try (var program = new Program(environment, this::tuned)) {
            var keys = new KeyFolder(AppDirectories.of(environment).evidence());
            OnFx.startToolkit();
            return new EvidenceRun(program, keys).make(program, Program.orSandbox(request), recipe, wish);
        } finally {
            Platform.exit();
        }
    }

    @Override
    public DocumentGathering.Result document(ConnectRequest request, DocumentWish wish)
            throws IOException, InterruptedException {
        try (var program = new Program(environment, this::tuned)) {
            return new DocumentGathering(program).make(Program.orSandbox(request), wish);
        }
    }

    /** Where an incident is practised, the deployment's own trouble stays away. */
    private SandboxOptions tuned(SandboxOptions options) {
        return scenario == null ? options : options.withStory(Story.CALM);
    }

    /** The folder in which the person typed the command: the start script changes into the program's. */
    private Path calledFrom() {
        var folder = environment.get("ATALAYA_CALLED_FROM");
        return folder == null ? Path.of("") : Path.of(folder);
    }
}
