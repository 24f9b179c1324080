package io.atalaya.deployment.overview;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import io.atalaya.deployment.balancing.Callout;
import io.atalaya.deployment.balancing.Callouts;
import io.atalaya.deployment.balancing.Routes;
import io.atalaya.deployment.databases.Caution;
import io.atalaya.deployment.databases.DatabaseViews;
import io.atalaya.deployment.dns.DnsView;
import io.atalaya.deployment.files.FileSystems;
import io.atalaya.deployment.files.Remark;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A resource that a view calls out by rules of its own, beside the findings of the overview. It is made of what was read
 * anyway: what is only read while the view is open adds to it while it is fresh. What was called out then is not called out
 * any more once nobody looks, because nobody would see it mended.
 *
 * @param state failed or degraded: the worst that is said of it
 */
public record CalledOut(ResourceRef subject, State state) {
    /** What works as it was set up: a person should know it, and the view tells, but it calls nobody. */
    private static final Set<Caution.Kind> DATABASE_AS_SET_UP =
            Set.of(Caution.Kind.SINGLE_ZONE, Caution.Kind.NOT_PROTECTED, Caution.Kind.NOT_ENCRYPTED);

    private static final Set<Callout.Kind> GROUP_AS_SET_UP = Set.of(Callout.Kind.ONE_ZONE, Callout.Kind.NO_BALANCER);

    /** The same, and what is a finding about the mount target. */
    private static final Set<Remark.Kind> FILES_TOLD_ELSEWHERE =
            Set.of(Remark.Kind.NOT_ENCRYPTED, Remark.Kind.MOUNT_DOWN);

    /** Read while a view is open that shows it, and while nobody does not at all. */
    private static final Set<Part<?>> READ_WITH_VIEW = Set.of(
            Parts.DATABASE_BACKUPS,
            Parts.DATABASE_PARAMETERS,
            Parts.DATABASE_AUTHORITIES,
            Parts.DATABASE_STORAGE,
            Parts.FILE_POLICIES,
            Parts.FILE_SIZES,
            Parts.ZONE_DELEGATIONS,
            Parts.NAMES_SEEN);

    /** The views that call something out. */
    public enum Where {
        BALANCING(List.of(
                Parts.LOAD_BALANCERS,
                Parts.LISTENERS,
                Parts.LISTENER_RULES,
                Parts.CERTIFICATES,
                Parts.TARGET_GROUPS,
                Parts.TARGETS,
                Parts.INSTANCES)) {
            @Override
            Stream<CalledOut> all(Deployment deployment, Instant now) {
                return Callouts.of(new Routes(deployment.index()), now).stream()
                        .filter(each -> !GROUP_AS_SET_UP.contains(each.kind()))
                        .map(each -> new CalledOut(each.subject(), each.state()));
            }
        },
        DATABASES(List.of(
                Parts.DATABASES,
                Parts.DATABASE_CLUSTERS,
                Parts.DATABASE_BACKUPS,
                Parts.DATABASE_PARAMETERS,
                Parts.DATABASE_AUTHORITIES,
                Parts.DATABASE_STORAGE,
                Parts.INSTANCE_TYPES,
                Parts.METRICS)) {
            @Override
            Stream<CalledOut> all(Deployment deployment, Instant now) {
                return DatabaseViews.of(deployment, Map.of(), Map.of(), now).stream()
                        .flatMap(view -> view.cautions().stream()
                                .filter(each -> !DATABASE_AS_SET_UP.contains(each.kind()))
                                .map(each -> new CalledOut(view.database().ref(), each.state())));
            }
        },
        FILE_SYSTEMS(List.of(
                Parts.FILE_SYSTEMS,
                Parts.MOUNT_TARGETS,
                Parts.FILE_POLICIES,
                Parts.FILE_SIZES,
                Parts.METRICS,
                Parts.INSTANCES,
                Parts.SUBNETS,
                Parts.SECURITY_GROUPS)) {
            @Override
            Stream<CalledOut> all(Deployment deployment, Instant now) {
                return FileSystems.of(deployment).stream().flatMap(facts -> facts.remarks().stream()
                        .filter(each -> !FILES_TOLD_ELSEWHERE.contains(each.kind()))
                        .map(each -> new CalledOut(facts.files().ref(), each.state())));
            }
        },
        DNS(List.of(
                Parts.HOSTED_ZONES,
                Parts.RECORD_SETS,
                Parts.HEALTH_CHECKS,
                Parts.ZONE_DELEGATIONS,
                Parts.NAMES_SEEN,
                Parts.LOAD_BALANCERS,
                Parts.TARGET_GROUPS,
                Parts.TARGETS,
                Parts.DATABASES,
                Parts.INSTANCES,
                Parts.ELASTIC_IPS,
                Parts.MOUNT_TARGETS,
                Parts.SUBNETS)) {
            @Override
            Stream<CalledOut> all(Deployment deployment, Instant now) {
                var view = DnsView.of(deployment, true);
                return Stream.concat(
                        view.records().stream().flatMap(facts -> facts.remarks().stream()
                                .map(each -> new CalledOut(facts.record().ref(), each.state()))),
                        view.zones().stream()
                                .map(each -> new CalledOut(
                                        each.zone().ref(), each.delegated().state())));
            }
        };

        private final List<Part<?>> parts;

        Where(List<Part<?>> parts) {
            this.parts = parts;
        }

        /** What it rests on: where none of that has changed, only time can change what is called out. */
        public List<Part<?>> parts() {
            return parts;
        }

        abstract Stream<CalledOut> all(Deployment deployment, Instant now);

        /** Each resource once; none that is itself only last known. */
        public List<CalledOut> of(Deployment deployment, Instant now) {
            var lastKnown = parts.stream()
                    .filter(part -> deployment.observed(part).freshness(now) == Freshness.LAST_KNOWN)
                    .toList();
            var gone = lastKnown.stream()
                    .flatMap(part -> deployment.items(part).stream())
                    .filter(Resource.class::isInstance)
                    .map(it -> ((Resource) it).ref())
                    .collect(Collectors.toSet());
            var fresh = deployment;
            for (var part : lastKnown) {
                fresh = READ_WITH_VIEW.contains(part) ? forgotten(fresh, part) : fresh;
            }
            var worst = new LinkedHashMap<ResourceRef, CalledOut>();
            all(fresh, now)
                    .filter(each -> each.state() == State.FAILED || each.state() == State.DEGRADED)
                    .filter(each -> !gone.contains(each.subject()))
                    .forEach(each -> worst.merge(
                            each.subject(), each, (one, other) -> one.state() == State.FAILED ? one : other));
            return List.copyOf(worst.values());
        }

        private static <T> Deployment forgotten(Deployment deployment, Part<T> part) {
            return deployment.with(
                    part, Observed.never(deployment.observed(part).cadence()));
        }
    }
}
