package io.atalaya.ui.activity;

import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.operate.run.Actor;
import io.atalaya.operate.trail.TrailAct;
import io.atalaya.operate.trail.TrailMatch;
import io.atalaya.operate.trail.TrailRule;
import io.atalaya.operate.trail.TrailSearch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What CloudTrail says of the acts on screen. Asks only while the view is open: once for each act, again for those that are not
 * there yet, after pauses that grow with their age, and for all when a person asks. On the screen's thread, except for the asking.
 */
public final class ActivityTrail {
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(2);

    /** What has not come by then is not asked for again unless a person wants it. */
    private static final Duration LATEST = Duration.ofHours(6);

    /**
     * Who is asked.
     *
     * @param actor this deployment: of others nothing can be asked here
     * @param clock by which the journal is written
     * @param running AWS's request ids of the acts under way, which the journal does not have yet
     * @param since when this CloudTrail began, by that clock; null at AWS, where it was always there
     */
    public record Ports(
            TrailSearch search,
            Actor actor,
            InstantSource clock,
            Supplier<Set<String>> running,
            @Nullable Instant since) {}

    private final Ports ports;
    private final Executor background;
    private final Executor screen;
    private final Map<String, Known> matches = new HashMap<>();

    /** A verdict and the lines that it is on: of lines that say something else it says nothing. */
    private record Known(TrailMatch match, Lines lines) {}

    /** An act's lines, without their numbers. */
    private record Lines(JournalEntry intent, @Nullable JournalEntry end) {
        static Lines of(ActivityRow row) {
            return new Lines(row.intent(), row.end());
        }
    }

    /** Of the look that is under way; another number ends it. */
    private final AtomicInteger turn = new AtomicInteger();

    private @Nullable Runnable changed;
    private boolean open;
    private boolean asking;

    public ActivityTrail(Ports ports, Executor background, Executor screen) {
        this.ports = ports;
        this.background = background;
        this.screen = screen;
    }

    /** @param listener told when matches have come */
    void onChange(Runnable listener) {
        changed = listener;
    }

    /** The view is on screen: what was not answered for good is asked again. */
    void open() {
        open = true;
        matches.values().removeIf(known -> !isFinal(known.match()));
    }

    /** The view left the screen: the question that is under way is the last. */
    void close() {
        open = false;
        asking = false;
        turn.incrementAndGet();
    }

    /** Everything is asked anew. */
    void forget() {
        turn.incrementAndGet();
        asking = false;
        matches.clear();
    }

    /** Whether CloudTrail is being asked now. */
    boolean asking() {
        return asking;
    }

    /** What is known of an act; empty before the first answer, and while the act is under way. */
    Optional<TrailMatch> match(ActivityRow row) {
        return Optional.ofNullable(matches.get(row.operation()))
                .filter(known -> known.lines().equals(Lines.of(row)))
                .map(Known::match);
    }

    /**
     * Asks for those acts whose turn it is; returns at once.
     *
     * @param rows on screen
     * @param all of the journal: an event of one act is not another's
     * @param urgent whether a person waits for it
     */
    void look(List<ActivityRow> rows, List<ActivityRow> all, boolean urgent) {
        if (!open || asking) {
            return;
        }
        var now = ports.clock().instant();
        var due = new ArrayList<TrailAct>();
        var lines = new HashMap<String, Lines>();
        var isNews = false;
        // one question for all that are on their way, when the first of them is due
        var together = rows.stream().anyMatch(row -> isOnItsWay(row) && isDue(row, now));
        for (var row : rows) {
            if (row.ending() == ActivityRow.Ending.UNDER_WAY || !(isDue(row, now) || (together && isOnItsWay(row)))) {
                continue;
            }
            var known = beforehand(row, now);
            lines.put(row.operation(), Lines.of(row));
            if (known.isPresent()) {
                matches.put(row.operation(), new Known(known.get(), Lines.of(row)));
                isNews = true;
            } else {
                due.add(TrailAct.of(row.intent(), row.end()));
            }
        }
        if (!due.isEmpty()) {
            ask(new TrailSearch.Wish(due, others(all, lines.keySet()), urgent), lines);
        }
        if (isNews) {
            told();
        }
    }

    /** Ids of requests and events that belong to acts of the journal, or will: no other act's. */
    private Set<String> others(List<ActivityRow> all, Set<String> due) {
        var ids = new HashSet<>(ports.running().get());
        for (var row : all) {
            ids.addAll(row.requestIds());
            var match = due.contains(row.operation()) ? null : match(row).orElse(null);
            if (match != null && match.event() != null) {
                ids.add(match.event().eventId());
            }
        }
        return ids;
    }

    private void ask(TrailSearch.Wish wish, Map<String, Lines> lines) {
        asking = true;
        var mine = turn.incrementAndGet();
        try {
            background.execute(() -> {
                try {
                    ports.search().look(wish, found -> tell(mine, found, lines), () -> turn.get() == mine);
                } finally {
                    screen.execute(() -> ended(mine));
                }
            });
        } catch (RejectedExecutionException closing) {
            asking = false;
        }
    }

    private void tell(int of, Map<String, TrailMatch> found, Map<String, Lines> lines) {
        screen.execute(() -> {
            if (turn.get() == of) {
                found.forEach((operation, match) ->
                        matches.put(operation, new Known(match, Objects.requireNonNull(lines.get(operation)))));
                told();
            }
        });
    }

    private void ended(int of) {
        if (turn.get() == of) {
            asking = false;
            told();
        }
    }

    private void told() {
        if (changed != null) {
            changed.run();
        }
    }

    private boolean isOnItsWay(ActivityRow row) {
        return match(row)
                .filter(it -> it.verdict() == TrailMatch.Verdict.NOT_YET)
                .isPresent();
    }

    private boolean isDue(ActivityRow row, Instant now) {
        var known = matches.get(row.operation());
        if (known == null || !known.lines().equals(Lines.of(row))) {
            return true;
        }
        var asked = known.match().askedAt();
        return asked != null
                && pause(row, known.match(), asked)
                        .filter(it -> !now.isBefore(asked.plus(it)))
                        .isPresent();
    }

    /**
     * Until it is asked for again: a third of the act's age when it was asked for last, at least half a minute; so also for what
     * is missing, because CloudTrail has been late by hours; longer where AWS may answer later; empty where the answer stands until a person asks.
     */
    private static Optional<Duration> pause(ActivityRow row, TrailMatch match, Instant asked) {
        var age = Duration.between(row.at(), asked);
        var isLate = match.verdict() == TrailMatch.Verdict.MISSING && age.compareTo(LATEST) < 0;
        if (match.verdict() == TrailMatch.Verdict.NOT_YET || isLate) {
            var third = age.dividedBy(3);
            return Optional.of(third.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : third);
        }
        var problem = match.problem();
        return problem != null && problem.kind().retryable() ? Optional.of(AFTER_TROUBLE) : Optional.empty();
    }

    /** CloudTrail changes nothing that it has said. */
    private static boolean isFinal(TrailMatch match) {
        return Set.of(
                        TrailMatch.Verdict.FOUND,
                        TrailMatch.Verdict.IN_PART,
                        TrailMatch.Verdict.ALTERED,
                        TrailMatch.Verdict.NOTHING_SENT,
                        TrailMatch.Verdict.DECIDED_HERE)
                .contains(match.verdict());
    }

    /** Acts in other regions of the account can be asked for; it is the same caller's. */
    private boolean isHere(ActivityRow row) {
        return row.intent().account().equals(ports.actor().account())
                && Objects.equals(row.intent().endpoint(), ports.actor().endpoint());
    }

    private Optional<TrailMatch> beforehand(ActivityRow row, Instant now) {
        var since = ports.since();
        if (row.intent().kind() == JournalEntry.Kind.NOTED) {
            return TrailRule.beforehand(row.intent(), now);
        }
        if (!isHere(row)) {
            return Optional.of(TrailMatch.unasked(TrailMatch.Verdict.ELSEWHERE));
        }
        return since != null && row.at().isBefore(since)
                ? Optional.of(TrailMatch.unasked(TrailMatch.Verdict.BEFORE_TRAIL))
                : TrailRule.beforehand(row.intent(), now);
    }
}
