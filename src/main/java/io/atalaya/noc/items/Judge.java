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
import java.util.List;
import java.util.Optional;
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
    private final ProbeValues probes;
    private final Containers containers;
    private final Absence absence;

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
        this.probes = new ProbeValues(sight);
        this.containers = new Containers(sight);
        this.absence = new Absence(sight);
    }

    /** At least one reading; the worst is the one to look at first. */
    ItemTile tile(Item item) {
        var readings = new ArrayList<Reading>();
        var kinds = Absence.kinds(item);
        for (var kind : kinds) {
            var sources = item.sources().stream()
                    .filter(source -> source.at() == kind)
                    .toList();
            if (Spots.part(kind) == null) {
                anywhere(item, sources).stream()
                        .filter(reading -> kinds.size() == 1 || !nothingToAsk(reading))
                        .forEach(readings::add);
            } else {
                readings.addAll(atResources(item, kind, sources));
            }
        }
        if (readings.isEmpty()) {
            readings.add(absence.of(item));
        } else if (readings.stream().anyMatch(reading -> reading.level() != Level.NOT_PART)) {
            readings.removeIf(reading -> reading.level() == Level.NOT_PART);
        }
        var worst = readings.stream().max(Worst.of(item)).orElseThrow();
        return new ItemTile(item, worst, readings);
    }

    /** Nothing there that could be asked: of an item that is at other places too, this says nothing. */
    private static boolean nothingToAsk(Reading reading) {
        return reading.level() == Level.NO_DATA
                && reading.looked().stream().allMatch(each -> each.why() == Why.NOTHING_TO_ASK);
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
        return old != null ? old : Absence.nothing(item, place, looked);
    }

    private Answer answer(Item item, Place place, Resource resource, ItemSource source) {
        return switch (source) {
            case MetricSource metric -> {
                var bounds = bounds(metric.threshold(), place);
                var candidate = sight.finder().at(resource, metric);
                yield bounds.isPresent()
                        ? metrics.read(item, place, candidate, bounds.get())
                        : unjudged(metrics.read(item, place, candidate, Threshold.NONE));
            }
            case StateSource state -> others.state(item, place, resource, state);
            case LogSource log -> others.log(item, place, resource, log);
            case ProbeSource probe -> probes.read(item, probe, resource).getFirst();
            case ContainersSource these -> throw new IllegalStateException("each container is a reading of its own");
        };
    }

    /** A value that nothing can be held against is not fine. */
    private static Answer unjudged(Answer answer) {
        return answer instanceof Answer.Value value && value.reading().level() == Level.OK
                ? Answer.of(value.reading().at(Level.UNKNOWN))
                : answer;
    }

    /** In the value's own unit; empty where it is not known what it is a share of: then nobody can say whether it is bad. */
    private Optional<Threshold> bounds(Threshold threshold, Place place) {
        var of = threshold.shareOf();
        if (of == null) {
            return Optional.of(threshold);
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
        return Optional.ofNullable(whole).map(threshold::against);
    }

    /**
     * Of sites and of the deployment: the first source that has anything current gives all readings, and says of which of its
     * places nothing is known.
     */
    private List<Reading> anywhere(Item item, List<ItemSource> sources) {
        var looked = new ArrayList<Looked>();
        List<Reading> old = List.of();
        for (var source : sources) {
            var values = new ArrayList<Reading>();
            var silent = new ArrayList<Reading>();
            var failed = new ArrayList<Looked>();
            for (var said : answers(item, source)) {
                switch (said.answer()) {
                    case Answer.Nothing nothing -> {
                        failed.add(nothing.looked());
                        silent.add(Absence.nothing(item, said.place(), List.of(nothing.looked())));
                    }
                    case Answer.Value value -> values.add(Readings.after(value.reading(), looked));
                }
            }
            var current = values.stream().anyMatch(reading -> reading.level() != Level.STALE);
            if (!values.isEmpty()) {
                values.addAll(silent);
            }
            if (current) {
                return values;
            }
            old = old.isEmpty() ? values : old;
            looked.addAll(failed);
        }
        return old.isEmpty() ? List.of(Absence.nothing(item, Place.DEPLOYMENT, looked)) : old;
    }

    /** What a source says of one of its places. */
    private record Said(Place place, Answer answer) {
        static Said of(Answer answer) {
            return new Said(
                    answer instanceof Answer.Value value ? value.reading().place() : Place.DEPLOYMENT, answer);
        }
    }

    private List<Said> answers(Item item, ItemSource source) {
        return switch (source) {
            case MetricSource metric -> {
                var found = sight.finder().anywhere(metric);
                yield found.isEmpty()
                        ? List.of(Said.of(metrics.read(
                                item,
                                Place.DEPLOYMENT,
                                new Candidate(
                                        metric, List.of(), Candidate.Trust.ABSENT, MetricValues.where(metric, null)),
                                Threshold.NONE)))
                        : found.stream()
                                .map(each -> at(item, metric, each, site(metric, each)))
                                .toList();
            }
            case StateSource state ->
                others.checks(item, state).stream().map(Said::of).toList();
            case ProbeSource probe ->
                probes.read(item, probe, null).stream().map(Said::of).toList();
            case LogSource log -> List.of();
            case ContainersSource these -> List.of();
        };
    }

    private Said at(Item item, MetricSource source, Candidate candidate, Place place) {
        return new Said(place, metrics.read(item, place, candidate, source.threshold()));
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

    /** Whether it has to be judged after the others. */
    static boolean needsWhole(Item item) {
        return item.threshold().shareOf() != null
                || item.sources().stream()
                        .anyMatch(source -> source instanceof MetricSource metric
                                && metric.threshold().shareOf() != null);
    }
}
