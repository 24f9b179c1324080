package io.atalaya.ui.noc;

import io.atalaya.deployment.MetricId;
import io.atalaya.noc.catalogue.Item;
import io.atalaya.noc.catalogue.MetricSource;

/**
 * From CloudWatch's number to the item's unit: a reading says which metric it has, its source says how.
 *
 * @param factor what the number is multiplied with
 * @param perSecond whether it is divided by the seconds of its period
 */
record Factors(double factor, boolean perSecond) {
    private static final Factors NONE = new Factors(1, false);

    /** As it is where no source of the item knows the metric. */
    static Factors of(Item item, MetricId metric) {
        return item.sources().stream()
                .filter(MetricSource.class::isInstance)
                .map(MetricSource.class::cast)
                .filter(it -> it.namespace().matches(metric.namespace())
                        && it.metric().matches(metric.metric())
                        && it.statistic().equals(metric.statistic()))
                .map(it -> new Factors(it.factor(), it.perSecond()))
                .findFirst()
                .orElse(NONE);
    }

    /** For points of this period. */
    double of(int periodSeconds) {
        return perSecond ? factor / Math.max(1, periodSeconds) : factor;
    }
}
