package io.atalaya.noc.items;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The series that were read, with when they were asked for. */
final class Seen {
    private final Map<MetricId, One> byId = new HashMap<>();
    private final Deployment deployment;

    Seen(Deployment deployment) {
        this.deployment = deployment;
        add(Parts.METRICS); // its own come second: they replace what both have
        add(Parts.NOC_SERIES);
    }

    /** Of this deployment: these, when the same was read. */
    Seen renewed(Deployment other) {
        return other.observed(Parts.METRICS) == deployment.observed(Parts.METRICS)
                        && other.observed(Parts.NOC_SERIES) == deployment.observed(Parts.NOC_SERIES)
                ? this
                : new Seen(other);
    }

    private void add(Part<MetricSeries> part) {
        var observed = deployment.observed(part);
        deployment.items(part).forEach(series -> byId.put(series.id(), new One(series, series.spacing(), observed)));
    }

    /** Null where it was not asked for. */
    @Nullable
    One find(MetricId id) {
        return byId.get(id);
    }

    /** How the NOC's own series fare. */
    Observed<Listing<MetricSeries>> observed() {
        return deployment.observed(Parts.NOC_SERIES);
    }

    /**
     * A series and how it was asked for.
     *
     * @param period seconds from one point to the next
     */
    record One(MetricSeries series, int period, Observed<Listing<MetricSeries>> observed) {
        boolean hasPoints() {
            return !series.points().isEmpty();
        }

        /** The end of the last period that has a point; there must be one. */
        Instant end() {
            return series.points().getLast().at().plusSeconds(period);
        }

        /** From a measurement to the moment at which it can be on screen: its period has to be over, and be asked for. */
        Duration cadence() {
            return observed.cadence().plusSeconds(period);
        }

        /**
         * Whether the last point says how it is now: it is not if two periods had no point when it was asked for, if nobody has
         * answered for two cadences of asking, and never when it is two cadences old altogether. Whole minutes count, for
         * points do.
         */
        boolean isCurrent(Instant now) {
            var asked = observed.askedAt();
            if (!hasPoints() || asked == null || observed.freshness(now) == Freshness.LAST_KNOWN) {
                return false;
            }
            var silent = Duration.between(end(), asked.truncatedTo(ChronoUnit.MINUTES));
            return silent.toSeconds() <= 2L * period
                    && Duration.between(end(), now).compareTo(cadence().multipliedBy(2)) <= 0;
        }
    }
}
