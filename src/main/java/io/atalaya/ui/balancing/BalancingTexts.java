package io.atalaya.ui.balancing;

import io.atalaya.deployment.BalancerZone;
import io.atalaya.deployment.Certificate;
import io.atalaya.deployment.HealthCheckSettings;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.balancing.Callout;
import io.atalaya.deployment.balancing.Draining;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.Texts;
import io.atalaya.watch.TargetSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules' results in the user's language. */
final class BalancingTexts {
    /** Changes in a hint: more nobody reads. */
    private static final int CHANGES = 8;

    private final Texts texts;
    private final Ages ages;

    BalancingTexts(Texts texts, Ages ages) {
        this.texts = texts;
        this.ages = ages;
    }

    String get(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /** {@code application, internet-facing}. */
    String kind(LoadBalancer balancer) {
        return texts.get("balancing.type." + balancer.balancerType()) + ", " + balancer.scheme();
    }

    /** {@code application, public}: the same for a cell. */
    String kindBriefly(LoadBalancer balancer) {
        var scheme =
                switch (balancer.scheme()) {
                    case "internet-facing" -> ", " + texts.get("balancing.scheme.public");
                    case "internal" -> ", " + texts.get("balancing.scheme.internal");
                    default -> "";
                };
        return texts.get("balancing.type." + balancer.balancerType()) + scheme;
    }

    static String zones(LoadBalancer balancer) {
        return zones(balancer.zones().stream().map(BalancerZone::zone).sorted().toList());
    }

    /** {@code us-east-1a, 1d}: what the first has said needs no repeating. */
    static String zones(List<String> names) {
        var region = names.isEmpty()
                ? ""
                : names.getFirst().substring(0, names.getFirst().lastIndexOf('-') + 1);
        return names.stream()
                .map(each -> each.equals(names.getFirst()) || !each.startsWith(region)
                        ? each
                        : each.substring(region.length()))
                .collect(Collectors.joining(", "));
    }

    /**
     * {@code HTTP :8080/health}.
     *
     * @param traffic the port that is checked where the group says that it is that of the traffic; null where it differs
     */
    String check(HealthCheckSettings check, @Nullable Integer traffic) {
        if (!check.enabled()) {
            return texts.get("balancing.check.off");
        }
        var port = check.port().equals("traffic-port") ? (traffic == null ? "" : ":" + traffic) : ":" + check.port();
        return (check.protocol() + " " + port + (check.path() == null ? "" : check.path())).strip();
    }

    /** {@code HTTP /health 10 s, 3/2}: what is asked, how often, and the thresholds in AWS's order. */
    String checkBriefly(TargetGroup group) {
        var check = group.healthCheck();
        return check.enabled()
                ? check(check, null) + " " + check.intervalSeconds() + " s, " + check.healthyThreshold() + "/"
                        + check.unhealthyThreshold()
                : check(check, null);
    }

    /** {@code every 10 s, answer within 5 s, 3 passes to return, 2 failures to leave}. */
    String timing(HealthCheckSettings check) {
        return texts.get(
                "balancing.check.timing",
                check.intervalSeconds(),
                check.timeoutSeconds(),
                check.healthyThreshold(),
                check.unhealthyThreshold());
    }

    /** {@code *.checkop.co until 13 Dec 14:03, 19 d}. */
    String certificate(Certificate certificate, Instant now) {
        var until = certificate.notAfter();
        return until == null
                ? certificate.domain() + ", " + certificate.status()
                : texts.get(
                        "balancing.certificate.until",
                        certificate.domain(),
                        ages.time(until, now),
                        Durations.words(Duration.between(now, until)),
                        certificate.renews() ? 1 : 0);
    }

    /** {@code 4 min 12 s left}, or at most that where the console did not see it begin. */
    String left(Draining draining, Instant now) {
        var left = draining.left(now);
        if (left.isZero()) {
            return texts.get("balancing.drain.over");
        }
        return texts.get(
                draining.seenToBegin() ? "balancing.drain.left" : "balancing.drain.atMost", Durations.countdown(left));
    }

    /** The last changes of a day, newest first, and since when this console looks. */
    String day(List<TargetSpan> spans, Instant now) {
        if (spans.isEmpty()) {
            return texts.get("balancing.day.never");
        }
        var lines = spans.reversed().stream()
                .limit(CHANGES)
                .map(each -> ages.time(each.from(), now) + "  "
                        + (each.state() == null ? texts.get("balancing.day.absent") : each.state())
                        + (each.reason() == null ? "" : "  " + each.reason()))
                .collect(Collectors.joining("\n"));
        var first = spans.getFirst();
        return first.notBefore() == null
                ? lines + "\n" + texts.get("balancing.day.since", ages.time(first.from(), now))
                : lines;
    }

    /** {@code 23 Nov 18:20, 41 d}; empty for no time. */
    String since(@Nullable Instant at, Instant now) {
        return at == null ? "" : ages.time(at, now) + ", " + ages.ago(at, now);
    }

    /** In two or three words, for a cell. */
    String brief(List<Callout> callouts, Instant now) {
        return callouts.stream()
                .map(each -> texts.get("balancing.brief." + each.kind(), filled(each, now)))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    Detail.Point point(Callout callout, Instant now) {
        return new Detail.Point(
                callout.state(),
                texts.get("balancing.callout." + callout.kind() + ".title", filled(callout, now)),
                texts.get("balancing.callout." + callout.kind() + ".text", filled(callout, now)),
                "",
                callout.subject(),
                List.of(),
                null);
    }

    private Object[] filled(Callout callout, Instant now) {
        return callout.arguments().stream()
                .map(each -> switch (each) {
                    case Instant at -> (Object) ages.time(at, now);
                    case Duration left -> Durations.words(left);
                    case Boolean yes -> yes ? 1 : 0;
                    default -> each;
                })
                .toArray();
    }
}
