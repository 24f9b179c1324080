package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricPoints;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Parts;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.items.SeriesPlan;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.PartialReadException;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The last hour, minute by minute, of what a catalogue wants of this deployment, five hundred metrics to a call. The first read comes
 * when the names of metrics have been listed or could not be, so that a console that starts does not wait a minute for most of
 * its items; what the overview asks for anyway is on the board before that.
 */
final class NocSeriesReader implements Reader<MetricSeries> {
    private static final Duration SPAN = Duration.ofMinutes(60);
    private static final int PERIOD_SECONDS = 60;

    private final Clients clients;
    private final FanOut fanOut;
    private final InstantSource clock;
    private final Catalogue catalogue;

    NocSeriesReader(Clients clients, FanOut fanOut, InstantSource clock, Catalogue catalogue) {
        this.clients = clients;
        this.fanOut = fanOut;
        this.clock = clock;
        this.catalogue = catalogue;
    }

    Source<MetricSeries> source() {
        return new Source<>(
                Parts.NOC_SERIES,
                Set.of("cloudwatch:GetMetricData"),
                Cadence.MINUTE,
                Set.of(),
                Set.of(Parts.METRIC_NAMES, Parts.INSTANCES, Parts.LOAD_BALANCERS, Parts.DATABASES, Parts.FILE_SYSTEMS),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<MetricSeries>> page) throws Exception {
        var now = clock.instant();
        var ids = SeriesPlan.of(known, catalogue, now).ids();
        var batches = new ArrayList<List<MetricId>>();
        for (int i = 0; i < ids.size(); i += KeyFigures.MOST) {
            batches.add(ids.subList(i, Math.min(ids.size(), i + KeyFigures.MOST)));
        }
        // whole minutes: CloudWatch keeps points by them, and the minute that is not over would look like a drop
        var end = now.truncatedTo(ChronoUnit.MINUTES);
        var answered = new ArrayList<MetricSeries>();
        var failures = new ArrayList<Exception>();
        var unanswered = new HashSet<MetricId>();
        fanOut.ask(
                batches,
                batch -> MetricFetch.of(clients.cloudWatch(), batch, end.minus(SPAN), end, PERIOD_SECONDS).stream()
                        .map(NocSeriesReader::compact)
                        .toList(),
                answer -> {
                    switch (answer) {
                        case FanOut.Answer.Ok<List<MetricId>, List<MetricSeries>> ok -> {
                            answered.addAll(ok.value());
                            page.accept(ok.value());
                        }
                        case FanOut.Answer.Failed<List<MetricId>, List<MetricSeries>> failed -> {
                            failures.add(failed.thrown());
                            unanswered.addAll(failed.key());
                        }
                    }
                });
        if (failures.isEmpty()) {
            return;
        }
        if (answered.isEmpty()) {
            throw failures.getFirst();
        }
        var kept = known.items(Parts.NOC_SERIES).stream()
                .filter(series -> unanswered.contains(series.id()))
                .toList();
        throw new PartialReadException(answered, kept, failures.getFirst());
    }

    private static MetricSeries compact(MetricSeries series) {
        return new MetricSeries(
                series.id(), series.periodSeconds(), MetricPoints.of(series.points()), series.partial());
    }
}
