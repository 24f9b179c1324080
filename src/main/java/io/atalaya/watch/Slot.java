package io.atalaya.watch;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the loop remembers of one source. Mutable, guarded by the loop's lock. */
final class Slot<T> {
    final Source<T> source;
    /** When it is due; the beginning of time before the first read. */
    Instant due = Instant.MIN;

    Scheduler.@Nullable Timer timer;

    @Nullable
    Flight<T> flight;
    /** A probe without an answer, beside which another was sent: whichever answers first counts. */
    @Nullable
    Flight<T> late;
    /** Why the last attempt failed; null when it succeeded. */
    @Nullable
    Problem failure;

    @Nullable
    Duration lastTook;

    /** When the first of the failures in a row was asked. */
    @Nullable
    Instant failingSince;
    /** When the last read was asked that AWS answered to the end. */
    @Nullable
    Instant answeredAt;
    /** Where another source finds out for it when the trouble is over; null when it finds out by itself. */
    @Nullable
    Herd follows;

    int failures;
    /** Whether the last failure was not of the whole read. */
    boolean failedInPart;

    int watchers;
    boolean attempted;
    /** Whether a read came to its end, even if one of its questions failed. */
    boolean read;
    /** A person wants it now. */
    boolean clicked;
    /** Counts plans: a timer that fires although it was replaced has an older number. */
    long plan;

    Slot(Source<T> source) {
        this.source = source;
    }

    Part<T> part() {
        return source.part();
    }

    /**
     * With how many questions the next read begins: one when none was answered, and two when only some were, for one alone may
     * be in a trouble of its own; zero when nothing failed.
     */
    int scouts() {
        if (failures == 0) {
            return 0;
        }
        return failedInPart ? 2 : 1;
    }

    String service() {
        return BackOff.service(call());
    }

    /** The call a problem is named after where nothing says it better. */
    String call() {
        return source.calls().stream().sorted().findFirst().orElse(part().id());
    }

    /** There is no next read until another plan is made. */
    void unplan() {
        plan++;
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    /** Gives up the read under way, if there is one. */
    boolean cancelFlight() {
        cancelLate();
        if (flight == null) {
            return false;
        }
        flight.cancel();
        if (flight.watchdog != null) {
            flight.watchdog.cancel();
        }
        flight = null;
        return true;
    }

    void cancelLate() {
        if (late != null) {
            late.cancel();
            late = null;
        }
    }

    /**
     * A read came to its end.
     *
     * @param sent how many requests it took; none says nothing about AWS
     */
    void answered(Instant asked, int sent) {
        attempted = true;
        read = true;
        answeredAt = sent > 0 ? asked : answeredAt;
        failures = 0;
        failure = null;
        failingSince = null;
        follows = null;
    }

    /** A read failed that was asked then, or a part of it. */
    void failed(Instant asked, boolean inPart) {
        attempted = true;
        failedInPart = inPart;
        failures++;
        failingSince = failingSince == null ? asked : failingSince;
    }

    /** Says that it cannot ask because of another source. Not offered there means not to be had here. */
    Problem blockedBy(Problem cause) {
        return new Problem(
                cause.kind() == Problem.Kind.NOT_OFFERED ? cause.kind() : Problem.Kind.BLOCKED,
                call(),
                cause.call(),
                cause.message(),
                cause.requestId(),
                cause.missingAction(),
                cause.at());
    }

    /** The same deployment with this part never read, but with its cadence. */
    Deployment declare(Deployment deployment) {
        return deployment.with(part(), Observed.never(source.cadence()));
    }

    Deployment failed(Deployment deployment, Problem problem, Instant attemptedAt) {
        return deployment.with(part(), deployment.observed(part()).failed(problem, attemptedAt));
    }

    SourceStatus status(boolean active, Set<Part<?>> waitsFor) {
        return new SourceStatus(
                part(),
                source.calls(),
                source.cadence(),
                active,
                flight == null ? null : flight.startedAt(),
                flight == null ? 0 : flight.pages(),
                timer == null || flight != null ? null : due,
                waitsFor,
                failures,
                lastTook);
    }
}
