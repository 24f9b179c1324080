package io.atalaya.deployment.databases;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a database stores, what it may store, and when that ends.
 *
 * @param usedGib null where nothing was measured
 * @param allocatedGib 0 where storage is a cluster's and grows by itself
 * @param maximumGib up to where storage autoscaling adds room; null where it is off
 * @param growth null where the data does not reach back far enough
 * @param measuredAt when {@code usedGib} was so; null where nothing was measured
 */
public record StorageOutlook(
        @Nullable Double usedGib,
        int allocatedGib,
        @Nullable Integer maximumGib,
        @Nullable Growth growth,
        @Nullable Instant measuredAt) {
    /** Storage autoscaling begins when less than this is free (RDS guide, "Managing capacity automatically"). */
    private static final double FREE_BEFORE_GROWTH = 0.10;

    private static final double NOTHING_LEFT = 0.999;

    /** Slower than that is standing still. */
    private static final double STILL_GIB_PER_DAY = 0.01;

    /** Farther ahead nobody can see. */
    private static final Duration FARTHEST = Duration.ofDays(3650);

    /** Whether RDS adds room by itself. */
    public boolean autoscales() {
        return maximumGib != null && maximumGib > allocatedGib;
    }

    /** Whether the storage is shared by a cluster and has no size of its own. */
    public boolean shared() {
        return allocatedGib <= 1 && maximumGib == null;
    }

    /** Used up to which RDS adds room; empty where it does not. */
    public Optional<Double> growsAtGib() {
        return autoscales() ? Optional.of(allocatedGib * (1 - FREE_BEFORE_GROWTH)) : Optional.empty();
    }

    /** Where it ends: the maximum, or what is allocated. */
    public int limitGib() {
        return autoscales() && maximumGib != null ? maximumGib : allocatedGib;
    }

    /** Of what is allocated, 0 to 1; empty where nothing was measured. */
    public Optional<Double> usedShare() {
        return usedGib == null || shared() ? Optional.empty() : Optional.of(usedGib / allocatedGib);
    }

    /** How long until RDS adds room; empty where it does not, or storage does not grow. */
    public Optional<Duration> untilGrowth() {
        return growsAtGib().flatMap(this::until);
    }

    /**
     * How long until it is full, with all the room it may get. Not so when it fills within hours: storage autoscaling waits
     * five minutes, takes its time, and adds once in six hours, so that then it is what is allocated that counts.
     */
    public Optional<Duration> untilFull() {
        if (shared()) {
            return Optional.empty();
        }
        var sudden = growth != null && growth.pace() == Growth.Pace.SUDDEN;
        return until(sudden ? allocatedGib : limitGib());
    }

    /** Whether nothing is left of what is allocated: RDS stops a database somewhat before the last byte. */
    public boolean full() {
        return usedShare().filter(share -> share > NOTHING_LEFT).isPresent();
    }

    /** Whether it is known that storage does not grow. */
    public boolean stands() {
        return growth != null && growth.gibPerDay() < STILL_GIB_PER_DAY;
    }

    private Optional<Duration> until(double gib) {
        if (usedGib == null || growth == null || stands()) {
            return Optional.empty();
        }
        var days = Math.max(0, gib - usedGib) / growth.gibPerDay();
        return days > FARTHEST.toDays() ? Optional.empty() : Optional.of(Duration.ofSeconds(Math.round(days * 86_400)));
    }
}
