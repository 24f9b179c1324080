package io.atalaya.deployment.overview;

import io.atalaya.deployment.BalancerZone;
import io.atalaya.deployment.CheckerResult;
import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.Database;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.HealthCheck;
import io.atalaya.deployment.HostedZone;
import io.atalaya.deployment.Lead;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.MountTarget;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.State;
import io.atalaya.deployment.facts.Engines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Makes the stations of the request path. */
final class Stations {
    private static final double BYTES_PER_GIB = 1024.0 * 1024 * 1024;

    private Stations() {}

    static Stage dns(Situation situation) {
        return Stage.of(
                Stage.Kind.DNS,
                situation.items(Parts.HOSTED_ZONES).stream()
                        .map(each -> zone(each, situation))
                        .toList(),
                situation);
    }

    private static Station zone(HostedZone zone, Situation situation) {
        var records = situation.index().records(zone.id());
        var aliases = records.stream().filter(each -> each.alias() != null).toList();
        var found = aliases.stream()
                .filter(each -> situation.index().lead(each).kind() == Lead.RESOLVED)
                .count();
        var checks = records.stream()
                .map(each -> situation.index().healthCheck(each.healthCheckId()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var facts = new ArrayList<Fact>();
        if (situation.wasRead(Parts.RECORD_SETS)) {
            facts.add(Fact.of(Fact.Kind.ALIASES_FOUND, found, aliases.size()));
        }
        var checkers = checks.stream().flatMap(each -> each.checkers().stream()).toList();
        if (!checkers.isEmpty()) {
            facts.add(Fact.of(
                    Fact.Kind.CHECKERS_HEALTHY,
                    checkers.stream().filter(CheckerResult::healthy).count(),
                    checkers.size()));
        }
        facts.add(Fact.of(Fact.Kind.RECORD_SETS, zone.recordCount()));
        return new Station(zone.ref(), zone.name(), "Route 53", condition(zone, checks, situation), facts);
    }

    private static Condition condition(HostedZone zone, List<HealthCheck> checks, Situation situation) {
        if (!situation.wasRead(Parts.RECORD_SETS)) {
            return Condition.of(State.UNKNOWN, "unknown");
        }
        var dangling = situation.index().records(zone.id()).stream()
                .filter(each -> situation.index().lead(each).kind() == Lead.DANGLING)
                .findFirst();
        if (dangling.isPresent()) {
            return new Condition(State.FAILED, "dangling", dangling.get().name());
        }
        return checks.stream()
                .map(Conditions::of)
                .filter(each -> each.state() == State.FAILED || each.state() == State.DEGRADED)
                .max(Comparator.comparing(Condition::state))
                .orElseGet(() -> Condition.of(State.HEALTHY, "healthy"));
    }

    static Stage balancers(Situation situation) {
        return Stage.of(
                Stage.Kind.BALANCER,
                situation.items(Parts.LOAD_BALANCERS).stream()
                        .map(each -> balancer(each, situation))
                        .toList(),
                situation);
    }

    private static Station balancer(LoadBalancer balancer, Situation situation) {
        var facts = new ArrayList<Fact>();
        var traffic = BalancerTraffic.of(balancer, situation.metrics());
        traffic.requestsPerSecond().ifPresent(rate -> facts.add(Fact.of(Fact.Kind.REQUESTS, rate)));
        traffic.errorsPerMinute()
                .ifPresent(errors -> facts.add(Fact.of(Fact.Kind.ERRORS, errors, traffic.worstErrorsPerMinute())));
        facts.add(Fact.of(
                Fact.Kind.ZONES,
                zones(balancer.zones().stream().map(BalancerZone::zone).sorted().toList())));
        return new Station(
                balancer.ref(),
                balancer.name(),
                balancer.balancerType().name().toLowerCase(Locale.ROOT),
                Conditions.of(balancer),
                facts);
    }

    static Stage databases(Situation situation) {
        return Stage.of(
                Stage.Kind.DATABASE,
                situation.items(Parts.DATABASES).stream()
                        .map(each -> database(each, situation))
                        .toList(),
                situation);
    }

    private static Station database(Database database, Situation situation) {
        var facts = new ArrayList<Fact>();
        situation
                .metrics()
                .last("AWS/RDS", "DatabaseConnections", "DBInstanceIdentifier", database.id())
                .ifPresent(point -> facts.add(Fact.of(Fact.Kind.CONNECTIONS, point.value())));
        situation
                .metrics()
                .last("AWS/RDS", "FreeStorageSpace", "DBInstanceIdentifier", database.id())
                .ifPresentOrElse(
                        free -> facts.add(Fact.of(
                                Fact.Kind.STORAGE,
                                Math.max(0, database.allocatedGib() - free.value() / BYTES_PER_GIB),
                                database.allocatedGib())),
                        () -> facts.add(Fact.of(Fact.Kind.ALLOCATED, database.allocatedGib())));
        return new Station(
                database.ref(), database.id(), Engines.name(database.engine()), Conditions.of(database), facts);
    }

    static Stage files(Situation situation) {
        return Stage.of(
                Stage.Kind.FILES,
                situation.items(Parts.FILE_SYSTEMS).stream()
                        .map(each -> files(each, situation))
                        .toList(),
                situation);
    }

    private static Station files(FileSystem files, Situation situation) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(
                Fact.Kind.SIZE, files.sizeBytes(), files.sizeMeasuredAt() == null ? "" : files.sizeMeasuredAt()));
        var mounts = situation.index().mountTargets(files.id());
        var good = mounts.stream()
                .filter(each -> Conditions.of(each).state() == State.HEALTHY)
                .count();
        if (good < mounts.size()) {
            facts.add(Fact.of(Fact.Kind.MOUNT_TARGETS, good, mounts.size()));
        }
        return new Station(files.ref(), files.name(), "EFS", condition(files, mounts), facts);
    }

    /** A file system that is cut off from one zone is there, but not for everybody. */
    private static Condition condition(FileSystem files, List<MountTarget> mounts) {
        var own = Conditions.of(files);
        return own.state() != State.HEALTHY
                ? own
                : mounts.stream()
                        .filter(each -> Conditions.of(each).state() == State.FAILED)
                        .findFirst()
                        .map(each -> new Condition(State.DEGRADED, each.state(), each.name()))
                        .orElse(own);
    }

    /** Two zones in full; of more, the region once: {@code sa-east-1a, 1b, 1c}. */
    private static String zones(List<String> sorted) {
        if (sorted.size() <= 2) {
            return String.join(", ", sorted);
        }
        var first = sorted.getFirst();
        var region = first.substring(0, first.lastIndexOf('-') + 1);
        return first
                + sorted.stream()
                        .skip(1)
                        .map(zone -> ", " + (zone.startsWith(region) ? zone.substring(region.length()) : zone))
                        .collect(Collectors.joining());
    }
}
