package io.atalaya.deployment.overview;

import io.atalaya.deployment.State;
import java.util.stream.Stream;

/**
 * Which one thing to say first: what stops requests before what slows them, and that nobody knows before that all is well.
 */
final class Headlines {
    private Headlines() {}

    static Headline of(Stage dns, Stage balancers, TargetStage targets, Stage databases, Stage files) {
        if (Stream.of(dns, balancers, databases, files).noneMatch(Stage::read) && !targets.read()) {
            return Headline.of(State.UNKNOWN, Headline.Kind.NOT_READ);
        }
        return Stream.of(
                        nobody(targets),
                        stage(balancers, Headline.Kind.BALANCER, State.FAILED),
                        stage(databases, Headline.Kind.DATABASE, State.FAILED),
                        stage(dns, Headline.Kind.DNS, State.FAILED),
                        zones(targets),
                        some(targets),
                        stage(files, Headline.Kind.FILES, State.FAILED),
                        stage(balancers, Headline.Kind.BALANCER, State.DEGRADED),
                        stage(databases, Headline.Kind.DATABASE, State.DEGRADED),
                        stage(dns, Headline.Kind.DNS, State.DEGRADED),
                        stage(files, Headline.Kind.FILES, State.DEGRADED))
                .flatMap(each -> each)
                .findFirst()
                .orElseGet(() -> quiet(dns, balancers, targets, databases, files));
    }

    private static Headline quiet(Stage dns, Stage balancers, TargetStage targets, Stage databases, Stage files) {
        if (!targets.read()) {
            return Headline.of(State.UNKNOWN, Headline.Kind.TARGETS_UNKNOWN);
        }
        if (targets.total() == 0) {
            return balancers.stations().isEmpty()
                    ? Headline.of(State.UNKNOWN, Headline.Kind.NO_PATH)
                    : Headline.of(State.DEGRADED, Headline.Kind.NOBODY_ANSWERS);
        }
        if (targets.state() == State.UNKNOWN) {
            return Headline.of(State.UNKNOWN, Headline.Kind.TARGETS_UNKNOWN);
        }
        var changing = targets.state() == State.CHANGING
                || Stream.of(dns, balancers, databases, files).anyMatch(each -> each.count(State.CHANGING) > 0);
        return changing
                ? Headline.of(State.CHANGING, Headline.Kind.CHANGING)
                : Headline.of(State.HEALTHY, Headline.Kind.SERVED);
    }

    private static Stream<Headline> nobody(TargetStage targets) {
        return targets.state() == State.FAILED
                ? Stream.of(Headline.of(State.FAILED, Headline.Kind.NOBODY_ANSWERS))
                : Stream.empty();
    }

    private static Stream<Headline> zones(TargetStage targets) {
        var without = targets.zones().stream()
                .filter(zone -> zone.healthy() == 0 && zone.condition().state() == State.FAILED)
                .count();
        return without == 0
                ? Stream.empty()
                : Stream.of(Headline.of(State.DEGRADED, Headline.Kind.ZONES_NOT_SERVED, without));
    }

    private static Stream<Headline> some(TargetStage targets) {
        return targets.state() == State.DEGRADED
                ? Stream.of(Headline.of(
                        State.DEGRADED,
                        Headline.Kind.TARGETS_DOWN,
                        targets.total() - targets.healthy(),
                        targets.total()))
                : Stream.empty();
    }

    /** One bad thing among many leaves the others serving. */
    private static Stream<Headline> stage(Stage stage, Headline.Kind kind, State state) {
        return stage.stations().stream()
                .filter(each -> each.condition().state() == state)
                .limit(1)
                .map(each -> Headline.of(
                        stage.stations().size() > 1 ? State.DEGRADED : state,
                        kind,
                        each.name(),
                        each.condition().word()));
    }
}
