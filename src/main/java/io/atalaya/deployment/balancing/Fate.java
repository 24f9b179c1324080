package io.atalaya.deployment.balancing;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.Listener;
import io.atalaya.deployment.ListenerRule;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.State;
import io.atalaya.deployment.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How requests fare that enter at a balancer, a listener or a rule: by the targets of the groups they are sent to. AWS gives
 * listeners and rules no state, and a balancer is {@code active} while every request fails.
 */
public final class Fate {
    private final Routes routes;

    public Fate(Routes routes) {
        this.routes = routes;
    }

    /** What AWS says of the balancer where it is not well; else that of what stands behind it. */
    public Condition of(LoadBalancer balancer) {
        return combined(Conditions.of(balancer), routes.groupArns(balancer));
    }

    /** That of its certificate where it is not well; else that of its groups. */
    public Condition of(Listener listener) {
        var own = Conditions.of(listener, routes.index().certificates(listener));
        // a certificate that nobody read says nothing against the requests that pass
        return combined(own, routes.groupArns(listener));
    }

    public Condition of(ListenerRule rule) {
        return combined(Conditions.of(rule), routes.groupArns(rule));
    }

    private Condition combined(Condition own, Collection<String> groupArns) {
        if (groupArns.isEmpty() || own.state() == State.FAILED) {
            return own;
        }
        var behind = behind(groupArns);
        return own.state().compareTo(behind.state()) >= 0 && own.state() != State.UNKNOWN ? own : behind;
    }

    private Condition behind(Collection<String> groupArns) {
        var states = new ArrayList<State>();
        int healthy = 0;
        int total = 0;
        String why = null;
        for (var arn : groupArns) {
            var targets = routes.index().targets(arn);
            states.add(state(arn, targets));
            for (var target : targets == null ? List.<Target>of() : targets) {
                var condition = Conditions.of(target);
                total++;
                healthy += condition.state() == State.HEALTHY ? 1 : 0;
                why = why == null && condition.state() == State.FAILED ? condition.word() : why;
            }
        }
        var state = together(states);
        return new Condition(state, state == State.UNKNOWN ? "unknown" : healthy + " / " + total + " healthy", why);
    }

    /** Requests sent to a group in which nobody is registered are answered with 503. */
    private State state(String arn, @Nullable List<Target> targets) {
        if (targets == null) {
            return State.UNKNOWN;
        }
        if (targets.isEmpty()) {
            return State.FAILED;
        }
        var group = routes.group(arn);
        return group == null
                ? together(targets.stream()
                        .map(each -> Conditions.of(each).state())
                        .toList())
                : Conditions.of(group, targets).state();
    }

    /** Of several ways, one that fails is not all of them. */
    private static State together(List<State> states) {
        var worst = states.stream().reduce(State.HEALTHY, State::worse);
        return worst == State.FAILED && states.stream().anyMatch(each -> each != State.FAILED) ? State.DEGRADED : worst;
    }
}
