package io.atalaya.noc.items;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.Database;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.HealthCheck;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LogValue;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ProbeResult;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.State;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.noc.catalogue.Item;
import io.atalaya.noc.catalogue.ItemSource;
import io.atalaya.noc.catalogue.LogSource;
import io.atalaya.noc.catalogue.PlaceKind;
import io.atalaya.noc.catalogue.ProbeSource;
import io.atalaya.noc.catalogue.StateSource;
import io.atalaya.noc.catalogue.Threshold;
import io.atalaya.noc.catalogue.Unit;
import io.atalaya.noc.items.Looked.Why;
import io.atalaya.noc.probe.ProbeTarget;
import io.atalaya.noc.probe.ProbeTargets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what is no metric: states, probes, lines of logs. */
final class OtherValues {
    /** From here on a certificate is to be renewed now: what renews by itself has done so long before. */
    private static final Duration ENDS_SOON = Duration.ofDays(14);

    private final Sight sight;

    OtherValues(Sight sight) {
        this.sight = sight;
    }

    /** What AWS says of a resource. */
    Answer state(Item item, Place place, Resource resource, StateSource source) {
        var part = Objects.requireNonNull(Spots.part(place.kind()), "only resources have a state");
        var condition = condition(resource);
        var observed = sight.deployment().observed(part);
        return Answer.of(Readings.word(
                item,
                place,
                Readings.level(condition.state()),
                condition.word(),
                condition.detail(),
                observed,
                sight.now()));
    }

    private Condition condition(Resource resource) {
        return switch (resource) {
            case Instance instance ->
                Conditions.of(instance, sight.deployment().index().check(instance.id()));
            case LoadBalancer balancer -> Conditions.of(balancer);
            case Database database -> Conditions.of(database);
            case FileSystem files -> Conditions.of(files);
            case TargetGroup group ->
                Conditions.of(group, sight.deployment().index().targets(group.arn()));
            default -> Condition.of(State.UNKNOWN, "unknown");
        };
    }

    /** Health checks of the sites of this deployment. */
    List<Answer> checks(Item item, StateSource source) {
        var checks = sight.deployment().items(Parts.HEALTH_CHECKS).stream()
                .filter(check -> source.checkType().matches(check.checkType()))
                .toList();
        if (checks.isEmpty()) {
            return List.of(nothing(source, Parts.HEALTH_CHECKS, "Route 53 " + source.checkType()));
        }
        var observed = sight.deployment().observed(Parts.HEALTH_CHECKS);
        return checks.stream().map(check -> check(item, check, observed)).toList();
    }

    private Answer check(Item item, HealthCheck check, Observed<?> observed) {
        var condition = Conditions.of(check);
        var place = new Place(PlaceKind.SITE, check.ref(), name(check), null);
        return Answer.of(Readings.word(
                item,
                place,
                Readings.level(condition.state()),
                condition.word(),
                condition.detail(),
                observed,
                sight.now()));
    }

    /** Most checks have no name: what they ask says more than their id. */
    private static String name(HealthCheck check) {
        var host = check.host();
        if (!check.name().equals(check.id()) || host == null) {
            return check.name();
        }
        return host + (check.path() == null ? "" : check.path());
    }

    /** What this console's own questions found: at a site, or at the resource that answered. */
    List<Answer> probes(Item item, ProbeSource source, @Nullable Resource at) {
        var results = sight.deployment().items(Parts.PROBES).stream()
                .filter(result -> result.kind() == source.kind())
                .filter(result -> isTarget(result.target(), source))
                .filter(result -> at == null || at.ref().equals(result.about()))
                .sorted(Comparator.comparing(ProbeResult::target))
                .toList();
        if (results.isEmpty()) {
            return List.of(nothing(source, Parts.PROBES, source.kind() + " " + String.join(" ", source.targets())));
        }
        return results.stream().map(result -> probe(item, source, result, at)).toList();
    }

    /** Whatever is written in the file, results have one name for it. */
    private static boolean isTarget(String target, ProbeSource source) {
        return source.targets().stream()
                .anyMatch(each -> ProbeTargets.isWord(each)
                        || ProbeTarget.parse(each, source.kind(), source.port())
                                .filter(it -> it.url().equals(target))
                                .isPresent());
    }

    private Answer probe(Item item, ProbeSource source, ProbeResult result, @Nullable Resource at) {
        var observed = sight.deployment().observed(Parts.PROBES);
        var place = at == null ? new Place(PlaceKind.SITE, null, result.target(), null) : Spots.place(source.at(), at);
        var status = result.status();
        var cadence = observed.cadence();
        var old = Duration.between(result.at(), sight.now()).compareTo(cadence.multipliedBy(2)) > 0;
        var number = status == null ? (result.good() ? Double.valueOf(result.millis()) : null) : Double.valueOf(status);
        var threshold = status == null && item.unit() != Unit.MILLISECONDS ? Threshold.NONE : item.threshold();
        return Answer.of(new Reading(
                item.id(),
                place,
                old ? Level.STALE : level(result, number, threshold),
                number,
                status == null ? Unit.MILLISECONDS : Unit.NONE,
                result.failure(),
                result.millis() + " ms",
                threshold,
                result.at(),
                cadence,
                List.of(),
                false,
                null,
                List.of()));
    }

    private Level level(ProbeResult result, @Nullable Double number, Threshold threshold) {
        if (!result.good()) {
            return Level.CRITICAL;
        }
        var ends = result.certificateNotAfter();
        var soon = ends != null && Duration.between(sight.now(), ends).compareTo(ENDS_SOON) < 0;
        var level = number == null ? Level.OK : Readings.level(number, threshold);
        return soon ? level.worse(Level.WARNING) : level;
    }

    /** What the log of a host says: the stream has the host's id in its name. */
    Answer log(Item item, Place place, Resource resource, LogSource source) {
        var value = sight.deployment().items(Parts.LOG_VALUES).stream()
                .filter(each -> each.item().equals(item.id()) && each.stream().contains(resource.id()))
                .filter(each -> source.logGroup().matches(each.logGroup()))
                .max(Comparator.comparing(LogValue::at));
        var observed = sight.deployment().observed(Parts.LOG_VALUES);
        if (value.isEmpty()) {
            return nothing(source, Parts.LOG_VALUES, source.logGroup() + " " + source.filter());
        }
        // what a log said stays true until it says something else: how old it is, is how long ago the log was asked
        return Answer.of(Readings.word(
                item, place, Level.OK, value.get().text(), value.get().logGroup(), observed, sight.now()));
    }

    private Answer nothing(ItemSource source, Part<?> part, String where) {
        var observed = sight.deployment().observed(part);
        var problem = observed.problem();
        if (problem != null) {
            return Answer.nothing(source, where, Answer.why(problem), problem, null);
        }
        if (observed.value() == null) {
            // a part that nobody reads has no cadence: there is nobody to wait for
            var why = observed.cadence().isZero() ? Why.NOTHING_TO_ASK : Why.NOT_READ;
            return Answer.nothing(source, where, why, null, null);
        }
        var why = part == Parts.LOG_VALUES ? Why.NOT_FOUND : Why.NOTHING_TO_ASK;
        return Answer.nothing(source, where, why, null, null);
    }
}
