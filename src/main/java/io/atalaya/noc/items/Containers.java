package io.atalaya.noc.items;

import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricName;
import io.atalaya.deployment.Parts;
import io.atalaya.noc.catalogue.ContainersSource;
import io.atalaya.noc.catalogue.Item;
import io.atalaya.noc.catalogue.PlaceKind;
import io.atalaya.noc.catalogue.Threshold;
import io.atalaya.noc.catalogue.Unit;
import io.atalaya.noc.items.Looked.Why;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Containers, each a reading of its own. One that a host no longer reports while it reports others is missing; one that nobody
 * reports although it is expected is missing from the deployment.
 */
final class Containers {
    /** What a container is: these words stand in no message, for Docker has the first two. */
    private static final String RUNNING = "running";

    private static final String UNHEALTHY = "unhealthy";
    private static final String STOPPED = "stopped";
    private static final String MISSING = "missing";

    private final Sight sight;

    Containers(Sight sight) {
        this.sight = sight;
    }

    /** A container at a host, by what CloudWatch lists. */
    record Listed(
            String container, MetricId running, @Nullable MetricId healthy) {
        List<MetricId> ids() {
            return healthy == null ? List.of(running) : List.of(running, healthy);
        }
    }

    /** @param names of one host */
    static List<Listed> listed(List<MetricName> names, ContainersSource source) {
        var found = new TreeMap<String, Listed>();
        for (var name : names) {
            var container = name.dimensions().get(source.dimension());
            if (container != null
                    && name.metric().equals(source.running())
                    && source.namespace().matches(name.namespace())) {
                var healthy = names.stream()
                        .filter(each -> each.metric().equals(source.healthy())
                                && each.namespace().equals(name.namespace())
                                && each.dimensions().equals(name.dimensions()))
                        .findFirst();
                found.put(
                        container,
                        new Listed(
                                container, id(name), healthy.map(Containers::id).orElse(null)));
            }
        }
        return List.copyOf(found.values());
    }

    private static MetricId id(MetricName name) {
        return new MetricId(name.namespace(), name.metric(), name.dimensions(), "Minimum");
    }

    List<Reading> read(Item item, ContainersSource source) {
        var readings = new ArrayList<Reading>();
        var somewhere = new HashSet<String>();
        for (var host : Spots.resources(sight.deployment(), source.at())) {
            var place = Spots.place(source.at(), host);
            var listed = listed(sight.finder().names().at(host.id()), source);
            var reports = listed.stream().anyMatch(each -> isCurrent(each.running()));
            for (var each : listed) {
                somewhere.add(each.container());
                at(item, place, each, source, reports).ifPresent(readings::add);
            }
        }
        var names = sight.finder().names();
        if (!somewhere.isEmpty() && names.areComplete()) {
            source.expected().stream()
                    .filter(container -> !somewhere.contains(container))
                    .forEach(container -> readings.add(missing(item, container)));
        }
        return readings;
    }

    private Optional<Reading> at(Item item, Place host, Listed each, ContainersSource source, boolean reports) {
        var place = new Place(host.kind(), host.ref(), host.name(), each.container());
        var one = sight.seen().find(each.running());
        var expected = source.expected().contains(each.container());
        if (one == null || !one.hasPoints()) {
            if (reports) {
                return expected
                        ? Optional.of(word(item, place, Level.CRITICAL, MISSING, null))
                        : Optional.empty(); // taken away on purpose: CloudWatch remembers it for two weeks
            }
            var why = one == null ? Why.NOT_READ : Why.NO_POINTS;
            var problem = sight.seen().observed().problem();
            var looked = new Looked(
                    source,
                    each.running().namespace() + ' ' + each.running().metric() + ' ' + each.container(),
                    one == null && problem != null ? Answer.why(problem) : why,
                    problem,
                    source.recipe());
            var level = looked.why() == Why.NOT_READ ? Level.UNKNOWN : Level.NO_DATA;
            return Optional.of(Readings.nothing(item, place, level, List.of(looked)));
        }
        if (!one.isCurrent(sight.now())) {
            return Optional.of(
                    reports
                            ? word(item, place, Level.CRITICAL, MISSING, one)
                            : word(item, place, Level.STALE, last(one) < 0.5 ? STOPPED : RUNNING, one));
        }
        if (last(one) < 0.5) {
            return Optional.of(word(item, place, Level.CRITICAL, STOPPED, one));
        }
        var health = each.healthy() == null ? null : sight.seen().find(each.healthy());
        var sick = health != null && health.isCurrent(sight.now()) && last(health) < 0.5;
        return Optional.of(word(item, place, sick ? Level.CRITICAL : Level.OK, sick ? UNHEALTHY : RUNNING, one));
    }

    private boolean isCurrent(MetricId id) {
        var one = sight.seen().find(id);
        return one != null && one.isCurrent(sight.now());
    }

    private static double last(Seen.One one) {
        return one.series().points().getLast().value();
    }

    private Reading missing(Item item, String container) {
        return word(item, new Place(PlaceKind.DEPLOYMENT, null, "", container), Level.CRITICAL, MISSING, null);
    }

    private Reading word(Item item, Place place, Level level, String word, Seen.@Nullable One one) {
        return new Reading(
                item.id(),
                place,
                level,
                null,
                Unit.TEXT,
                word,
                null,
                Threshold.NONE,
                one == null ? sight.deployment().observed(Parts.METRIC_NAMES).askedAt() : one.end(),
                one == null ? sight.seen().observed().cadence() : one.cadence(),
                one == null ? List.of() : one.series().points(),
                one != null && one.series().partial(),
                one == null ? null : one.series().id(),
                List.of());
    }
}
