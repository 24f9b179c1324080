package io.atalaya.operate.trail;

import io.atalaya.deployment.Problem;
import io.atalaya.deployment.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Who changed security groups, network ACLs and route tables, as CloudTrail tells. Asked when somebody looks, by the names of the
 * operations, for all resources of a kind at once; what was told stands for some minutes. One for each connection, from any thread.
 */
public final class PerimeterTrail {
    /** Events come minutes late: who asks more often learns nothing. */
    private static final Duration STANDS = Duration.ofMinutes(2);

    /** What of it there is to ask. */
    public static final Set<ResourceType> KINDS =
            Set.of(ResourceType.SECURITY_GROUP, ResourceType.NETWORK_ACL, ResourceType.ROUTE_TABLE);

    /**
     * What is known of one kind.
     *
     * @param touches newest first
     * @param complete whether these are all of {@link TrailRule#KEPT}
     * @param problem why CloudTrail did not answer; null where it did
     * @param askedAt null before it was asked
     */
    public record Told(
            List<PerimeterTouch> touches,
            boolean complete,
            @Nullable Problem problem,
            @Nullable Instant askedAt,
            boolean asking) {
        static final Told NOTHING = new Told(List.of(), false, null, null, false);

        public Told {
            touches = List.copyOf(touches);
        }
    }

    private final Trail trail;
    private final String region;
    private final InstantSource clock;
    private final Executor background;
    private final Map<ResourceType, Told> told = new EnumMap<>(ResourceType.class);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** @param background where CloudTrail is waited for */
    public PerimeterTrail(Trail trail, String region, InstantSource clock, Executor background) {
        this.trail = trail;
        this.region = region;
        this.clock = clock;
        this.background = background;
    }

    /** What is known now of one of {@link #KINDS}; asks nobody. */
    public synchronized Told of(ResourceType kind) {
        return told.getOrDefault(kind, Told.NOTHING);
    }

    /** Asks what is not known or too old; returns at once. */
    public void look(Set<ResourceType> kinds) {
        for (var kind : kinds) {
            if (PerimeterTouch.NAMES.containsKey(kind) && begin(kind)) {
                try {
                    background.execute(() -> ask(kind));
                } catch (RejectedExecutionException closing) {
                    end(kind, Told.NOTHING);
                }
            }
        }
    }

    /**
     * Tells a listener of changes.
     *
     * @param listener told on any thread; must be quick
     * @return run it to be told no more
     */
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private synchronized boolean begin(ResourceType kind) {
        var known = of(kind);
        var asked = known.askedAt();
        if (known.asking() || (asked != null && clock.instant().isBefore(asked.plus(STANDS)))) {
            return false;
        }
        told.put(kind, new Told(known.touches(), known.complete(), known.problem(), asked, true));
        return true;
    }

    private void ask(ResourceType kind) {
        var touches = new ArrayList<PerimeterTouch>();
        var complete = true;
        Problem problem = null;
        var at = clock.instant();
        for (var name : PerimeterTouch.NAMES.getOrDefault(kind, List.of())) {
            var query = new Trail.Query(region, name, at.minus(TrailRule.KEPT), null, Set.of(), false);
            switch (trail.lookUp(query)) {
                case Trail.Answer.Events it -> {
                    complete &= it.complete();
                    it.events().forEach(each -> PerimeterTouch.read(kind, each).ifPresent(touches::add));
                }
                case Trail.Answer.Failed it -> problem = it.problem();
            }
            if (problem != null) {
                break; // what is denied for one name is denied for all
            }
        }
        touches.sort(
                Comparator.comparing((PerimeterTouch each) -> each.event().at()).reversed());
        end(kind, new Told(touches, complete && problem == null, problem, at, false));
    }

    private void end(ResourceType kind, Told now) {
        synchronized (this) {
            told.put(kind, now);
        }
        listeners.forEach(Runnable::run);
    }
}
