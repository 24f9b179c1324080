package io.atalaya.app;

import io.atalaya.aws.HttpClients;
import io.atalaya.operate.journal.Journal;
import io.atalaya.watch.ApiBudget;
import io.atalaya.watch.ExecutorScheduler;
import io.atalaya.watch.Scheduler;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/** What the whole program runs on: one clock, one timer, one pool of HTTP connections, threads for what blocks. */
final class Machinery implements AutoCloseable {
    private final InstantSource clock = InstantSource.system();
    private final ExecutorScheduler scheduler = new ExecutorScheduler(
            Thread.ofPlatform().daemon().name("atalaya-timer").factory());
    private final ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("atalaya-housekeeping").factory());
    private final ExecutorService blocking = Executors.newThreadPerTaskExecutor(threads("atalaya-task-"));
    private final HttpClients http;
    private final Journal journal;
    private final BudgetBook budgets = new BudgetBook(() -> new ApiBudget(ApiBudget.DEFAULT_SHARE, clock, scheduler));

    /** @param environment for AWS_CA_BUNDLE, and for where the user's files are */
    Machinery(Map<String, String> environment) {
        this.http = new HttpClients(environment);
        this.journal = new Journal(AppDirectories.of(environment).journal());
    }

    /** Virtual threads whose names begin with this. */
    static ThreadFactory threads(String prefix) {
        return Thread.ofVirtual().name(prefix, 0).factory();
    }

    InstantSource clock() {
        return clock;
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

    HttpClients http() {
        return http;
    }

    /** Of everything this user's consoles did, one for all connections. */
    Journal journal() {
        return journal;
    }

    BudgetBook budgets() {
        return budgets;
    }

    @Override
    public void close() {
        blocking.shutdownNow();
        scheduler.close();
        housekeeping.shutdownNow();
        http.close();
    }
}
