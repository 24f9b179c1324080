package io.atalaya.noc.items;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.MetricName;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.noc.catalogue.Glob;
import io.atalaya.noc.catalogue.MetricSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The metrics that CloudWatch lists, by the resource they are of. */
final class Names {
    /** Dimensions by which a resource is found. */
    private static final Set<String> OF_RESOURCES = Set.of(
            "InstanceId", "LoadBalancer", "LoadBalancerName", "TargetGroup", "DBInstanceIdentifier", "FileSystemId");

    private final @Nullable Listing<MetricName> listing;
    private final @Nullable Problem problem;
    private final Map<String, List<MetricName>> byValue;

    private Names(
            @Nullable Listing<MetricName> listing, @Nullable Problem problem, Map<String, List<MetricName>> byValue) {
        this.listing = listing;
        this.problem = problem;
        this.byValue = byValue;
    }

    static Names of(Deployment deployment) {
        var observed = deployment.observed(Parts.METRIC_NAMES);
        var byValue = new HashMap<String, List<MetricName>>();
        for (var name : deployment.items(Parts.METRIC_NAMES)) {
            for (var dimension : name.dimensions().entrySet()) {
                if (OF_RESOURCES.contains(dimension.getKey())) {
                    byValue.computeIfAbsent(dimension.getValue(), value -> new ArrayList<>())
                            .add(name);
                }
            }
        }
        return new Names(observed.value(), observed.problem(), byValue);
    }

    /** Of this deployment: these, when it lists the same. */
    Names renewed(Deployment deployment) {
        var observed = deployment.observed(Parts.METRIC_NAMES);
        if (observed.value() != listing) {
            return of(deployment);
        }
        return observed.problem() == problem ? this : new Names(listing, observed.problem(), byValue);
    }

    /** Whether all pages were read, now or before. */
    boolean areComplete() {
        return listing != null && listing.complete();
    }

    /** Whether nothing is known, and the last attempt failed: then metrics can only be guessed. */
    boolean areRefused() {
        return listing == null && problem != null;
    }

    /** Why they are not complete; null where nothing failed. */
    @Nullable
    Problem problem() {
        return problem;
    }

    /** Those of the resource with this value of its dimension. */
    List<MetricName> at(String value) {
        return byValue.getOrDefault(value, List.of());
    }

    List<MetricName> all() {
        return listing == null ? List.of() : listing.items();
    }

    /** Whether a name is what a source looks for, whatever resource it is of. */
    static boolean fits(MetricName name, MetricSource source) {
        if (!source.metric().matches(name.metric()) || !source.namespace().matches(name.namespace())) {
            return false;
        }
        for (var wanted : source.dimensions().entrySet()) {
            var value = name.dimensions().get(wanted.getKey());
            if (value == null || !wanted.getValue().matches(value)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a name shows that there is such a thing: by its namespace, or namespace and metric. */
    static boolean shows(MetricName name, List<Glob> evidence) {
        return evidence.stream()
                .anyMatch(
                        glob -> glob.matches(name.namespace()) || glob.matches(name.namespace() + ' ' + name.metric()));
    }
}
