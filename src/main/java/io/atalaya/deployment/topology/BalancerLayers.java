package io.atalaya.deployment.topology;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Listener;
import io.atalaya.deployment.ListenerRule;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.RuleAction;
import io.atalaya.deployment.State;
import io.atalaya.deployment.TargetGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Balancers, their listeners with rules, and target groups. */
final class BalancerLayers {
    private static final int MOST_ZONES = 4;

    private final DeploymentIndex index;
    private final TopologyBuilder draft;

    BalancerLayers(DeploymentIndex index, TopologyBuilder draft) {
        this.index = index;
        this.draft = draft;
    }

    void add() {
        index.deployment().items(Parts.LOAD_BALANCERS).forEach(this::balancer);
        index.deployment().items(Parts.TARGET_GROUPS).forEach(this::targetGroup);
    }

    private void balancer(LoadBalancer balancer) {
        var condition = Conditions.of(balancer);
        var lines = new ArrayList<Line>();
        lines.add(Line.text(balancer.balancerType().name().toLowerCase(Locale.ROOT), ""));
        lines.add(Line.text(balancer.scheme(), ""));
        if (condition.state() != State.HEALTHY) {
            lines.add(Line.state(condition.word(), "", condition.state()));
        }
        balancer.zones().stream()
                .limit(MOST_ZONES)
                .forEach(zone -> lines.add(Line.id(
                        zone.zone(),
                        zone.addresses().isEmpty() ? "" : zone.addresses().getFirst())));
        var parts = List.<Part<?>>of(Parts.LOAD_BALANCERS);
        var key = Node.key(balancer.ref());
        draft.node(new Node(
                key,
                balancer.ref(),
                NodeKind.BALANCER,
                balancer.name(),
                condition,
                lines,
                List.of(),
                Place.inVpc(balancer.vpcId()),
                parts));
        for (var listener : index.listeners(balancer.arn())) {
            listener(listener, balancer);
            draft.edge(new Edge(key, null, Node.key(listener.ref()), through(condition.state()), 1));
        }
        if (balancer.balancerType() == LoadBalancerType.CLASSIC) {
            for (var instance : balancer.classicInstanceIds()) {
                var flow = index.targetsOf(instance).stream()
                        .filter(target -> target.targetGroupArn().equals(balancer.arn()))
                        .map(target -> Flow.of(Conditions.of(target).state()))
                        .findFirst()
                        .orElse(Flow.UNKNOWN);
                draft.edge(new Edge(key, null, Node.key(ResourceType.INSTANCE, instance), flow, 1));
            }
        }
    }

    /** An impaired balancer still lets requests through. */
    private static Flow through(State state) {
        return state == State.DEGRADED ? Flow.PASSES : Flow.of(state);
    }

    private void listener(Listener listener, LoadBalancer balancer) {
        var condition = Conditions.of(listener, index.certificates(listener));
        var key = Node.key(listener.ref());
        var lines = new ArrayList<Line>();
        if (condition.state() == State.UNKNOWN) {
            lines.add(new Line("topology.line.certificate", true, false, "?", State.UNKNOWN));
        }
        for (var action : listener.defaultActions()) {
            if (action.targetGroups().isEmpty()) {
                lines.add(Line.text(action.type(), ""));
                if (action.detail() != null) {
                    lines.add(Line.id(action.detail(), ""));
                }
            }
        }
        var rows = new ArrayList<Row>();
        var rules = index.rules(listener.arn()).stream()
                .filter(rule -> !rule.priority().equals("default"))
                .sorted(Comparator.comparingInt(BalancerLayers::priority))
                .toList();
        for (var rule : rules) {
            rows.add(row(rule.ref(), rule.priority(), conditions(rule), rule.actions()));
            forwards(key, rule.ref(), rule.actions());
        }
        if (rules.isEmpty()) {
            forwards(key, null, listener.defaultActions());
        } else {
            rows.add(row(listener.ref(), "–", "default", listener.defaultActions()));
            forwards(key, listener.ref(), listener.defaultActions());
        }
        draft.node(new Node(
                key,
                listener.ref(),
                NodeKind.LISTENER,
                listener.name(),
                condition,
                lines,
                rows,
                Place.inVpc(balancer.vpcId()),
                List.of(Parts.LISTENERS, Parts.LISTENER_RULES)));
    }

    private static int priority(ListenerRule rule) {
        try {
            return Integer.parseInt(rule.priority());
        } catch (NumberFormatException notANumber) {
            return Integer.MAX_VALUE; // a word we do not know sorts last; it is still shown
        }
    }

    private static String conditions(ListenerRule rule) {
        return String.join(
                " ",
                rule.conditions().stream()
                        .map(each -> String.join(",", each.values()))
                        .toList());
    }

    private Row row(ResourceRef ref, String priority, String text, List<RuleAction> actions) {
        var flow = flow(actions);
        var state = flow == null ? State.HEALTHY : flow == Flow.STOPPED ? State.FAILED : State.HEALTHY;
        return new Row(ref, priority + " " + text, "", Condition.of(state, "configured"), flow != null);
    }

    /** The best that can become of a request of these actions; null where they forward to nothing. */
    private @Nullable Flow flow(List<RuleAction> actions) {
        Flow best = null;
        for (var arn : groups(actions)) {
            var flow = into(arn);
            best = best == null || flow.compareTo(best) < 0 ? flow : best;
        }
        return best;
    }

    private void forwards(String listener, @Nullable ResourceRef row, List<RuleAction> actions) {
        for (var arn : groups(actions)) {
            draft.edge(new Edge(listener, row, Node.key(ResourceType.TARGET_GROUP, arn), into(arn), 1));
        }
    }

    private static Set<String> groups(List<RuleAction> actions) {
        var arns = new HashSet<String>();
        for (var action : actions) {
            // A weight of zero receives nothing.
            action.targetGroups().stream()
                    .filter(each -> each.weight() > 0 || action.targetGroups().size() == 1)
                    .forEach(each -> arns.add(each.targetGroupArn()));
        }
        return arns;
    }

    /** Requests pass into a group as long as one target answers. */
    private Flow into(String groupArn) {
        var targets = index.targets(groupArn);
        if (targets == null) {
            return Flow.UNKNOWN;
        }
        var best = Flow.STOPPED;
        for (var target : targets) {
            var flow = Flow.of(Conditions.of(target).state());
            best = flow.compareTo(best) < 0 ? flow : best;
        }
        return best;
    }

    private void targetGroup(TargetGroup group) {
        var targets = index.targets(group.arn());
        var condition = Conditions.of(group, targets);
        var lines = new ArrayList<Line>();
        var protocol = (group.protocol() == null ? group.targetType() : group.protocol())
                + (group.port() == null ? "" : " " + group.port());
        var counted = condition.word().replace(" healthy", "");
        lines.add(new Line(protocol, false, false, targets == null ? "?" : counted, attention(condition.state())));
        var check = group.healthCheck();
        lines.add(Line.keyed("check", check.path() == null ? check.protocol() : check.path()));
        draft.node(new Node(
                Node.key(group.ref()),
                group.ref(),
                NodeKind.TARGET_GROUP,
                group.name(),
                condition,
                lines,
                List.of(),
                Place.inVpc(group.vpcId()),
                List.of(Parts.TARGET_GROUPS, Parts.TARGETS)));
    }

    private static @Nullable State attention(State state) {
        return state == State.HEALTHY ? null : state;
    }
}
