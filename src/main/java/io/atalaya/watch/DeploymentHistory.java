package io.atalaya.watch;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Target;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What changed in a deployment while this console looked at it: the last 24 hours, at most {@value #MOST} changes. That a
 * value is old, or was not read, is no change. May be used from any thread.
 */
public final class DeploymentHistory {
    /** How far it goes back. */
    public static final Duration SPAN = Duration.ofHours(24);

    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Change> changes = new ArrayDeque<>();
    private final TargetStrips strips = new TargetStrips();
    /** Every part as it was last read completely. */
    private @Nullable Deployment baseline;

    public DeploymentHistory(InstantSource clock) {
        this.clock = clock;
    }

    /** Takes in a newer snapshot, and tells what is different in it. */
    public List<Change> observe(Deployment snapshot) {
        lock.lock();
        try {
            var before = baseline == null ? Deployment.empty(snapshot.region(), null) : baseline;
            var fresh = between(before, snapshot);
            fresh.forEach(changes::addLast);
            strips.observe(snapshot);
            var complete = before;
            for (var tracked : TrackedParts.ALL) {
                complete = keepComplete(complete, tracked.part(), snapshot);
            }
            baseline = complete;
            forget();
            return fresh;
        } finally {
            lock.unlock();
        }
    }

    /** What is different between two snapshots of a deployment, part by part; parts not read completely are passed over. */
    public static List<Change> between(Deployment before, Deployment after) {
        var found = new ArrayList<Change>();
        for (var tracked : TrackedParts.ALL) {
            found.addAll(tracked.between(before, after));
        }
        return List.copyOf(found);
    }

    /** All changes, newest first. */
    public List<Change> changes() {
        lock.lock();
        try {
            return List.copyOf(changes.reversed());
        } finally {
            lock.unlock();
        }
    }

    /** How a target was, oldest first; empty when it was never seen. */
    public List<TargetSpan> strip(Target target) {
        lock.lock();
        try {
            return strips.of(target);
        } finally {
            lock.unlock();
        }
    }

    /** Since when a target has been as it is; empty when it was never seen. */
    public Optional<TargetSpan> since(Target target) {
        var strip = strip(target);
        return strip.isEmpty() ? Optional.empty() : Optional.of(strip.getLast());
    }

    private static <T> Deployment keepComplete(Deployment kept, Part<T> part, Deployment snapshot) {
        Observed<Listing<T>> observed = snapshot.observed(part);
        var listing = observed.value();
        return listing == null || !listing.complete() || observed.equals(kept.observed(part))
                ? kept
                : kept.with(part, observed);
    }

    private void forget() {
        var since = clock.instant().minus(SPAN);
        while (!changes.isEmpty()
                && (changes.size() > MOST || changes.getFirst().at().isBefore(since))) {
            changes.removeFirst();
        }
        strips.forget(since);
    }
}
