package io.atalaya.ui.wall;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.noc.items.Board;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether this console sees. A wall that shows old values as if they were new is worse than none.
 *
 * @param why it does not; null while it does
 * @param newest when AWS last answered about anything that matters; null when never
 * @param blind what of it is only last known while the rest is current
 * @param unanswered what of it was never answered while the rest was
 */
record Sight(@Nullable Why why, @Nullable Instant newest, List<Part<?>> blind, List<Part<?>> unanswered) {
    /** Why it cannot see. */
    enum Why {
        /** Nothing was answered yet. */
        STARTING,
        CREDENTIALS,
        /** No answer for longer than two cadences of everything that matters. */
        OLD,
        /** AWS answers, and what is shown is not made of it. */
        NO_BOARD
    }

    /** What decides whether requests are served, and what tells of trouble. */
    static final List<Part<?>> MATTERS = List.of(
            Parts.TARGETS, Parts.INSTANCES, Parts.LOAD_BALANCERS, Parts.DATABASES, Parts.ALARMS, Parts.NOC_SERIES);

    Sight {
        blind = List.copyOf(blind);
        unanswered = List.copyOf(unanswered);
    }

    /**
     * As {@link #of(Deployment, WallHealth, Instant)}; and a board that stands still is none, nor is one that never came.
     *
     * @param boardAt of which moment the board speaks; null before the first
     * @param begun since when one is waited for
     */
    static Sight of(Deployment deployment, WallHealth health, @Nullable Instant boardAt, Instant begun, Instant now) {
        var sight = of(deployment, health, now);
        var since = boardAt == null ? begun : boardAt;
        return sight.sees() && Duration.between(since, now).compareTo(Board.MADE_AGAIN_WITHIN) > 0
                ? new Sight(Why.NO_BOARD, boardAt == null ? sight.newest() : boardAt, sight.blind(), sight.unanswered())
                : sight;
    }

    static Sight of(Deployment deployment, WallHealth health, Instant now) {
        var newest = MATTERS.stream()
                .map(it -> deployment.observed(it).askedAt())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        var read = MATTERS.stream()
                .filter(it -> deployment.observed(it).askedAt() != null)
                .toList();
        var blind = read.stream()
                .filter(it -> deployment.observed(it).freshness(now) == Freshness.LAST_KNOWN)
                .toList();
        var unanswered = MATTERS.stream().filter(it -> !read.contains(it)).toList();
        if (health.credentials().left(now).filter(Duration::isZero).isPresent() || expired(deployment)) {
            return new Sight(Why.CREDENTIALS, newest, blind, unanswered);
        }
        if (read.isEmpty()) {
            return new Sight(Why.STARTING, null, List.of(), unanswered);
        }
        return new Sight(blind.size() == read.size() ? Why.OLD : null, newest, blind, unanswered);
    }

    private static boolean expired(Deployment deployment) {
        return MATTERS.stream()
                .map(it -> deployment.observed(it).problem())
                .filter(Objects::nonNull)
                .map(Problem::kind)
                .anyMatch(it -> it == Problem.Kind.EXPIRED || it == Problem.Kind.NO_CREDENTIALS);
    }

    /** Whether all that matters is current. */
    boolean seesAll() {
        return sees() && blind.isEmpty() && unanswered.isEmpty();
    }

    boolean sees() {
        return why == null;
    }
}
