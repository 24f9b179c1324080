package io.atalaya.logs.tail;

import io.atalaya.deployment.Problem;
import io.atalaya.logs.LogEvent;
import io.atalaya.logs.ledger.Cause;
import io.atalaya.logs.ledger.Ledger;
import io.atalaya.logs.ledger.Span;
import io.atalaya.logs.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads again, behind the live edge, what was written: each span of each group when it has settled, and once more after the
 * last late arrival could have come; in between, oldest first, what was left behind. One call at a time, and of those only so
 * many a second; fewer while they fail.
 */
final class Sweep {
    /** A window is broken off after so many pages, and the next are shorter. */
    private static final int MOST_PAGES = 40;

    /** Of the shortest window; what has more has no end. */
    private static final int MOST_PAGES_OF_A_SECOND = 2_000;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT_OF_ALL = Duration.ofMinutes(1);
    /** What was not found is looked for again then. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

    /** What it asks and tells the tail. */
    interface Owner {
        /** Since when Live Tail should deliver all of a group, milliseconds since the epoch; the far future where it does not. */
        long liveSince(String group);

        /** What this program itself did wrong. */
        void faulty(RuntimeException e);
    }

    private enum Kind {
        FIRST,
        LAST,
        BEHIND
    }

    private record Job(Swept swept, Span span, Kind kind) {}

    private final LogReads reads;
    private final @Nullable String pattern;
    private final Intake intake;
    private final Ledger ledger;
    private final TailTools tools;
    private final TailSettings settings;
    private final Owner owner;
    private final List<Swept> groups;
    private final Swept.Patience all = new Swept.Patience();
    private final OneAtATime worker;
    private final Pace pace = new Pace();
    private final Object guard = new Object();
    private boolean running;
    private boolean behindNext;
    private double pagesPerRound;
    private long notBeforeNanos;

    Sweep(
            TailPlan plan,
            LogReads reads,
            Intake intake,
            Ledger ledger,
            TailTools tools,
            TailSettings settings,
            Owner owner) {
        this.reads = reads;
        this.pattern = plan.pattern();
        this.intake = intake;
        this.ledger = ledger;
        this.tools = tools;
        this.settings = settings;
        this.owner = owner;
        this.worker = new OneAtATime(tools.executor(), owner::faulty);
        this.groups = plan.groups().stream().map(Swept::new).toList();
        this.pagesPerRound = groups.size();
        this.notBeforeNanos = tools.nanos();
    }

    void start() {
        synchronized (guard) {
            running = true;
        }
    }

    void stop() {
        synchronized (guard) {
            running = false;
        }
        worker.breakOff();
    }

    /** The computer woke, or credentials were renewed: what failed may work now. */
    void woke() {
        synchronized (guard) {
            all.notBeforeNanos = tools.nanos();
            groups.forEach(swept -> swept.patience.notBeforeNanos = tools.nanos());
        }
    }

    /** Begins to read where something is due and nothing is under way. */
    void tick() {
        synchronized (guard) {
            if (!running || next().isEmpty()) {
                return;
            }
        }
        worker.run(this::work);
    }

    private void work() {
        for (var job = taken(); job.isPresent(); job = taken()) {
            run(job.get());
        }
    }

    private Optional<Job> taken() {
        synchronized (guard) {
            return running ? next() : Optional.empty();
        }
    }

    /** What is most urgent; the live edge and what lies behind take turns. */
    private Optional<Job> next() {
        var nanos = tools.nanos();
        if (nanos - notBeforeNanos < 0 || nanos - all.notBeforeNanos < 0) {
            return Optional.empty();
        }
        var edge = edge(nanos);
        var behind = behindNext || edge.isEmpty() ? behind(nanos) : Optional.<Job>empty();
        return behind.isPresent() ? behind : edge;
    }

    private boolean rests(Swept swept, long nanos) {
        return nanos - swept.patience.notBeforeNanos < 0;
    }

    private Optional<Job> edge(long nanos) {
        var now = tools.now();
        Job best = null;
        var most = 0L;
        for (var swept : groups) {
            if (rests(swept, nanos)) {
                continue;
            }
            var marks = ledger.marks(swept.group.arn());
            var settled = now - settings.settle().toMillis();
            if (settled - marks.seenTo() > settings.outage().toMillis()) {
                ledger.skipTo(swept.group.arn(), settled - every());
                marks = ledger.marks(swept.group.arn());
            }
            var first = settled - marks.seenTo();
            if (first >= every() && first > most) {
                most = first;
                best = new Job(swept, swept.window(marks.seenTo(), settled), Kind.FIRST);
            }
            var sure = Math.min(now - settings.late().toMillis(), marks.seenTo());
            var last = (sure - marks.sureTo()) / 3; // the first time matters more
            if (last >= every() && last > most) {
                most = last;
                best = new Job(swept, swept.window(marks.sureTo(), sure), Kind.LAST);
            }
        }
        return Optional.ofNullable(best);
    }

    /** The length of a round, such that the calls of a round fit into it. */
    private long every() {
        var calls = pagesPerRound * 4 / 3; // the last time takes three rounds in one
        return Math.max(settings.sweepEvery().toMillis(), (long) (1_000 * calls / callsPerSecond()));
    }

    private double callsPerSecond() {
        return settings.callsPerSecond() / pace.factor();
    }

    private Optional<Job> behind(long nanos) {
        Job oldest = null;
        for (var swept : groups) {
            if (rests(swept, nanos)) {
                continue;
            }
            var todo = ledger.todo(swept.group.arn());
            if (todo.isPresent() && (oldest == null || todo.get().from() < oldest.span.from())) {
                if (ledger.isAskedFor(swept.group.arn(), todo.get())) {
                    swept.narrowing.forget(todo.get());
                }
                oldest = new Job(
                        swept, swept.window(todo.get().from(), todo.get().to()), Kind.BEHIND);
            }
        }
        return Optional.ofNullable(oldest);
    }

    private void run(Job job) {
        var swept = job.swept;
        if (swept.narrowing.isHole(job.span)) {
            ledger.unreadable(swept.group.arn(), job.span, isLast(job, tools.now()), null);
            return;
        }
        if (job.kind == Kind.BEHIND && isTooMuch(swept, job.span)) {
            return;
        }
        behindNext = job.kind != Kind.BEHIND;
        var read = read(job);
        synchronized (guard) {
            notBeforeNanos = tools.nanos() + (long) (read.pages / callsPerSecond() * 1e9);
            if (!running) {
                return;
            }
        }
        var whole = read.problem == null && !read.broken;
        try {
            var changed = intake.compare(
                    swept.group.arn(), job.span, read.events, read.at, owner.liveSince(swept.group.arn()), whole);
            if (!changed.finished()) {
                return; // what was not compared must not be called confirmed
            }
        } catch (StoreException e) { // a full disk is not helped by asking AWS again and again
            rest(all, LONGEST_WAIT_OF_ALL);
            throw e;
        }
        if (read.problem != null) {
            if (!narrowed(job, read.problem)) {
                failed(job, read.problem);
            }
        } else {
            learn(swept, job, read);
            if (whole) {
                swept.narrowing.passed(job.span);
                passed(job, read.at);
            }
        }
    }

    /**
     * One byte that is no UTF-8 makes a whole page unreadable, for whoever reads JSON as it is defined. What lies beside it in time
     * is read in shorter windows; the shortest that cannot be is left, and that is said.
     */
    private boolean narrowed(Job job, Problem problem) {
        if (problem.kind() != Problem.Kind.MALFORMED) {
            return false;
        }
        return switch (job.swept.narrowing.failed(job.span)) {
            case PERHAPS_CUT -> false;
            case SHORTER -> true;
            case HOLE -> {
                ledger.unreadable(job.swept.group.arn(), job.span, isLast(job, tools.now()), Causes.detail(problem));
                yield true;
            }
        };
    }

    private boolean isLast(Job job, long readAt) {
        return job.kind == Kind.LAST
                || job.span.to() <= readAt - settings.late().toMillis();
    }

    /** What a window gave. */
    private record Got(
            List<LogEvent> events,
            int pages,
            long at,
            boolean broken,
            @Nullable Problem problem) {}

    private Got read(Job job) {
        var at = tools.now();
        var events = new ArrayList<LogEvent>();
        Set<String> ids = new HashSet<>();
        String token = null;
        var pages = 0;
        do {
            var query = new LogReads.Query(job.swept.group, job.span.from(), job.span.to(), pattern, token, false);
            pages++;
            switch (worker.waitFor(() -> reads.read(query))) {
                case LogReads.Answer.Failed failed -> {
                    return new Got(events, pages, at, false, failed.problem());
                }
                case LogReads.Answer.Page page -> {
                    pace.answered();
                    events.addAll(PollFeed.fresh(page, ids));
                    token = page.after(token);
                }
            }
            var most = job.span.length() > Swept.SHORTEST ? MOST_PAGES : MOST_PAGES_OF_A_SECOND;
            if (pages >= most && token != null) {
                return new Got(events, pages, at, true, null);
            }
        } while (token != null);
        return new Got(events, pages, at, false, null);
    }

    /** How many pages a stretch of this group takes, mostly by the last window. */
    private void learn(Swept swept, Job job, Got got) {
        var seen = (got.broken ? 4.0 : 1.0) * got.pages / Math.max(1, job.span.length());
        if (got.pages > 1 || swept.pagesPerMilli > 0) {
            swept.pagesPerMilli = got.broken ? seen : (swept.pagesPerMilli + seen) / 2;
        }
        if (job.kind == Kind.FIRST) {
            var share = 1.0 / groups.size();
            pagesPerRound = pagesPerRound * (1 - share) + got.pages;
        }
        if (job.kind == Kind.BEHIND) {
            swept.pagesOfGap += got.pages;
        }
    }

    private void passed(Job job, long readAt) {
        var swept = job.swept;
        var arn = swept.group.arn();
        var sureTo = readAt - settings.late().toMillis();
        var last = isLast(job, readAt);
        if (job.kind == Kind.BEHIND && !last) { // a part of it is young: once more when it is old
            var young = new Span(Math.max(job.span.from(), sureTo), job.span.to());
            if (young.from() > job.span.from()) {
                ledger.passed(arn, new Span(job.span.from(), young.from()), true);
            }
            ledger.passed(arn, young, false);
            ledger.again(arn, young, young.to() - sureTo);
        } else {
            ledger.passed(arn, job.span, last);
        }
        if (last && ledger.markDoubts(arn, job.span)) {
            ledger.lookAgain(arn, job.span, LOOK_AGAIN.toMillis());
        }
        synchronized (guard) {
            swept.patience.failures = 0;
            all.failures = 0;
        }
        if (swept.gap >= 0) {
            ledger.end(swept.gap, Math.max(job.span.to(), ledger.marks(arn).seenTo()));
            swept.gap = -1;
            swept.gapCause = null;
        }
    }

    private void failed(Job job, Problem problem) {
        var swept = job.swept;
        var cause = Causes.of(problem);
        var ofAll = Causes.isOfAll(problem);
        pace.failed(problem);
        rest(ofAll ? all : swept.patience, ofAll ? LONGEST_WAIT_OF_ALL : LONGEST_WAIT);
        if (Math.max(all.failures, swept.patience.failures) < 2
                && problem.kind().retryable()) {
            return; // a single failure leaves the minute unconfirmed a moment longer
        }
        for (var each : ofAll ? groups : List.of(swept)) {
            if (each.gapCause != cause) {
                var arn = each.group.arn();
                var from = each == swept ? job.span.from() : ledger.marks(arn).seenTo();
                if (each.gap >= 0) {
                    ledger.end(each.gap, Math.max(from, tools.now()));
                }
                each.gap = ledger.open(arn, from, cause, true, Causes.detail(problem));
                each.gapCause = cause;
            }
        }
    }

    private void rest(Swept.Patience patience, Duration longest) {
        synchronized (guard) {
            patience.failures++;
            var wait = tools.backOff(FIRST_WAIT, longest, patience.failures);
            patience.notBeforeNanos = tools.nanos() + wait.toNanos();
        }
    }

    /** Leaves to Logs Insights what would take too long. */
    private boolean isTooMuch(Swept swept, Span window) {
        var rest = ledger.todo(swept.group.arn()).orElse(window);
        var goesOn = swept.rereading != null && swept.rereading.to() == rest.to();
        if (!goesOn) {
            swept.pagesOfGap = 0;
        }
        swept.rereading = rest;
        var pages = swept.pagesOfGap + swept.pagesPerMilli * rest.length();
        if (pages <= settings.gapPages() || ledger.isAskedFor(swept.group.arn(), window)) {
            return false;
        }
        ledger.leave(swept.group.arn(), rest, Cause.THROTTLED, null);
        swept.pagesOfGap = 0;
        return true;
    }
}
