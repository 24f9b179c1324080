package io.atalaya.app;

import io.atalaya.aws.AwsClock;
import io.atalaya.aws.logs.CloudWatchInsights;
import io.atalaya.aws.logs.CloudWatchLiveTails;
import io.atalaya.aws.logs.CloudWatchLogReads;
import io.atalaya.aws.logs.LogStreamSearch;
import io.atalaya.aws.logs.TestedPatterns;
import io.atalaya.aws.signin.AwsSession;
import io.atalaya.deployment.Problem;
import io.atalaya.logs.TailedGroup;
import io.atalaya.logs.insights.Insights;
import io.atalaya.logs.insights.QueryHistory;
import io.atalaya.logs.store.Faults;
import io.atalaya.logs.store.Limits;
import io.atalaya.logs.store.SessionInfo;
import io.atalaya.logs.store.Sessions;
import io.atalaya.logs.store.StoreException;
import io.atalaya.logs.tail.FilterPatterns;
import io.atalaya.logs.tail.LogStreams;
import io.atalaya.logs.tail.OpenTail;
import io.atalaya.logs.tail.TailPlan;
import io.atalaya.logs.tail.TailSessions;
import io.atalaya.logs.tail.TailSettings;
import io.atalaya.logs.tail.TailTools;
import io.atalaya.logs.understand.Understanding;
import io.atalaya.logs.view.Notes;
import io.atalaya.ui.logs.LogDesk;
import io.atalaya.ui.logs.OpenLog;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The logs that are read over one connection; the sessions on this disk are everybody's. */
final class ScopeLogs implements LogDesk, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScopeLogs.class);

    /** So long a person waits for the list of what is kept. */
    private static final Duration CLOSING_AT_MOST = Duration.ofMinutes(1);

    private final AwsSession session;
    private final Machinery machinery;
    private final Executor background;
    private final AwsClock clock;
    private final TailSessions sessions;
    private final Insights insights;
    private final List<TailedLog> open = new CopyOnWriteArrayList<>();
    private boolean closed;

    /** @param background of this connection: reads, filters and searches; refuses once the connection is closed */
    ScopeLogs(AwsSession session, Machinery machinery, Executor background) {
        this.session = session;
        this.machinery = machinery;
        this.background = background;
        this.clock = new AwsClock(machinery.clock(), () -> session.quality().clockDifference());
        var tools = new TailTools(clock, System::nanoTime, machinery.scheduler(), background, new Random());
        this.sessions = new TailSessions(
                new Sessions(machinery.logs(), machinery.clock()), Understanding::read, tools, TailSettings.defaults());
        this.insights = new Insights(
                new CloudWatchInsights(session::clients, session.problems(), machinery.clock(), () -> session.caller()
                        .map(it -> it.account())),
                new QueryHistory(machinery.queries(), background),
                session.region(),
                machinery.scheduler(),
                background,
                machinery.clock());
    }

    private TailSessions.Ports ports() {
        return new TailSessions.Ports(
                new CloudWatchLiveTails(session::clients, session.problems(), background, machinery.clock()),
                new CloudWatchLogReads(
                        session::clients,
                        session.problems(),
                        session.caller().map(it -> it.account()).orElse(null)));
    }

    /** Logs Insights over this connection. */
    Insights insights() {
        return insights;
    }

    /** Asks whether a filter pattern is one. */
    FilterPatterns patterns() {
        return new TestedPatterns(session::clients, session.problems());
    }

    /** Finds the streams of a group. */
    LogStreams streams() {
        return new LogStreamSearch(
                session::clients,
                session.problems(),
                session.caller().map(it -> it.account()).orElse(null));
    }

    @Override
    public List<OpenLog> open() {
        return List.copyOf(open);
    }

    @Override
    public Opened tail(List<TailedGroup> groups, @Nullable String pattern, Duration back) {
        var from = back.isZero() ? null : clock.instant().minus(back).toEpochMilli();
        var info = new SessionInfo(
                "",
                session.name(),
                session.caller().map(it -> it.account()).orElse(null),
                session.region(),
                session.isAws() ? "AWS" : String.valueOf(session.endpoint()),
                groups,
                pattern,
                machinery.clock().instant(),
                null);
        return opened(() -> sessions.open(info, new TailPlan(groups, pattern, from, true), ports(), Limits.USUAL));
    }

    @Override
    public Opened reopen(String id) {
        var known = open.stream().filter(it -> it.id().equals(id)).findFirst();
        return known.isPresent() ? new Opened.Log(known.get()) : opened(() -> sessions.read(id, Limits.USUAL));
    }

    private Opened opened(Supplier<OpenTail> how) {
        try {
            return new Opened.Log(kept(how.get()));
        } catch (RuntimeException e) { // whatever it is, the person must be able to try again
            return new Opened.Failed(new Problem(
                    Problem.Kind.FAULT,
                    "logs:Open",
                    e.getClass().getSimpleName(),
                    String.valueOf(e.getMessage()),
                    null,
                    null,
                    machinery.clock().instant()));
        }
    }

    /** A tail runs from the moment it is opened: if it cannot be shown, it must end. */
    private TailedLog kept(OpenTail tail) {
        try {
            var notes = Notes.open(
                    machinery.logs().resolve(tail.id()).resolve("notes.rec"),
                    machinery.clock().withZone(ZoneOffset.UTC));
            var log = new TailedLog(
                    tail, notes, new TailedLog.Threads(background, machinery.storing(), machinery.clock()));
            synchronized (open) {
                if (!closed) {
                    open.add(log);
                    return log;
                }
            }
            notes.close();
            throw new CancellationException("this connection is closed");
        } catch (RuntimeException e) {
            tail.close();
            throw e;
        }
    }

    /** On disk when this returns, unless the connection closes meanwhile: then the end of the program waits for it. */
    @Override
    public void close(OpenLog log) {
        for (var each : open) {
            if (each == log && open.remove(each)) {
                await(machinery.storing().submit(() -> end(each)));
            }
        }
    }

    private static void await(Future<?> closing) {
        try {
            closing.get(CLOSING_AT_MOST.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("a session is still being closed: {}", e.getClass().getSimpleName());
        }
    }

    private void end(TailedLog log) {
        try {
            log.end();
        } catch (RuntimeException e) { // the connection goes on closing
            LOG.warn("a session could not be closed: {}", Faults.of(e));
        }
    }

    @Override
    public List<Kept> kept() {
        try {
            return sessions.list().stream()
                    .map(it -> new Kept(
                            it.id(),
                            it.info().groups().stream().map(TailedGroup::name).toList(),
                            it.info().started(),
                            it.info().ended(),
                            it.events(),
                            it.bytes(),
                            it.inUse()))
                    .toList();
        } catch (StoreException e) {
            LOG.warn("sessions cannot be listed: {}", e.toString());
            return List.of();
        }
    }

    @Override
    public void delete(String id) {
        try {
            sessions.delete(id);
        } catch (StoreException e) {
            LOG.warn("session {} cannot be deleted: {}", id, e.toString());
        }
    }

    /** The credentials were renewed in place. */
    void renewed() {
        open.forEach(TailedLog::retryNow);
    }

    /** Nothing is read from now on, and no log is opened. Waits for what is being written. */
    void stop() {
        synchronized (open) {
            closed = true;
        }
        for (var log : open) {
            try {
                log.stop();
            } catch (RuntimeException e) { // the others stop all the same
                LOG.warn("a tail could not be stopped: {}", Faults.of(e));
            }
        }
        insights.close();
    }

    /** Brings to disk what is open, and closes it. */
    @Override
    public void close() {
        stop();
        for (var log : open) {
            if (open.remove(log)) {
                end(log);
            }
        }
    }
}
