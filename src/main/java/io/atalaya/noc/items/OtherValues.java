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
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.State;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.noc.catalogue.Item;
import io.atalaya.noc.catalogue.LogSource;
import io.atalaya.noc.catalogue.PlaceKind;
import io.atalaya.noc.catalogue.StateSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Reads what AWS says in words: states, health checks, lines of logs. */
final class OtherValues {
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
            return List.of(Unanswered.of(sight, source, Parts.HEALTH_CHECKS, "Route 53 " + source.checkType()));
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

    /** What the log of a host says: the stream has the host's id in its name. */
    Answer log(Item item, Place place, Resource resource, LogSource source) {
        var value = sight.deployment().items(Parts.LOG_VALUES).stream()
                .filter(each -> each.item().equals(item.id()) && each.stream().contains(resource.id()))
                .filter(each -> source.logGroup().matches(each.logGroup()))
                .max(Comparator.comparing(LogValue::at));
        var observed = sight.deployment().observed(Parts.LOG_VALUES);
        if (value.isEmpty()) {
            return Unanswered.of(sight, source, Parts.LOG_VALUES, source.logGroup() + " " + source.filter());
        }
        // what a log said stays true until it says something else: how old it is, is how long ago the log was asked
        return Answer.of(Readings.word(
                item, place, Level.OK, value.get().text(), value.get().logGroup(), observed, sight.now()));
    }
}
