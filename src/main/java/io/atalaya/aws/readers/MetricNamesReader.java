package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.MetricName;
import io.atalaya.deployment.Parts;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.items.WantedNames;
import io.atalaya.watch.PartialReadException;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

/**
 * The metrics that there are, as far as a catalogue can use them. CloudWatch lists what had a data point within two weeks: also
 * what has just stopped, which must not be forgotten, so that it is not asked for recent activity only. Some endpoints list a
 * metric once for each data point: each is handed over once.
 */
final class MetricNamesReader implements Reader<MetricName> {
    /** Two hundred thousand metrics: beyond that an account is larger than a console can look through. */
    private static final int MOST_PAGES = 400;

    private static final int MOST_NAMES = 60_000;
    /** A page may take tens of seconds; a read that is silent for thirty is given up. */
    private static final Duration PATIENCE = Duration.ofSeconds(28);

    private final Clients clients;
    private final WantedNames wanted;

    MetricNamesReader(Clients clients, Catalogue catalogue) {
        this.clients = clients;
        this.wanted = new WantedNames(catalogue);
    }

    Source<MetricName> source() {
        return new Source<>(
                Parts.METRIC_NAMES, Set.of("cloudwatch:ListMetrics"), Cadence.HOUR, Set.of(), Set.of(), true, this);
    }

    @Override
    public void read(Deployment known, Consumer<List<MetricName>> page) throws PartialReadException {
        var found = new LinkedHashSet<MetricName>();
        var namespaces = new ArrayList<@Nullable String>(wanted.namespaces());
        if (namespaces.isEmpty()) {
            namespaces.add(null);
        }
        var pages = 0;
        // the dimensions of a thousand metrics of a host are the same few words
        var words = new HashMap<String, String>();
        for (var namespace : namespaces) {
            var answers = clients.cloudWatch().listMetricsPaginator(r -> r.namespace(namespace)
                    .overrideConfiguration(
                            o -> o.apiCallAttemptTimeout(PATIENCE).apiCallTimeout(PATIENCE.multipliedBy(2))));
            for (var answer : answers) {
                var fresh = new ArrayList<MetricName>();
                for (var metric : answer.metrics()) {
                    var name = name(metric, words);
                    if (wanted.has(name) && found.add(name)) {
                        fresh.add(name);
                    }
                }
                page.accept(fresh); // an empty page too: it says that CloudWatch answers
                if (++pages >= MOST_PAGES || found.size() >= MOST_NAMES) {
                    throw new PartialReadException(
                            List.copyOf(found),
                            List.of(),
                            new IllegalStateException("more than " + found.size() + " metrics in " + pages + " pages"));
                }
            }
        }
    }

    private static MetricName name(Metric metric, HashMap<String, String> words) {
        var dimensions = new HashMap<String, String>();
        metric.dimensions().forEach(each -> dimensions.put(once(each.name(), words), once(each.value(), words)));
        return new MetricName(once(metric.namespace(), words), once(metric.metricName(), words), dimensions);
    }

    private static String once(@Nullable String word, HashMap<String, String> words) {
        var text = Absent.text(word);
        var known = words.putIfAbsent(text, text);
        return known == null ? text : known;
    }
}
