package io.atalaya.deployment;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of a deployment at one moment: each part with its own age and its own problem. Immutable; a new answer
 * makes a new deployment that shares all other parts.
 */
public final class Deployment {
    private final String region;
    private final @Nullable Caller caller;
    private final Map<Part<?>, Observed<?>> parts;
    /** Made when first asked for; made twice by two threads it is the same. */
    private volatile @Nullable DeploymentIndex index;

    private Deployment(String region, @Nullable Caller caller, Map<Part<?>, Observed<?>> parts) {
        this.region = region;
        this.caller = caller;
        this.parts = parts;
    }

    /** Nothing read yet. */
    public static Deployment empty(String region, @Nullable Caller caller) {
        return new Deployment(region, caller, Map.of());
    }

    public String region() {
        return region;
    }

    /** Who asks; null before sts answered. */
    public @Nullable Caller caller() {
        return caller;
    }

    /** A part with its age; never read and a cadence of zero where no source for it was ever started. */
    @SuppressWarnings("unchecked") // with() is the only way in and pairs the part with its own type
    public <T> Observed<Listing<T>> observed(Part<T> part) {
        var known = (Observed<Listing<T>>) parts.get(part);
        return known == null ? Observed.never(Duration.ZERO) : known;
    }

    /** The items of a part as last read; empty when it never was: ask {@link #observed} to tell the two apart. */
    public <T> List<T> items(Part<T> part) {
        var listing = observed(part).value();
        return listing == null ? List.of() : listing.items();
    }

    /** The deployment with this part replaced. */
    public <T> Deployment with(Part<T> part, Observed<Listing<T>> observed) {
        var copy = new java.util.HashMap<>(parts);
        copy.put(part, observed);
        return new Deployment(region, caller, Map.copyOf(copy));
    }

    public Deployment withCaller(Caller who) {
        return new Deployment(region, who, parts);
    }

    /** Look-ups over this snapshot, made once for everybody. */
    public DeploymentIndex index() {
        var known = index;
        if (known == null) {
            known = new DeploymentIndex(this);
            index = known;
        }
        return known;
    }

    /**
     * Whether these parts say the same in both snapshots, whatever their age: the same answer, the same problem. The refresh
     * loop keeps the answer that did not change, so this compares no lists.
     */
    public boolean saysSame(Deployment other, Collection<? extends Part<?>> some) {
        for (var part : some) {
            Observed<?> mine = observed(part);
            Observed<?> others = other.observed(part);
            if (mine != others
                    && (mine.value() != others.value() || !Objects.equals(mine.problem(), others.problem()))) {
                return false;
            }
        }
        return true;
    }

    /** The parts that have been asked for, in no order. */
    public Set<Part<?>> parts() {
        return parts.keySet();
    }
}
