package io.atalaya.noc.items;

import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricName;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.noc.catalogue.Glob;
import io.atalaya.noc.catalogue.MetricSource;
import io.atalaya.noc.items.Candidate.Trust;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the metrics of a source: those that are listed; those that AWS publishes anyway; else what they would be called. */
final class Finder {
    /** A host with a hundred mounts is not worth a hundred questions a minute. */
    private static final int MOST_AT_A_PLACE = 16;

    private final Names names;
    private final Map<Key, Candidate> found = new ConcurrentHashMap<>();
    private final Map<Key, Boolean> shown = new ConcurrentHashMap<>();

    /** What was looked for at a resource: the words of the catalogue are the same objects for as long as it is. */
    private record Key(Object what, String id) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.what == what && key.id.equals(id);
        }

        @Override
        public int hashCode() {
            return 31 * id.hashCode() + System.identityHashCode(what);
        }
    }

    Finder(Names names) {
        this.names = names;
    }

    Names names() {
        return names;
    }

    /** At a resource; what was found once is found again for as long as the names are these. */
    Candidate at(Resource resource, MetricSource source) {
        return resource instanceof TargetGroup
                ? find(resource, source) // its balancers may change, and they are in its dimensions
                : found.computeIfAbsent(new Key(source, resource.id()), key -> find(resource, source));
    }

    private Candidate find(Resource resource, MetricSource source) {
        var where = MetricValues.where(source, resource.id());
        var dimensions = Spots.dimensions(resource, source.namespace());
        if (dimensions.isEmpty()) {
            return new Candidate(source, List.of(), Trust.ABSENT, where);
        }
        var listed = names.at(dimensions.values().iterator().next());
        if (source.isImplied()) {
            var ids = written(source, dimensions);
            var known = listed.stream().anyMatch(name -> Names.fits(name, source));
            return new Candidate(source, ids, known ? Trust.LISTED : Trust.IMPLIED, where);
        }
        var fitting = most(listed.stream()
                .filter(name -> name.dimensions().entrySet().containsAll(dimensions.entrySet()))
                .filter(name -> Names.fits(name, source))
                .toList());
        if (!fitting.isEmpty()) {
            return new Candidate(source, ids(fitting, source), Trust.LISTED, where);
        }
        return names.areRefused() && source.isNamed()
                ? new Candidate(source, written(source, dimensions), Trust.GUESSED, where)
                : new Candidate(source, List.of(), Trust.ABSENT, where);
    }

    /** Of no resource: all that are listed, each a place of its own. */
    List<Candidate> anywhere(MetricSource source) {
        var where = MetricValues.where(source, null);
        var listed = names.all().stream()
                .filter(name -> Names.fits(name, source))
                .limit(MOST_AT_A_PLACE)
                .map(name -> new Candidate(source, ids(List.of(name), source), Trust.LISTED, where))
                .toList();
        return listed.isEmpty() && names.areRefused() && source.isNamed()
                ? List.of(new Candidate(source, written(source, Map.of()), Trust.GUESSED, where))
                : listed;
    }

    /** Whether metrics of a resource show that it has such a thing. */
    boolean shows(Resource resource, List<Glob> evidence) {
        return evidence.isEmpty()
                || names.areRefused()
                || shown.computeIfAbsent(new Key(evidence, resource.id()), key -> names.at(resource.id()).stream()
                        .anyMatch(name -> Names.shows(name, evidence)));
    }

    /** An agent that also publishes sums over some dimensions does not count twice: those with the most dimensions remain. */
    private static List<MetricName> most(List<MetricName> found) {
        var most =
                found.stream().mapToInt(name -> name.dimensions().size()).max().orElse(0);
        return found.stream()
                .filter(name -> name.dimensions().size() == most)
                .limit(MOST_AT_A_PLACE)
                .toList();
    }

    private static List<MetricId> ids(List<MetricName> found, MetricSource source) {
        return found.stream()
                .map(name -> new MetricId(name.namespace(), name.metric(), name.dimensions(), source.statistic()))
                .toList();
    }

    private static List<MetricId> written(MetricSource source, Map<String, String> ofPlace) {
        var dimensions = new HashMap<>(ofPlace);
        source.dimensions().forEach((key, value) -> dimensions.put(key, value.text()));
        var ids = new ArrayList<MetricId>();
        for (var metric : source.metric().words()) {
            ids.add(new MetricId(source.namespace().text(), metric, dimensions, source.statistic()));
        }
        return ids;
    }
}
