package io.atalaya.ui.balancing;

import io.atalaya.deployment.Certificate;
import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Listener;
import io.atalaya.deployment.ListenerRule;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.balancing.Fate;
import io.atalaya.deployment.balancing.Routes;
import io.atalaya.deployment.balancing.RuleText;
import io.atalaya.ui.common.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rows of balancers, each followed by its listeners, each followed by its rules in the order in which they are
 * tried. The default rule is the listener's own row. The balancer that fares worst comes first.
 */
final class PathRows {
    private static final int LAST = Integer.MAX_VALUE;

    private final Routes routes;
    private final Fate fate;
    private final BalancingTexts texts;
    private final Instant now;
    private final List<PathRow> rows = new ArrayList<>();

    private PathRows(Routes routes, BalancingTexts texts, Instant now) {
        this.routes = routes;
        this.fate = new Fate(routes);
        this.texts = texts;
        this.now = now;
    }

    static List<PathRow> of(Routes routes, BalancingTexts texts, Instant now) {
        var made = new PathRows(routes, texts, now);
        routes.index().deployment().items(Parts.LOAD_BALANCERS).stream()
                .sorted(Comparator.comparing(
                                (LoadBalancer each) -> made.fate.of(each).state())
                        .reversed()
                        .thenComparing(LoadBalancer::name)
                        .thenComparing(LoadBalancer::arn))
                .forEach(made::add);
        return List.copyOf(made.rows);
    }

    private void add(LoadBalancer balancer) {
        var own = Rows.words(
                balancer.name(),
                balancer.arn(),
                balancer.dnsName(),
                texts.kind(balancer),
                BalancingTexts.zones(balancer));
        var listeners = routes.index().listeners(balancer.arn()).stream()
                .sorted(Comparator.comparingInt(Listener::port).thenComparing(Listener::arn))
                .toList();
        int at = rows.size();
        var below = new StringBuilder(own);
        listeners.forEach(each -> below.append('\n').append(add(each, own)));
        rows.add(
                at,
                row(
                        balancer,
                        0,
                        seen(fate.of(balancer), Parts.LOAD_BALANCERS),
                        balancer.name(),
                        texts.kindBriefly(balancer),
                        BalancingTexts.zones(balancer),
                        List.of(),
                        below.toString()));
        for (int i = at; i < rows.size(); i++) {
            rows.set(i, ranked(rows.get(i), i));
        }
    }

    /** @return the words of the listener and its rules */
    private String add(Listener listener, String above) {
        var certificates = routes.index().certificates(listener);
        var then = RuleText.then(listener.defaultActions(), routes);
        var name = listener.protocol().isEmpty() ? texts.get("balancing.listener.all") : listener.name();
        var domains = String.join(
                ", ", certificates.stream().map(Certificate::domain).distinct().toList());
        var own = Rows.words(name, listener.arn(), then, domains, listener.sslPolicy());
        int at = rows.size();
        var below = new StringBuilder(own);
        routes.index().rules(listener.arn()).stream()
                .filter(rule -> !rule.priority().equals("default"))
                .sorted(Comparator.comparingInt(PathRows::priority))
                .forEach(rule -> below.append('\n').append(add(rule, above + '\n' + own)));
        rows.add(
                at,
                row(
                        listener,
                        1,
                        seen(fate.of(listener), Parts.LISTENERS),
                        name,
                        domains,
                        then,
                        listener.certificateArns(),
                        above + '\n' + below));
        return below.toString();
    }

    private String add(ListenerRule rule, String above) {
        var then = RuleText.then(rule.actions(), routes);
        var when = RuleText.when(rule);
        var own = Rows.words(when, rule.priority(), then);
        rows.add(row(
                rule,
                2,
                seen(fate.of(rule), Parts.LISTENER_RULES),
                when,
                texts.get("balancing.rule.nth", rule.priority()),
                then,
                List.of(),
                above + '\n' + own));
        return own;
    }

    private PathRow row(
            Resource resource,
            int depth,
            Seen seen,
            String name,
            String kind,
            String sendsTo,
            List<String> certificateArns,
            String words) {
        return new PathRow(
                resource,
                0,
                depth,
                seen,
                name,
                kind,
                sendsTo,
                resource instanceof Listener listener ? firstEnd(listener) : null,
                !certificateArns.isEmpty(),
                words + '\n' + seen.condition().word());
    }

    private static PathRow ranked(PathRow row, int rank) {
        return new PathRow(
                row.resource(),
                rank,
                row.depth(),
                row.seen(),
                row.name(),
                row.kind(),
                row.sendsTo(),
                row.expires(),
                row.secured(),
                row.words());
    }

    private @Nullable Instant firstEnd(Listener listener) {
        return routes.index().certificates(listener).stream()
                .map(Certificate::notAfter)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Seen seen(Condition condition, Part<?> part) {
        return new Seen(
                condition, Rows.drawn(routes.index().deployment().observed(part).freshness(now)));
    }

    private static int priority(ListenerRule rule) {
        return rule.priority().matches("\\d{1,9}") ? Integer.parseInt(rule.priority()) : LAST;
    }
}
