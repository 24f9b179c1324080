package io.atalaya.logs.tail;

import io.atalaya.logs.ledger.Cause;
import io.atalaya.logs.ledger.Ledger;
import io.atalaya.logs.ledger.Span;
import io.atalaya.logs.store.Limits;
import io.atalaya.logs.store.LogStore;
import io.atalaya.logs.store.RecordFile;
import io.atalaya.logs.store.SessionInfo;
import io.atalaya.logs.store.Sessions;
import io.atalaya.logs.store.StoreException;
import io.atalaya.logs.understand.Reading;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens tails and keeps their logs: each session is a folder on disk which is listed, read, resumed and deleted afterwards.
 * Everything here waits for the disk and is not for the thread of the screen. Throws {@link StoreException} where the disk
 * refuses.
 */
public final class TailSessions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TailSessions.class);
    private static final String LEDGER = "ledger.rec";
    /** A program that is killed has said that it lives at most so long before. */
    private static final long ALIVE_WITHIN = 10_000;

    private final Sessions sessions;
    private final Function<String, Reading> understanding;
    private final TailTools tools;
    private final TailSettings settings;
    private final Set<OpenTail> open = ConcurrentHashMap.newKeySet();

    /**
     * How one connection reads.
     *
     * @param tails Live Tail
     * @param reads FilterLogEvents
     */
    public record Ports(LiveTails tails, LogReads reads) {}

    public TailSessions(
            Sessions sessions, Function<String, Reading> understanding, TailTools tools, TailSettings settings) {
        this.sessions = sessions;
        this.understanding = understanding;
        this.tools = tools;
        this.settings = settings;
    }

    /** Begins a tail in a folder of its own. It runs until it is closed. */
    public OpenTail open(SessionInfo info, TailPlan plan, Ports ports, Limits limits) {
        var store = sessions.create(info, limits);
        return tail(store, info, plan, ports);
    }

    /**
     * Goes on with one that had ended, by itself or by a kill: the time since is a gap, which the sweep closes.
     *
     * @param live whether Live Tail is wanted
     * @param retention as of a {@link TailPlan}
     */
    public OpenTail resume(String id, boolean live, Map<String, Duration> retention, Ports ports, Limits limits) {
        var known = sessions.info(id);
        var info = new SessionInfo(
                known.title(),
                known.connection(),
                known.account(),
                known.region(),
                known.endpoint(),
                known.groups(),
                known.pattern(),
                known.started(),
                null);
        var store = sessions.reopen(id, limits);
        try {
            sessions.save(id, info);
        } catch (RuntimeException e) {
            closeAfter(store, e);
            throw e;
        }
        return tail(store, info, new TailPlan(info.groups(), info.pattern(), null, live, retention), ports);
    }

    private OpenTail tail(LogStore store, SessionInfo info, TailPlan plan, Ports ports) {
        @Nullable LedgerFile file = null;
        try {
            file = LedgerFile.open(store.folder().resolve(LEDGER));
            var ledger = new Ledger(tools.clock(), file);
            file.replay(ledger);
            ledger.takeUp();
            var kept = count(store, ledger);
            var session = new TailSession(plan, ports, new StoreLog(store), ledger, understanding, tools, settings);
            kept.forEach(session::kept);
            var opened = new OpenTail(id(store), info, store, ledger, file, session, this::ended);
            open.add(opened);
            session.start();
            return opened;
        } catch (RuntimeException e) {
            if (file != null) {
                file.close();
            }
            closeAfter(store, e);
            throw e;
        }
    }

    /** Opens one that is over, as it was: nothing is asked of AWS, nothing is written. */
    public OpenTail read(String id, Limits limits) {
        var info = sessions.info(id);
        var store = sessions.reopen(id, limits);
        try {
            var now = new AtomicLong(Long.MAX_VALUE);
            var ledger = new Ledger(() -> Instant.ofEpochMilli(now.get()), record -> {});
            RecordFile.replay(store.folder().resolve(LEDGER), ledger::replay);
            var alive = ledger.lastAlive().orElse(info.started().toEpochMilli());
            now.set(alive);
            ledger.takeUp();
            if (!ledger.endedProperly()) {
                now.set(alive + ALIVE_WITHIN);
                info.groups()
                        .forEach(group -> ledger.leave(
                                group.arn(), new Span(alive, alive + ALIVE_WITHIN), Cause.NOT_RUNNING, null));
            }
            count(store, ledger);
            var opened = new OpenTail(id, info, store, ledger, null, null, open::remove);
            open.add(opened);
            return opened;
        } catch (RuntimeException e) {
            closeAfter(store, e);
            throw e;
        }
    }

    /** How many of each group are kept; told to the ledger too, which keeps no counts itself. */
    private static Map<String, Integer> count(LogStore store, Ledger into) {
        var counts = new HashMap<String, Integer>();
        for (long id = store.first(); id < store.next(); id++) {
            if (!store.withdrawn(id)) {
                var group = store.streamName(store.stream(id)).group();
                counts.merge(group, 1, Integer::sum);
                into.kept(group, store.timestamp(id), store.origin(id));
            }
        }
        return counts;
    }

    private void ended(OpenTail tail) {
        open.remove(tail);
        sessions.save(tail.id(), tail.info().ended(tools.clock().instant()));
    }

    private static void closeAfter(LogStore store, RuntimeException cause) {
        try {
            store.close();
        } catch (StoreException e) {
            cause.addSuppressed(e);
        }
    }

    private static String id(LogStore store) {
        Path name = store.folder().getFileName();
        return name == null ? "" : name.toString();
    }

    /** Every session on this disk, the newest first, with what it takes; those that are open too. */
    public List<Sessions.Stored> list() {
        return sessions.list();
    }

    /** Gives one another title. */
    public void title(String id, String title) {
        sessions.save(id, sessions.info(id).titled(title));
    }

    /** Deletes one from the disk; one that is open, here or elsewhere, is not. */
    public void delete(String id) {
        sessions.delete(id);
    }

    /** Those that are open here. */
    public List<OpenTail> opened() {
        return List.copyOf(open);
    }

    /** Ends all that are open here. */
    @Override
    public void close() {
        RuntimeException failed = null;
        for (var each : List.copyOf(open)) {
            try {
                each.close();
            } catch (StoreException e) {
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
