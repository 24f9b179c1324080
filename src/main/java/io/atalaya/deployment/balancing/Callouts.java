package io.atalaya.deployment.balancing;

import io.atalaya.deployment.Certificate;
import io.atalaya.deployment.Listener;
import io.atalaya.deployment.ListenerRule;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RuleAction;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Everything about the balancing that is called out. What was not read, or not completely, calls nothing out. */
public final class Callouts {
    private final Routes routes;
    private final Instant now;

    private Callouts(Routes routes, Instant now) {
        this.routes = routes;
        this.now = now;
    }

    /** The worst first. */
    public static List<Callout> of(Routes routes, Instant now) {
        var all = new Callouts(routes, now);
        var deployment = routes.index().deployment();
        return Stream.of(
                        new GroupCallouts(routes).all(),
                        TargetFacts.all(routes).stream().flatMap(Callouts::of),
                        deployment.items(Parts.LOAD_BALANCERS).stream().flatMap(all::of),
                        deployment.items(Parts.LISTENERS).stream().flatMap(all::of),
                        deployment.items(Parts.LISTENER_RULES).stream().flatMap(Callouts::of))
                .flatMap(each -> each)
                .sorted(Comparator.comparing(Callout::state)
                        .reversed()
                        .thenComparing(Callout::kind)
                        .thenComparing(Callout::name)
                        .thenComparing(each -> each.subject().id()))
                .toList();
    }

    private static Stream<Callout> of(TargetFacts target) {
        if (!target.registeredButStopped()) {
            return Stream.empty();
        }
        var instance = target.instance();
        return Stream.of(Callout.of(
                Callout.Kind.REGISTERED_BUT_STOPPED,
                target.ref(),
                target.name(),
                target.name(),
                instance == null ? target.target().state() : instance.state(),
                target.groupName()));
    }

    /** Classic balancers are told with their listeners: AWS makes none without. */
    private Stream<Callout> of(LoadBalancer balancer) {
        var listeners = routes.index().deployment().observed(Parts.LISTENERS).value();
        var known = listeners != null && listeners.complete();
        return !known
                        || balancer.balancerType() == LoadBalancerType.CLASSIC
                        || !routes.index().listeners(balancer.arn()).isEmpty()
                ? Stream.empty()
                : Stream.of(Callout.of(Callout.Kind.NO_LISTENER, balancer.ref(), balancer.name(), balancer.name()));
    }

    private Stream<Callout> of(Listener listener) {
        var balancer = routes.balancer(listener);
        var name = (balancer == null ? "" : balancer.name() + " ") + listener.name();
        return routes.index().certificates(listener).stream().flatMap(each -> of(each, listener, name));
    }

    private Stream<Callout> of(Certificate certificate, Listener listener, String name) {
        var until = certificate.notAfter();
        if (until == null) {
            return Stream.empty();
        }
        if (!until.isAfter(now)) {
            return Stream.of(
                    Callout.of(Callout.Kind.CERTIFICATE_EXPIRED, listener.ref(), name, certificate.domain(), until));
        }
        var left = Duration.between(now, until);
        return left.compareTo(Certificate.SOON) > 0
                ? Stream.empty()
                : Stream.of(Callout.of(
                        Callout.Kind.CERTIFICATE_EXPIRING,
                        listener.ref(),
                        name,
                        certificate.domain(),
                        until,
                        left,
                        certificate.renews()));
    }

    private static Stream<Callout> of(ListenerRule rule) {
        var groups = rule.actions().stream()
                .map(RuleAction::targetGroups)
                .flatMap(List::stream)
                .toList();
        return groups.isEmpty() || groups.stream().anyMatch(each -> each.weight() > 0)
                ? Stream.empty()
                : Stream.of(Callout.of(Callout.Kind.WEIGHTS_ZERO, rule.ref(), RuleText.when(rule), rule.priority()));
    }
}
