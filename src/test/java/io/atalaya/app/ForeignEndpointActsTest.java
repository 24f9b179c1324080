package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.atalaya.connect.ConnectRequest;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.evidence.document.make.DocumentWish;
import io.atalaya.evidence.recipe.Recipe;
import io.atalaya.evidence.recipe.Recipes;
import io.atalaya.foreign.MotoAccount;
import io.atalaya.foreign.MotoServer;
import io.atalaya.foreign.WireTap;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.journal.JournalCheck;
import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import io.atalaya.operate.preflight.Confirmation;
import io.atalaya.operate.run.Standing;
import io.atalaya.ui.UiTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * The views and the acts of the console at an endpoint that is neither AWS nor its own sandbox: moto's server, a copy of AWS
 * that others wrote. What it does not offer is said, and nothing else suffers.
 */
class ForeignEndpointActsTest extends UiTest {
    private static final boolean ALL = Boolean.getBoolean("atalaya.everyOperation");

    private static final int PATIENCE_SECONDS = 30;

    @TempDir
    Path home;

    private final List<Throwable> thrown = new CopyOnWriteArrayList<>();
    private @Nullable MotoServer moto;
    private @Nullable MotoAccount account;
    private @Nullable WireTap wire;
    private @Nullable ActingConsole console;

    @BeforeEach
    void connect(TestReporter reporter, TestInfo info) throws Exception {
        var binary = MotoServer.find();
        var missing = "SKIPPED: no moto_server on this machine, so no foreign endpoint is tried here"
                + " (pip install 'moto[server]')";
        if (binary.isEmpty()) {
            reporter.publishEntry(info.getDisplayName(), missing);
        }
        Assumptions.assumeTrue(binary.isPresent(), missing);
        moto = MotoServer.start(binary.get());
        account = new MotoAccount(moto.endpoint()).populate();
        wire = new WireTap(moto.endpoint());
        var test = new TestProgram(
                home,
                Map.of("AWS_ACCESS_KEY_ID", MotoAccount.KEY, "AWS_SECRET_ACCESS_KEY", MotoAccount.KEY),
                options -> options);
        var request = typed("--endpoint-url", wire.endpoint().toString(), "--region", MotoAccount.REGION);
        var opened = onFx(() -> ActingConsole.over(test, test.connect(request), theme()));
        console = opened;
        doOnFx(() -> Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> thrown.add(fault)));
        TestProgram.readAll(opened.scope);
        show(opened.shell.root(), 1440, 900);
        doOnFx(opened.shell::start);
        settle();
    }

    /** What the program makes of a command line. */
    private static ConnectRequest typed(String... arguments) {
        var understood = new AtomicReference<ConnectRequest>();
        var code = ConsoleCommand.run(
                new ConsoleCommand.Starter() {
                    @Override
                    public int open(ConnectRequest options) {
                        understood.set(options);
                        return 0;
                    }

                    @Override
                    public int selfTest(boolean onlyTheStart) {
                        return 1;
                    }

                    @Override
                    public int screens(ConnectRequest options, Path out) {
                        return 1;
                    }

                    @Override
                    public Recipes recipes() {
                        throw new IllegalStateException("nobody asks for evidence");
                    }

                    @Override
                    public EvidenceRun.Made evidence(ConnectRequest options, Recipe recipe, EvidenceWish wish) {
                        throw new IllegalStateException("nobody asks for evidence");
                    }

                    @Override
                    public DocumentGathering.Result document(ConnectRequest options, DocumentWish wish) {
                        throw new IllegalStateException("nobody asks for a document");
                    }
                },
                arguments);
        assertThat(code).isZero();
        return Objects.requireNonNull(understood.get());
    }

    @AfterEach
    void disconnect() throws Exception {
        var opened = console;
        if (opened != null) {
            doOnFx(opened.shell::close);
            doOnFx(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
            opened.close();
        }
        for (var each : new AutoCloseable[] {wire, account, moto}) {
            if (each != null) {
                each.close();
            }
        }
    }

    @Test
    void itsViewsAndActs() throws Exception {
        views();
        acts();
        assertThat(thrown).as("on the JavaFX thread").isEmpty();
        var asked = Objects.requireNonNull(wire).asked();
        assertThat(asked).isNotEmpty().noneMatch(it -> it.body().contains("DryRun"));
    }

    private void views() throws Exception {
        var here = Objects.requireNonNull(console);
        assertThat(here.scope.session().isAws()).isFalse();
        assertThat(problems(here.scope.current()).values())
                .extracting(Problem::kind, Problem::call)
                .containsExactlyInAnyOrder(
                        tuple(Problem.Kind.NOT_OFFERED, "rds:DescribeCertificates"),
                        tuple(Problem.Kind.NOT_OFFERED, "rds:DescribePendingMaintenanceActions"),
                        tuple(Problem.Kind.NOT_OFFERED, "route53:TestDNSAnswer"),
                        tuple(Problem.Kind.NOT_OFFERED, "autoscaling:DescribeInstanceRefreshes"));
        shows("topology", "shop", "web-blue", "2 / 2", "batch", "orders", "shop-files");
        shows("compute", "batch", "t3.medium", "web");
        shows("balancing", "shop", "/api/*", "web-green has no target", "healthy");
        shows(
                "databases",
                "orders",
                "MySQL Community 8.0.35",
                "orders-before",
                "This endpoint does not offer it: rds:DescribePendingMaintenanceActions");
        shows("filesystems", "shop-files", "never set up", "10.9.1.");
        shows("dns", "www.shop.example", "mail.shop.example", "not asked: not AWS");
        shows("activity", "No act was confirmed here.");
        shows(
                "overview",
                "not AWS",
                "shop.example",
                "4 sources are not offered by this endpoint",
                "Instance refreshes");
    }

    private void shows(String view, String... what) throws Exception {
        var here = Objects.requireNonNull(console);
        doOnFx(() -> here.model.show(view));
        settle();
        picture("foreign-" + view);
        assertThat(onFx(() -> Read.of(here.shell.root()))).as(view).contains(what);
    }

    private static Map<String, Problem> problems(Deployment now) {
        var found = new TreeMap<String, Problem>();
        for (Part<?> part : Parts.all()) {
            var problem = now.observed(part).problem();
            if (problem != null) {
                found.put(part.id(), problem);
            }
        }
        return found;
    }

    private void acts() throws Exception {
        var here = Objects.requireNonNull(console);
        here.scope.acting().arming().arm(Duration.ofHours(1));
        var acts = new ForeignActs(Objects.requireNonNull(account));
        var wrong = new ArrayList<String>();
        var rows = acts.rows().stream().filter(it -> ALL || it.usual()).toList();
        for (var row : rows) {
            var operation = row.act().apply(here.scope.current());
            var standing = act(here, operation);
            var end = end(standing);
            var there = row.there().getAsBoolean();
            if (end != row.end() || !there) {
                wrong.add(operation.act() + ": " + end + ", there " + there + " " + standing);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(rows).filteredOn(it -> it.end() == ForeignActs.End.DONE).hasSizeGreaterThanOrEqualTo(10);
        journal(here, rows.size());
    }

    private static Standing act(ActingConsole here, Operation operation) throws Exception {
        var runner = here.scope.acting().runner();
        var preflight = runner.preflight(operation);
        var name = preflight.confirmation() == Confirmation.TYPE_NAME ? runner.nameToType(operation) : null;
        var act = runner.run(operation, preflight, List.of(), name);
        // what is not offered, and may still have been done, is looked for as long as AWS may need
        assertThat(here.when(it -> act.ended() || act.standing().problem() != null, PATIENCE_SECONDS))
                .as(operation + " " + act.standing())
                .isTrue();
        return act.standing();
    }

    private static ForeignActs.End end(Standing standing) {
        var problem = standing.problem();
        if (problem != null) {
            assertThat(problem.kind()).as(problem.toString()).isEqualTo(Problem.Kind.NOT_OFFERED);
            assertThat(standing.verdict()).isNotIn(Verdict.DONE, Verdict.ACCEPTED, Verdict.REFUSED);
            return ForeignActs.End.NOT_OFFERED;
        }
        return standing.verdict() == Verdict.DONE ? ForeignActs.End.DONE : ForeignActs.End.ACCEPTED;
    }

    private static void journal(ActingConsole here, int acts) throws Exception {
        var check = JournalCheck.of(here.scope.acting().journal());
        assertThat(check.broken()).isNull();
        assertThat(check.torn()).isEmpty();
        assertThat(check.entries())
                .filteredOn(it -> it.kind() == JournalEntry.Kind.INTENT)
                .hasSize(acts)
                .allSatisfy(it -> assertThat(it.endpoint()).startsWith("http://127.0.0.1:"));
    }
}
