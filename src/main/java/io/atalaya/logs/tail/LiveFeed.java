package io.atalaya.logs.tail;

import io.atalaya.deployment.Problem;
import io.atalaya.logs.LogEvent;
import io.atalaya.logs.TailedGroup;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Up to ten groups by Live Tail: opened, watched for silence, renewed with an overlap before CloudWatch ends it, opened again
 * after an end. Where it is refused, or does not last, it says so and tries again later.
 */
final class LiveFeed implements LiveConnection.Owner {
    /** Ends in a row, none of the sessions of any use, after which polling takes over. */
    static final int ENOUGH = 3;

    private static final int USEFUL_UPDATES = 20;
    private static final int TRUSTED_UPDATES = 3;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_AGAIN = Duration.ofMinutes(30);

    /** What it tells the tail; under its lock, and quick. */
    interface Owner {
        void told(LiveFeed feed, int by, List<LogEvent> events, boolean sampled);

        /** Events arrive, and all written since then will. */
        void up(LiveFeed feed, long since);

        /** Nothing arrives since then; null: the connection fell silent. */
        void down(LiveFeed feed, long since, @Nullable Problem problem);

        /** It tries again later; meanwhile somebody else must read. */
        void gaveUp(LiveFeed feed, long since, Problem problem);
    }

    final List<TailedGroup> groups;
    private final @Nullable String pattern;
    private final LiveTails tails;
    private final Intake intake;
    private final TailTools tools;
    private final TailSettings settings;
    private final Owner owner;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable LiveConnection current;
    private @Nullable LiveConnection next;
    private long nextFirstHeard;
    private long dueNanos;
    private boolean due;
    private boolean running;
    private boolean live;
    private boolean givenUp;
    private int failures;
    private int surrenders;
    private long billedNanos;

    LiveFeed(
            List<TailedGroup> groups,
            @Nullable String pattern,
            LiveTails tails,
            Intake intake,
            TailTools tools,
            TailSettings settings,
            Owner owner) {
        this.groups = List.copyOf(groups);
        this.pattern = pattern;
        this.tails = tails;
        this.intake = intake;
        this.tools = tools;
        this.settings = settings;
        this.owner = owner;
    }

    void start() {
        lock.lock();
        try {
            running = true;
            failures = 0;
            surrenders = 0;
            givenUp = false;
            due = false;
            current = connect();
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        lock.lock();
        try {
            running = false;
            live = false;
            drop(current);
            drop(next);
            current = null;
            next = null;
        } finally {
            lock.unlock();
        }
    }

    /** The computer slept: what was open is dead, though nobody has noticed. */
    void woke() {
        lock.lock();
        try {
            if (running && current != null) {
                lost(current, current.heardMillis(), null);
            }
            failures = 0;
            dueNanos = tools.nanos();
        } finally {
            lock.unlock();
        }
    }

    /** What waits after an end is tried at once. */
    void retryNow() {
        lock.lock();
        try {
            failures = 0;
            dueNanos = tools.nanos();
        } finally {
            lock.unlock();
        }
    }

    private LiveConnection connect() {
        var connection = new LiveConnection(intake.newFeed(), tools, this);
        connection.opened(tails.open(groups, pattern, connection));
        return connection;
    }

    private void drop(@Nullable LiveConnection connection) {
        if (connection != null) {
            billedNanos += connection.ageNanos();
            connection.close();
        }
    }

    /** Looks after silence, renewal and what is due. */
    void tick() {
        lock.lock();
        try {
            if (!running) {
                return;
            }
            var open = current;
            if (open == null) {
                if (due && tools.nanos() - dueNanos >= 0) {
                    due = false;
                    current = connect();
                }
                return;
            }
            var patience = open.updates() == 0 ? settings.opening() : settings.silence();
            if (open.isOver()) {
                lost(open, open.heardMillis(), open.why());
            } else if (open.silentNanos() > patience.toNanos()) {
                lost(open, open.heardMillis(), null);
            } else {
                renew(open);
            }
        } finally {
            lock.unlock();
        }
    }

    private void renew(LiveConnection open) {
        var young = next;
        if (young == null) {
            if (open.ageNanos() > settings.renewAfter().toNanos() && tools.nanos() - dueNanos >= 0) {
                next = connect();
                nextFirstHeard = 0;
            }
        } else if (young.updates() > 0
                && tools.nanos() - nextFirstHeard > settings.overlap().toNanos()) {
            current = young;
            next = null;
            drop(open);
        } else if (young.isOver() || young.silentNanos() > settings.opening().toNanos()) {
            next = null;
            drop(young);
            dueNanos = tools.nanos() + LONGEST_WAIT.toNanos();
        }
    }

    @Override
    public void updated(LiveConnection connection, List<LogEvent> events, boolean sampled) {
        lock.lock();
        try {
            if (!running || (connection != current && connection != next)) {
                return;
            }
            if (connection == next && connection.updates() == 1) {
                nextFirstHeard = tools.nanos();
            }
            if (connection == current && connection.updates() >= (givenUp ? TRUSTED_UPDATES : 1) && !live) {
                live = true;
                givenUp = false;
                owner.up(this, tools.now());
            }
            if (connection.updates() == USEFUL_UPDATES) {
                failures = 0;
                surrenders = 0;
            }
        } finally {
            lock.unlock();
        }
        owner.told(this, connection.feed, events, sampled);
    }

    @Override
    public void ended(LiveConnection connection, @Nullable Problem problem) {
        lock.lock();
        try {
            if (!running) {
                return;
            }
            if (connection == next) {
                next = null;
                drop(connection);
                dueNanos = tools.nanos() + LONGEST_WAIT.toNanos();
            } else if (connection == current) {
                lost(connection, connection.heardMillis(), problem);
            }
        } finally {
            lock.unlock();
        }
    }

    private void lost(LiveConnection connection, long since, @Nullable Problem problem) {
        drop(connection);
        current = null;
        var young = next;
        if (young != null && young.updates() > 0) { // the next one is there already
            current = young;
            next = null;
            return;
        }
        drop(young);
        next = null;
        live = false;
        failures++;
        due = true;
        if (givenUp) {
            surrender(problem == null ? silent() : problem, since, false);
        } else if (problem != null && Causes.isRefusal(problem)) {
            surrender(problem, since, true);
        } else if (failures >= ENOUGH) {
            surrender(problem == null ? silent() : problem, since, true);
        } else {
            owner.down(this, since, problem);
            dueNanos = tools.nanos()
                    + tools.backOff(FIRST_WAIT, LONGEST_WAIT, failures).toNanos();
        }
    }

    private void surrender(Problem problem, long since, boolean tell) {
        surrenders++;
        givenUp = true;
        dueNanos = tools.nanos()
                + tools.backOff(settings.liveAgain(), longest(), surrenders).toNanos();
        if (tell) {
            owner.down(this, since, problem);
            owner.gaveUp(this, since, problem);
        }
    }

    private Duration longest() {
        return settings.liveAgain().compareTo(LONGEST_AGAIN) > 0 ? settings.liveAgain() : LONGEST_AGAIN;
    }

    private Problem silent() {
        return new Problem(
                Problem.Kind.TIMEOUT,
                "logs:StartLiveTail",
                "Silent",
                "no update for " + settings.silence().toMillis() + " ms",
                null,
                null,
                tools.clock().instant());
    }

    /** How many sessions are open. */
    int sessions() {
        lock.lock();
        try {
            return (current == null ? 0 : 1) + (next == null ? 0 : 1);
        } finally {
            lock.unlock();
        }
    }

    /** Of all its sessions, those that are over too. */
    long billedSeconds() {
        lock.lock();
        try {
            var nanos = billedNanos;
            nanos += current == null ? 0 : current.ageNanos();
            nanos += next == null ? 0 : next.ageNanos();
            return TimeUnit.NANOSECONDS.toSeconds(nanos);
        } finally {
            lock.unlock();
        }
    }
}
