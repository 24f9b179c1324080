package io.atalaya.noc.items;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.Resource;
import io.atalaya.noc.catalogue.ContainersSource;
import io.atalaya.noc.catalogue.Item;
import io.atalaya.noc.catalogue.ItemSource;
import io.atalaya.noc.catalogue.LogSource;
import io.atalaya.noc.catalogue.MetricSource;
import io.atalaya.noc.catalogue.PlaceKind;
import io.atalaya.noc.catalogue.ProbeSource;
import io.atalaya.noc.catalogue.StateSource;
import io.atalaya.noc.catalogue.Threshold;
import io.atalaya.noc.items.Looked.Why;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes all readings of an item. */
final class Judge {
    private static final double GIB = 1L << 30;
    /** In place of an item's id: a database's own storage. */
    private static final String ALLOCATED = "allocated";

    private final Sight sight;
    private final Wholes wholes;
    private final MetricValues metrics;
    private final OtherValues others;
    private final Containers containers;

    /** What another item measures at the same place. */
    @FunctionalInterface
    interface Wholes {
        Optional<Reading> find(String item, Place place);
    }

    Judge(Sight sight, Wholes wholes) {
        this.sight = sight;
        this.wholes = wholes;
        this.metrics = new MetricValues(sight);
        this.others = new OtherValues(sight);
        this.containers = new Containers(sight);
    }

    /** At least one reading; the worst is the one to look at first. */
    ItemTile tile(Item item) {
        var readings = new ArrayList<Reading>();
        for (var kind : kinds(item)) {
            var sources = item.sources().stream()
                    .filter(source -> source.at() == kind)
                    .toList();
            if (Spots.part(kind) == null) {
                readings.addAll(anywhere(item, sources));
            } else {
                readings.addAll(atResources(item, kind, sources));
            }
        }
        if (readings.isEmpty()) {
            readings.add(notThere(item));
        } else if (readings.stream().anyMatch(reading -> reading.level() != Level.NOT_PART)) {
            readings.removeIf(reading -> reading.level() == Level.NOT_PART);
        }
        var worst = readings.stream().max(worst(item)).orElseThrow();
        return new ItemTile(item, worst, readings);
    }

    /** By level; then by how near it is to its own bound, for an item may have several units; then by the value. */
    private static Comparator<Reading> worst(Item item) {
        return Comparator.comparing(Reading::level)
                .thenComparing(Judge::nearness)
                .thenComparing(reading -> reading.unit() == item.unit())
                .thenComparing(Judge::badness);
    }

    private static double nearness(Reading reading) {
        var value = reading.value();
        var bounds = reading.threshold();
        var bound = bounds.critical() == null ? bounds.warning() : bounds.critical();
        if (value == null || bound == null || bound == 0 || value == 0) {
            return 0;
        }
        return bounds.direction() == Threshold.Direction.HIGH_IS_BAD ? value / bound : bound / value;
    }

    private static double badness(Reading reading) {
        var value = reading.value();
        if (value == null) {
            return Double.NEGATIVE_INFINITY;
        }
        return reading.threshold().direction() == Threshold.Direction.HIGH_IS_BAD ? value : -value;
    }

    private static Set<PlaceKind> kinds(Item item) {
        var kinds = EnumSet.noneOf(PlaceKind.class);
        item.sources().forEach(source -> kinds.add(source.at()));
        return kinds;
    }

    private List<Reading> atResources(Item item, PlaceKind kind, List<ItemSource> sources) {
        var readings = new ArrayList<Reading>();
        var single = new ArrayList<ItemSource>();
        for (var source : sources) {
            if (source instanceof ContainersSource these) {
                readings.addAll(containers.read(item, these));
            } else {
                single.add(source);
            }
        }
        if (!single.isEmpty()) {
            for (var resource : Spots.resources(sight.deployment(), kind)) {
                if (sight.finder().shows(resource, item.evidence())) {
                    readings.add(at(item, Spots.place(kind, resource), resource, single));
                }
            }
        }
        return readings;
    }

    /** The first source with a current value; else the first with an old one. A state that is a failure is said before all. */
    private Reading at(Item item, Place place, Resource resource, List<ItemSource> sources) {
        var looked = new ArrayList<Looked>();
        Reading first = null;
        Reading old = null;
        for (var source : sources) {
            if (first != null && !(source instanceof StateSource)) {
                continue;
            }
            switch (answer(item, place, resource, source)) {
                case Answer.Nothing nothing -> looked.add(nothing.looked());
                case Answer.Value value -> {
                    var reading = Readings.after(value.reading(), looked);
                    if (source instanceof StateSource && reading.level() == Level.CRITICAL) {
                        return reading;
                    }
                    if (reading.level() == Level.STALE) {
                        old = old == null ? reading : old;
                    } else {
                        first = first == null ? reading : first;
                    }
                }
            }
        }
        if (first != null) {
            return first;
        }
        return old != null ? old : nothing(item, place, looked);
    }

    private Answer answer(Item item, Place place, Resource resource, ItemSource source) {
        return switch (source) {
            case MetricSource metric ->
                metrics.read(item, place, sight.finder().at(resource, metric), bounds(metric.threshold(), place));
            case StateSource state -> others.state(item, place, resource, state);
            case LogSource log -> others.log(item, place, resource, log);
            case ProbeSource probe -> others.probes(item, probe, resource).getFirst();
            case ContainersSource these -> throw new IllegalStateException("each container is a reading of its own");
        };
    }

    /** In the value's own unit. What it is a share of may not be known: then nobody can say whether it is bad. */
    private Threshold bounds(Threshold threshold, Place place) {
        var of = threshold.shareOf();
        if (of == null) {
            return threshold;
        }
        Double whole = null;
        if (of.equals(ALLOCATED)) {
            whole = sight.deployment()
                    .index()
                    .find(place.ref())
                    .filter(Database.class::isInstance)
                    .map(each -> ((Database) each).allocatedGib() * GIB)
                    .orElse(null);
        } else {
            whole = wholes.find(of, place).map(Reading::value).orElse(null);
        }
        return whole == null ? Threshold.NONE : threshold.against(whole);
    }

    /** Of sites and of the deployment: the first source that has anything current gives all readings. */
    private List<Reading> anywhere(Item item, List<ItemSource> sources) {
        var looked = new ArrayList<Looked>();
        List<Reading> old = List.of();
        for (var source : sources) {
            var values = new ArrayList<Reading>();
            var failed = new ArrayList<Looked>();
            for (var answer : answers(item, source)) {
                switch (answer) {
                    case Answer.Nothing nothing -> failed.add(nothing.looked());
                    case Answer.Value value -> values.add(Readings.after(value.reading(), looked));
                }
            }
            if (values.stream().anyMatch(reading -> reading.level() != Level.STALE)) {
                return values;
            }
            old = old.isEmpty() ? values : old;
            looked.addAll(failed);
        }
        return old.isEmpty() ? List.of(nothing(item, Place.DEPLOYMENT, looked)) : old;
    }

    private List<Answer> answers(Item item, ItemSource source) {
        return switch (source) {
            case MetricSource metric -> {
                var found = sight.finder().anywhere(metric);
                yield found.isEmpty()
                        ? List.of(metrics.read(
                                item,
                                Place.DEPLOYMENT,
                                new Candidate(
                                        metric, List.of(), Candidate.Trust.ABSENT, MetricValues.where(metric, null)),
                                Threshold.NONE))
                        : found.stream()
                                .map(each -> metrics.read(item, site(metric, each), each, metric.threshold()))
                                .toList();
            }
            case StateSource state -> others.checks(item, state);
            case ProbeSource probe -> others.probes(item, probe, null);
            case LogSource log -> List.of();
            case ContainersSource these -> List.of();
        };
    }

    /** A site is called what its check calls it. */
    private static Place site(MetricSource source, Candidate candidate) {
        if (source.at() == PlaceKind.DEPLOYMENT) {
            return Place.DEPLOYMENT;
        }
        var dimensions = candidate.ids().getFirst().dimensions();
        var name = dimensions.containsKey("Url")
                ? dimensions.getOrDefault("Url", "")
                : String.join(" ", new TreeMap<>(dimensions).values());
        return new Place(PlaceKind.SITE, null, name, null);
    }

    private static Reading nothing(Item item, Place place, List<Looked> looked) {
        var waits = looked.stream().anyMatch(each -> each.why() == Why.NOT_READ);
        return Readings.nothing(item, place, waits ? Level.UNKNOWN : Level.NO_DATA, looked);
    }

    /** No place has it: the deployment has no such thing, or nobody tells, or the places are not known. */
    private Reading notThere(Item item) {
        var looked = new ArrayList<Looked>();
        var anyPlace = false;
        for (var kind : kinds(item)) {
            var part = Spots.part(kind);
            if (part == null) {
                continue;
            }
            var observed = sight.deployment().observed(part);
            var listing = observed.value();
            if (listing == null) {
                var problem = observed.problem();
                looked.add(new Looked(
                        item.sources().getFirst(),
                        part.id(),
                        problem == null ? Why.NOT_READ : Answer.why(problem),
                        problem,
                        null));
            } else {
                anyPlace |= !Spots.resources(sight.deployment(), kind).isEmpty();
            }
        }
        if (!looked.isEmpty()) {
            return nothing(item, Place.DEPLOYMENT, looked);
        }
        var names = sight.finder().names();
        if (!anyPlace || (item.optional() && names.areComplete())) {
            return Readings.nothing(item, Place.DEPLOYMENT, Level.NOT_PART, List.of());
        }
        item.sources().forEach(source -> looked.add(absent(source)));
        return nothing(item, Place.DEPLOYMENT, looked);
    }

    private Looked absent(ItemSource source) {
        var names = sight.finder().names();
        var problem = names.areComplete() ? null : names.problem();
        var why = names.areComplete() ? Why.NOT_PUBLISHED : problem == null ? Why.NOT_READ : Answer.why(problem);
        return switch (source) {
            case MetricSource metric ->
                new Looked(source, MetricValues.where(metric, null), why, problem, metric.recipe());
            case ContainersSource these ->
                new Looked(source, these.namespace() + " " + these.running(), why, problem, these.recipe());
            case LogSource log -> new Looked(source, log.logGroup() + " " + log.filter(), Why.NOT_FOUND, null, null);
            case ProbeSource probe ->
                new Looked(source, String.join(" ", probe.targets()), Why.NOTHING_TO_ASK, null, null);
            case StateSource state -> new Looked(source, state.at().word(), Why.NOTHING_TO_ASK, null, null);
        };
    }

    /** Whether it has to be judged after the others. */
    static boolean needsWhole(Item item) {
        return item.threshold().shareOf() != null
                || item.sources().stream()
                        .anyMatch(source -> source instanceof MetricSource metric
                                && metric.threshold().shareOf() != null);
    }
}
