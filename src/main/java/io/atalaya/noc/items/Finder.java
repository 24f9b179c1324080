package io.atalaya.noc.items;

import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricName;
import io.atalaya.deployment.Resource;
import io.atalaya.noc.catalogue.Glob;
import io.atalaya.noc.catalogue.MetricSource;
import io.atalaya.noc.items.Candidate.Trust;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the metrics of a source: those that are listed; those that AWS publishes anyway; else what they would be called. */
final class Finder {
    /** A host with a hundred mounts is not worth a hundred questions a minute. */
    private static final int MOST_AT_A_PLACE = 16;

    private final Names names;

    Finder(Names names) {
        this.names = names;
    }

    Names names() {
        return names;
    }

    /** At a resource. */
    Candidate at(Resource resource, MetricSource source) {
        var dimensions = Spots.dimensions(resource, source.namespace());
        if (dimensions.isEmpty()) {
            return new Candidate(source, List.of(), Trust.ABSENT);
        }
        var listed = names.at(dimensions.values().iterator().next());
        if (source.isImplied()) {
            var ids = written(source, dimensions);
            var known = listed.stream().anyMatch(name -> Names.fits(name, source));
            return new Candidate(source, ids, known ? Trust.LISTED : Trust.IMPLIED);
        }
        var found = most(listed.stream()
                .filter(name -> name.dimensions().entrySet().containsAll(dimensions.entrySet()))
                .filter(name -> Names.fits(name, source))
                .toList());
        if (!found.isEmpty()) {
            return new Candidate(source, ids(found, source), Trust.LISTED);
        }
        return names.areRefused() && source.isNamed()
                ? new Candidate(source, written(source, dimensions), Trust.GUESSED)
                : new Candidate(source, List.of(), Trust.ABSENT);
    }

    /** Of no resource: all that are listed, each a place of its own. */
    List<Candidate> anywhere(MetricSource source) {
        var found = names.all().stream()
                .filter(name -> Names.fits(name, source))
                .limit(MOST_AT_A_PLACE)
                .map(name -> new Candidate(source, ids(List.of(name), source), Trust.LISTED))
                .toList();
        return found.isEmpty() && names.areRefused() && source.isNamed()
                ? List.of(new Candidate(source, written(source, Map.of()), Trust.GUESSED))
                : found;
    }

    /** Whether metrics of a resource show that it has such a thing. */
    boolean shows(Resource resource, List<Glob> evidence) {
        return evidence.isEmpty()
                || names.areRefused()
                || names.at(resource.id()).stream().anyMatch(name -> Names.shows(name, evidence));
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
