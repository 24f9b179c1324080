package io.atalaya.noc.items;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Parts;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.catalogue.ContainersSource;
import io.atalaya.noc.catalogue.Item;
import io.atalaya.noc.catalogue.MetricSource;
import io.atalaya.noc.catalogue.PlaceKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which metrics one refresh asks for: of each item at each place those of the first source that has any, and of the next one
 * where that is not sure. What exists once (balancers, databases, sites) comes first, instances after it item by item, until there
 * are as many as the catalogue allows.
 *
 * @param ids to be asked for
 * @param leftOut wanted too, but beyond what the catalogue allows
 * @param shared wanted too, and asked for anyway by the overview
 */
public record SeriesPlan(List<MetricId> ids, Set<MetricId> leftOut, int shared) {
    /** GetMetricData, per thousand metrics requested, in US regions. */
    private static final BigDecimal USD_PER_THOUSAND = new BigDecimal("0.01");

    public SeriesPlan {
        ids = List.copyOf(ids);
        leftOut = Set.copyOf(leftOut);
    }

    /** For the next refresh at {@code now}. */
    public static SeriesPlan of(Deployment deployment, Catalogue catalogue, Instant now) {
        return of(deployment, catalogue, new Finder(Names.of(deployment)), new Seen(deployment), now);
    }

    static SeriesPlan of(Deployment deployment, Catalogue catalogue, Finder finder, Seen seen, Instant now) {
        var wanted = new LinkedHashSet<MetricId>();
        var ofInstances = new LinkedHashSet<MetricId>();
        for (var item : catalogue.items()) {
            for (var kind : PlaceKind.values()) {
                var into = kind == PlaceKind.INSTANCE ? ofInstances : wanted;
                switch (kind) {
                    case SITE, DEPLOYMENT -> anywhere(item, kind, finder, into);
                    default -> {
                        var sources = metrics(item, kind);
                        if (!sources.isEmpty()) {
                            Spots.resources(deployment, kind).stream()
                                    .filter(each -> finder.shows(each, item.evidence()))
                                    .forEach(each -> alternatives(
                                            sources.stream()
                                                    .map(source -> finder.at(each, source))
                                                    .toList(),
                                            seen,
                                            now,
                                            into));
                        }
                    }
                }
            }
            containers(item, deployment, finder, ofInstances);
        }
        wanted.addAll(ofInstances);
        var others =
                deployment.items(Parts.METRICS).stream().map(MetricSeries::id).collect(Collectors.toSet());
        var all = wanted.size();
        wanted.removeAll(others);
        var ids = new ArrayList<>(wanted);
        var most = Math.min(ids.size(), catalogue.mostMetrics());
        return new SeriesPlan(ids.subList(0, most), new HashSet<>(ids.subList(most, ids.size())), all - wanted.size());
    }

    private static List<MetricSource> metrics(Item item, PlaceKind kind) {
        return item.sources().stream()
                .filter(source -> source.at() == kind && source instanceof MetricSource)
                .map(MetricSource.class::cast)
                .toList();
    }

    private static void anywhere(Item item, PlaceKind kind, Finder finder, Set<MetricId> into) {
        metrics(item, kind)
                .forEach(source -> finder.anywhere(source).forEach(candidate -> into.addAll(candidate.ids())));
    }

    private static void alternatives(List<Candidate> candidates, Seen seen, Instant now, Set<MetricId> into) {
        for (var candidate : candidates) {
            into.addAll(candidate.ids());
            if (candidate.ids().stream().anyMatch(id -> isSure(seen.find(id), candidate.trust(), now))) {
                return;
            }
        }
    }

    /** One that is listed has its chance; one that was asked for is judged by what came. */
    private static boolean isSure(Seen.@Nullable One one, Candidate.Trust trust, Instant now) {
        return one == null ? trust == Candidate.Trust.LISTED : one.isCurrent(now);
    }

    private static void containers(Item item, Deployment deployment, Finder finder, Set<MetricId> into) {
        for (var source : item.sources()) {
            if (source instanceof ContainersSource containers) {
                Spots.resources(deployment, containers.at())
                        .forEach(host -> Containers.listed(finder.names().at(host.id()), containers)
                                .forEach(name -> into.addAll(name.ids())));
            }
        }
    }

    /** What one refresh costs, in USD. */
    public BigDecimal usdPerRefresh() {
        return USD_PER_THOUSAND.multiply(BigDecimal.valueOf(ids.size())).movePointLeft(3);
    }

    /** What a day of refreshes costs, in USD, when one is made in each {@code cadence}. */
    public BigDecimal usdPerDay(Duration cadence) {
        return usdPerRefresh()
                .multiply(BigDecimal.valueOf(Duration.ofDays(1).toSeconds() / Math.max(1, cadence.toSeconds())));
    }
}
