package io.atalaya.app;

import io.atalaya.aws.HttpClients;
import io.atalaya.logs.find.SavedFilters;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.catalogue.CatalogueFile;
import io.atalaya.noc.history.Keep;
import io.atalaya.noc.history.MetricHistory;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.journal.Journal;
import io.atalaya.watch.ApiBudget;
import io.atalaya.watch.ExecutorScheduler;
import io.atalaya.watch.Scheduler;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the whole program runs on: one clock, one timer, one pool of HTTP connections, threads for what blocks. */
final class Machinery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Machinery.class);

    /** What is being sent when the program ends is given this long, then it is cut off and its outcome is open. */
    private static final Duration SENDING_AT_MOST = Duration.ofSeconds(2);

    /** A line is written in milliseconds; the journal itself gives up after 5 s, twice. */
    private static final Duration WRITING_AT_MOST = Duration.ofSeconds(11);

    /** Of a log that is closed, what came in the last seconds goes to the disk, and the order of what may be ten million events. */
    private static final Duration STORING_AT_MOST = Duration.ofSeconds(30);

    private final InstantSource clock = InstantSource.system();
    private final ExecutorScheduler scheduler = new ExecutorScheduler(
            Thread.ofPlatform().daemon().name("atalaya-timer").factory());
    private final ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("atalaya-housekeeping").factory());
    private final ExecutorService blocking = Executors.newThreadPerTaskExecutor(threads("atalaya-task-"));
    private final ExecutorService acting = Executors.newThreadPerTaskExecutor(threads("atalaya-act-"));
    private final ExecutorService storing = Executors.newThreadPerTaskExecutor(threads("atalaya-store-"));
    private final HttpClients http;
    private final Journal journal;
    private final Path logs;
    private final Path metricHistory;
    private final Path perimeters;
    private final Path catalogueFile;
    private final OpenDesks desks;
    private final DesktopNotifier notifier;
    private @Nullable Catalogue catalogue;
    private final AppDirectories directories;
    private final BudgetBook budgets = new BudgetBook(() -> new ApiBudget(ApiBudget.DEFAULT_SHARE, clock, scheduler));

    /** @param environment for AWS_CA_BUNDLE, and for where the user's files are */
    Machinery(Map<String, String> environment) {
        this.http = new HttpClients(environment);
        this.directories = AppDirectories.of(environment);
        this.journal = new Journal(AppDirectories.of(environment).journal());
        this.logs = AppDirectories.of(environment).logs();
        this.perimeters = AppDirectories.of(environment).perimeters();
        this.metricHistory = AppDirectories.of(environment).metricHistory();
        this.catalogueFile = AppDirectories.of(environment).catalogue();
        this.desks = new OpenDesks(DeskPlace.of(AppDirectories.of(environment), environment), clock);
        this.notifier =
                NotifySend.of(environment, System.getProperty("os.name"), Boolean.getBoolean("java.awt.headless"));
        blocking.execute(this::catalogue); // is read while the window is made
    }

    /** Virtual threads whose names begin with this. */
    static ThreadFactory threads(String prefix) {
        return Thread.ofVirtual().name(prefix, 0).factory();
    }

    /** One thread of that name. */
    static ScheduledExecutorService single(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /** As those see it who ask for a zone, too. */
    static Clock utc(InstantSource clock) {
        return clock.withZone(ZoneOffset.UTC);
    }

    InstantSource clock() {
        return clock;
    }

    /** Where the user's files are. */
    AppDirectories directories() {
        return directories;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    /** For small writes by and by, such as settings. */
    ScheduledExecutorService housekeeping() {
        return housekeeping;
    }

    /** For what may block and belongs to no connection: signing in, reading files. */
    ExecutorService blocking() {
        return blocking;
    }

    /** For acts: sending them, and writing down how they ended, also when their window is gone. */
    ExecutorService acting() {
        return acting;
    }

    /** For closing what is kept on disk: done to its end, also when its window and its connection are gone. */
    ExecutorService storing() {
        return storing;
    }

    HttpClients http() {
        return http;
    }

    /** Of everything this user's consoles did, one for all connections. */
    Journal journal() {
        return journal;
    }

    /** Who tells of what happens while nobody looks. */
    DesktopNotifier notifier() {
        return notifier;
    }

    /** The alarm desks of all connections. */
    OpenDesks desks() {
        return desks;
    }

    /** Where the queries that were asked of Logs Insights are kept. */
    Path queries() {
        return logs.resolveSibling("insights-queries.json");
    }

    /** Filters of logs that were given names. */
    SavedFilters filters() {
        return new SavedFilters(logs.resolveSibling("log-filters.json"));
    }

    /** What is watched: what the program brings, and the user's own. Read when it is first asked for. */
    synchronized Catalogue catalogue() {
        var known = catalogue;
        if (known == null) {
            known = CatalogueFile.load(
                    catalogueFile,
                    Stream.of(Operation.class.getPermittedSubclasses())
                            .map(Class::getSimpleName)
                            .collect(Collectors.toUnmodifiableSet()));
            catalogue = known;
        }
        return known;
    }

    /** Where the perimeter of each day is kept. */
    Path perimeters() {
        return perimeters;
    }

    /** What was measured, of all deployments: opened when it is first needed, closed by whoever asked. */
    MetricHistory metricHistory() {
        return new MetricHistory(metricHistory, Keep.USUAL, notice -> LOG.warn("what was measured: {}", notice));
    }

    /** Where sessions of logs are kept. */
    Path logs() {
        return logs;
    }

    BudgetBook budgets() {
        return budgets;
    }

    /**
     * Takes no more tasks and waits for those that run, which are interrupted after a while.
     *
     * @param patience before they are interrupted
     * @param more for what an interrupted one still has to write
     */
    static void end(ExecutorService tasks, Duration patience, Duration more) {
        tasks.shutdown();
        try {
            if (tasks.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            tasks.shutdownNow();
            if (!tasks.awaitTermination(more.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("something is still being written down; the next start settles it");
            }
        } catch (InterruptedException inAHurry) {
            tasks.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        blocking.shutdownNow();
        end(acting, SENDING_AT_MOST, WRITING_AT_MOST);
        end(storing, STORING_AT_MOST, WRITING_AT_MOST);
        scheduler.close();
        housekeeping.shutdownNow();
        http.close();
    }
}
