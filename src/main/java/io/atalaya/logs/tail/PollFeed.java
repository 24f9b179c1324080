package io.atalaya.logs.tail;

import io.atalaya.deployment.Problem;
import io.atalaya.logs.LogEvent;
import io.atalaya.logs.TailedGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Groups that Live Tail does not tell, asked for what is new one after another, again and again. */
final class PollFeed {
    /** Of one round and group: some 400,000 events. */
    private static final int MOST_PAGES = 40;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    /** At the default share of the quota one call a second is to be had, and the sweep wants some. */
    private static final Duration ROOM = Duration.ofSeconds(2);

    /** What it tells the tail; without its lock. */
    interface Owner {
        /** All written until shortly before {@code to} is here. */
        void polled(String group, long to);

        void failed(String group, long since, Problem problem);

        /** So much was written that it goes on at the live edge: the sweep has to read the span. */
        void skipped(String group, long from, long to);
    }

    private static final class Polled {
        private final TailedGroup group;
        private long to;
        private long dueNanos;
        private int failures;

        private Polled(TailedGroup group, long to, long dueNanos) {
            this.group = group;
            this.to = to;
            this.dueNanos = dueNanos;
        }
    }

    private final LogReads reads;
    private final @Nullable String pattern;
    private final Intake intake;
    private final TailTools tools;
    private final TailSettings settings;
    private final Owner owner;
    private final Map<String, Polled> groups = new LinkedHashMap<>();
    private final OneAtATime worker;
    private final Pace pace = new Pace();

    PollFeed(
            LogReads reads,
            @Nullable String pattern,
            Intake intake,
            TailTools tools,
            TailSettings settings,
            Owner owner,
            Consumer<RuntimeException> faults) {
        this.reads = reads;
        this.pattern = pattern;
        this.intake = intake;
        this.tools = tools;
        this.settings = settings;
        this.owner = owner;
        this.worker = new OneAtATime(tools.executor(), faults);
    }

    /** From now on polls a group, for what was written since {@code since}. */
    synchronized void add(TailedGroup group, long since) {
        groups.putIfAbsent(group.arn(), new Polled(group, since, tools.nanos()));
    }

    synchronized void remove(TailedGroup group) {
        groups.remove(group.arn());
    }

    void stop() {
        synchronized (this) {
            groups.clear();
        }
        worker.breakOff();
    }

    /** The network may be there again. */
    synchronized void woke() {
        groups.values().forEach(polled -> polled.dueNanos = tools.nanos());
    }

    synchronized boolean polls(String group) {
        return groups.containsKey(group);
    }

    /** Starts a round where one is due and none under way. */
    void tick() {
        synchronized (this) {
            if (next() == null) {
                return;
            }
        }
        worker.run(this::round);
    }

    private void round() {
        for (var polled = taken(); polled != null; polled = taken()) {
            poll(polled);
        }
    }

    private synchronized @Nullable Polled taken() {
        var polled = next();
        if (polled != null) {
            polled.dueNanos = tools.nanos() + every().toNanos();
        }
        return polled;
    }

    private Duration every() {
        var crowded = settings.callsPerSecond() >= 1 ? Duration.ZERO : ROOM.multipliedBy(groups.size());
        var longer = crowded.compareTo(settings.pollEvery()) > 0 ? crowded : settings.pollEvery();
        return Duration.ofMillis((long) (longer.toMillis() * pace.factor()));
    }

    /** The one that has waited longest. */
    private @Nullable Polled next() {
        Polled first = null;
        for (var polled : groups.values()) {
            if (tools.nanos() - polled.dueNanos >= 0 && (first == null || polled.dueNanos - first.dueNanos < 0)) {
                first = polled;
            }
        }
        return first;
    }

    private void poll(Polled polled) {
        var arn = polled.group.arn();
        var now = tools.now();
        var from = polled.to;
        if (now - from > settings.outage().toMillis()) {
            owner.skipped(arn, from, now - settings.pollOverlap().toMillis());
            from = now;
        }
        from -= settings.pollOverlap().toMillis();
        var feed = intake.newFeed();
        Set<String> ids = new HashSet<>();
        String token = null;
        var pages = 0;
        do {
            pages++;
            var query = new LogReads.Query(polled.group, from, now + 1, pattern, token, true);
            switch (worker.waitFor(() -> reads.read(query))) {
                case LogReads.Answer.Failed failed -> {
                    if (polls(arn)) {
                        failed(polled, failed.problem());
                    }
                    return;
                }
                case LogReads.Answer.Page page -> {
                    pace.answered();
                    if (!polls(arn)) {
                        return;
                    }
                    intake.arrived(feed, fresh(page, ids));
                    token = page.after(token);
                }
            }
        } while (token != null && pages < MOST_PAGES);
        if (token != null) { // too much for one round: the sweep reads it, and the other groups have their turn
            owner.skipped(arn, from, now);
        }
        synchronized (this) {
            polled.to = now;
            polled.failures = 0;
        }
        owner.polled(arn, now);
    }

    /** Pages may overlap; events that are alike and have ids of their own are several. */
    static List<LogEvent> fresh(LogReads.Answer.Page page, Set<String> ids) {
        var fresh = new ArrayList<LogEvent>(page.events().size());
        for (int i = 0; i < page.events().size(); i++) {
            var id = i < page.eventIds().size() ? page.eventIds().get(i) : "";
            if (id.isEmpty() || ids.add(id)) {
                fresh.add(page.events().get(i));
            }
        }
        return fresh;
    }

    private void failed(Polled polled, Problem problem) {
        pace.failed(problem);
        var since = polled.to;
        synchronized (this) {
            polled.failures++;
            if (polled.failures > 1 && problem.kind() == Problem.Kind.MALFORMED) {
                // what cannot be read stays so: the sweep finds its way around it, here it goes on behind
                polled.to = tools.now() + settings.pollOverlap().toMillis();
            }
            var wait = tools.backOff(every(), LONGEST_WAIT, polled.failures + 1);
            polled.dueNanos = tools.nanos() + wait.toNanos();
            if (Causes.isOfAll(problem)) { // nobody else needs to find that out
                groups.values().stream()
                        .filter(other -> other.dueNanos - polled.dueNanos < 0)
                        .forEach(other -> other.dueNanos = polled.dueNanos + other.failures);
            }
        }
        owner.failed(polled.group.arn(), since, problem);
        if (Causes.isOfAll(problem)) {
            for (var other : others(polled)) {
                owner.failed(other.group.arn(), other.to, problem);
            }
        }
    }

    private synchronized List<Polled> others(Polled failed) {
        return groups.values().stream().filter(other -> other != failed).toList();
    }
}
