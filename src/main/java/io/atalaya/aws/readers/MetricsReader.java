package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The last hour of the {@link KeyFigures}, minute by minute, in one GetMetricData for all. Instances without detailed
 * monitoring have a point every five minutes.
 */
final class MetricsReader implements Reader<MetricSeries> {
    private static final Duration SPAN = Duration.ofMinutes(60);
    private static final int PERIOD_SECONDS = 60;

    private final Clients clients;
    private final InstantSource clock;

    MetricsReader(Clients clients, InstantSource clock) {
        this.clients = clients;
        this.clock = clock;
    }

    Source<MetricSeries> source() {
        return new Source<>(
                Parts.METRICS,
                Set.of("cloudwatch:GetMetricData"),
                Cadence.MINUTE,
                Set.of(),
                Set.of(Parts.LOAD_BALANCERS, Parts.TARGET_GROUPS, Parts.INSTANCES, Parts.DATABASES, Parts.FILE_SYSTEMS),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<MetricSeries>> page) {
        var ids = KeyFigures.of(known);
        if (ids.isEmpty()) {
            return;
        }
        // whole minutes: CloudWatch keeps points by them, and the minute that is not over would look like a drop
        var end = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        page.accept(MetricFetch.of(clients.cloudWatch(), ids, end.minus(SPAN), end, PERIOD_SECONDS));
    }
}
