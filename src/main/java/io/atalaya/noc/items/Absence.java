package io.atalaya.noc.items;

import io.atalaya.noc.catalogue.ContainersSource;
import io.atalaya.noc.catalogue.Item;
import io.atalaya.noc.catalogue.ItemSource;
import io.atalaya.noc.catalogue.LogSource;
import io.atalaya.noc.catalogue.MetricSource;
import io.atalaya.noc.catalogue.PlaceKind;
import io.atalaya.noc.catalogue.ProbeSource;
import io.atalaya.noc.catalogue.StateSource;
import io.atalaya.noc.items.Looked.Why;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is said of an item without a value: why, and where it was looked for. */
final class Absence {
    private final Sight sight;

    Absence(Sight sight) {
        this.sight = sight;
    }

    /** The sorts of places that an item has. */
    static Set<PlaceKind> kinds(Item item) {
        var kinds = EnumSet.noneOf(PlaceKind.class);
        item.sources().forEach(source -> kinds.add(source.at()));
        return kinds;
    }

    /** At a place with sources none of which has a value. */
    static Reading nothing(Item item, Place place, List<Looked> looked) {
        var waits = looked.stream().anyMatch(each -> each.why() == Why.NOT_READ);
        return Readings.nothing(item, place, waits ? Level.UNKNOWN : Level.NO_DATA, looked);
    }

    /** No place has it: the deployment has no such thing, or nobody tells, or the places are not known. */
    Reading of(Item item) {
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
}
