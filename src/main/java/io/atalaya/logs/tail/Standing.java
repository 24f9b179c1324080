package io.atalaya.logs.tail;

import io.atalaya.deployment.Problem;
import io.atalaya.logs.TailedGroup;
import io.atalaya.logs.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How each group is read at the moment, and why not in a better way. On any thread. */
final class Standing {
    private static final Duration FAULT_SHOWN = Duration.ofSeconds(30);

    private final TailTools tools;
    private final Ledger ledger;
    private final Intake intake;
    private final Edge edge;
    private final Map<String, Long> liveSince = new ConcurrentHashMap<>();
    private final Map<String, Problem> whyNotLive = new ConcurrentHashMap<>();
    private final Map<String, Problem> whyNotPolled = new ConcurrentHashMap<>();
    private volatile Predicate<String> polls = group -> false;
    private volatile @Nullable Problem fault;

    Standing(TailTools tools, Ledger ledger, Intake intake, Edge edge) {
        this.tools = tools;
        this.ledger = ledger;
        this.intake = intake;
        this.edge = edge;
    }

    /** Whether a group is polled is asked there. */
    void polls(Predicate<String> asked) {
        polls = asked;
    }

    /** Live Tail tells all of a group that is written since then. */
    void live(String group, long since) {
        whyNotLive.remove(group);
        whyNotPolled.remove(group);
        liveSince.put(group, since);
    }

    /** @param problem null where it only fell silent */
    void notLive(String group, @Nullable Problem problem) {
        liveSince.remove(group);
        if (problem != null) {
            whyNotLive.put(group, problem);
        }
    }

    void noneLive() {
        liveSince.clear();
    }

    void polled(String group) {
        whyNotPolled.remove(group);
    }

    void notPolled(String group, Problem problem) {
        whyNotPolled.put(group, problem);
    }

    /** Since when Live Tail should deliver all of a group, milliseconds since the epoch; the far future where it does not. */
    long liveSince(String group) {
        return liveSince.getOrDefault(group, Long.MAX_VALUE);
    }

    /** What this program itself did wrong is shown for a while. */
    void faulty(RuntimeException e) {
        fault = new Problem(
                Problem.Kind.FAULT,
                "logs:Tail",
                e.getClass().getSimpleName(),
                String.valueOf(e.getMessage()),
                null,
                null,
                tools.clock().instant());
    }

    TailStatus status(List<TailedGroup> groups, TailStatus.State state, int liveSessions, long billedSeconds) {
        var sweptTo = ledger.sweptTo();
        return new TailStatus(
                groups.stream().map(this::of).toList(),
                state,
                liveSessions,
                billedSeconds,
                intake.behindMillis(),
                sweptTo <= 0 ? null : Instant.ofEpochMilli(sweptTo));
    }

    private TailStatus.Group of(TailedGroup group) {
        var arn = group.arn();
        var broken = fault;
        if (broken != null
                && broken.at().plus(FAULT_SHOWN).isBefore(tools.clock().instant())) {
            broken = null;
        }
        var reason = broken == null ? whyNotPolled.getOrDefault(arn, whyNotLive.get(arn)) : broken;
        return new TailStatus.Group(arn, mode(arn), reason, intake.perSecond(arn), intake.shown(arn));
    }

    private TailStatus.Mode mode(String arn) {
        if (liveSince.containsKey(arn)) {
            return TailStatus.Mode.LIVE_TAIL;
        }
        if (edge.isDown(arn)) {
            return TailStatus.Mode.FAILING;
        }
        return polls.test(arn) ? TailStatus.Mode.POLLING : TailStatus.Mode.STARTING;
    }
}
