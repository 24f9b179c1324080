package io.atalaya.noc.items;

import io.atalaya.deployment.MetricName;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.catalogue.ContainersSource;
import io.atalaya.noc.catalogue.Glob;
import io.atalaya.noc.catalogue.MetricSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which names of metrics a catalogue can use, of the many that an account has. */
public final class WantedNames {
    private final List<MetricSource> metrics = new ArrayList<>();
    private final List<ContainersSource> containers = new ArrayList<>();
    private final List<Glob> evidence = new ArrayList<>();

    public WantedNames(Catalogue catalogue) {
        for (var item : catalogue.items()) {
            evidence.addAll(item.evidence());
            for (var source : item.sources()) {
                switch (source) {
                    case MetricSource metric -> metrics.add(metric);
                    case ContainersSource these -> containers.add(these);
                    default -> {} // probes, logs and states have no metrics
                }
            }
        }
    }

    /** The namespaces to list; empty for all, when one of them is known by a part of its name only. */
    public Set<String> namespaces() {
        var namespaces = new LinkedHashSet<String>();
        for (var glob : globs()) {
            if (!glob.isNamed()) {
                return Set.of();
            }
            namespaces.addAll(glob.words());
        }
        return namespaces;
    }

    private List<Glob> globs() {
        var globs = new ArrayList<Glob>();
        metrics.stream().filter(source -> !source.isImplied()).forEach(source -> globs.add(source.namespace()));
        containers.forEach(source -> globs.add(source.namespace()));
        evidence.forEach(glob -> globs.add(new Glob(glob.text().split(" ", 2)[0])));
        return globs;
    }

    public boolean has(MetricName name) {
        return metrics.stream().anyMatch(source -> Names.fits(name, source))
                || containers.stream().anyMatch(source -> source.namespace().matches(name.namespace()))
                || Names.shows(name, evidence);
    }
}
