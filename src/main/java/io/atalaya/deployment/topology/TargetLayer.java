package io.atalaya.deployment.topology;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.deployment.State;
import io.atalaya.deployment.Subnet;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Instances and other targets, in clusters by subnet and scaling group. */
final class TargetLayer {
    private final DeploymentIndex index;
    private final TopologyBuilder draft;
    private final boolean healthUnread;
    private final Map<String, String> byAddress = new HashMap<>();

    TargetLayer(DeploymentIndex index, TopologyBuilder draft) {
        this.index = index;
        this.draft = draft;
        var deployment = index.deployment();
        // Where groups exist whose targets nobody could read, every instance may be one of them.
        healthUnread = deployment.observed(Parts.TARGETS).value() == null
                && !deployment.items(Parts.TARGET_GROUPS).isEmpty();
    }

    void add() {
        index.deployment().items(Parts.INSTANCES).forEach(this::instance);
        index.deployment().items(Parts.SCALING_GROUPS).forEach(this::scalingGroup);
        for (var target : index.deployment().items(Parts.TARGETS)) {
            var key = keyOf(target);
            if (!draft.has(key)) {
                outsider(key, target);
            }
            var group = Node.key(ResourceType.TARGET_GROUP, target.targetGroupArn());
            if (!draft.has(group)) {
                continue; // registered with a classic balancer, which draws its own lines
            }
            draft.edge(new Edge(group, null, key, Flow.of(Conditions.of(target).state()), 1));
        }
    }

    private String keyOf(Target target) {
        var id = target.targetId();
        var balancer = Node.key(ResourceType.LOAD_BALANCER, id);
        if (id.startsWith("arn:") && draft.has(balancer)) {
            return balancer;
        }
        var instance = byAddress.get(id);
        return instance != null ? instance : Node.key(ResourceType.INSTANCE, id);
    }

    private void instance(Instance instance) {
        var targets = index.targetsOf(instance.id());
        if (instance.state().equals("terminated") && targets.isEmpty()) {
            return; // EC2 lists it for another hour; nothing reaches it
        }
        var key = Node.key(instance.ref());
        if (instance.privateIp() != null) {
            byAddress.put(instance.privateIp(), key);
        }
        var group = index.scalingGroup(instance.id());
        var condition = condition(instance, targets);
        var lines = new ArrayList<Line>();
        lines.add(Line.id(shortId(instance.id()), ""));
        lines.add(Line.id(instance.instanceType(), instance.privateIp() == null ? "" : instance.privateIp()));
        if (condition.state() != State.HEALTHY) {
            lines.add(Line.state(condition.word(), "", condition.state()));
        } else if (targets.isEmpty() && group == null) {
            lines.add(new Line("topology.line.noTarget", true, false, "", null));
        } else {
            lines.add(Line.text(condition.word(), ""));
        }
        var parts = new ArrayList<Part<?>>(List.of(Parts.INSTANCES));
        if (index.check(instance.id()) != null) {
            parts.add(Parts.INSTANCE_CHECKS);
        }
        if (!targets.isEmpty() || healthUnread) {
            parts.add(Parts.TARGETS);
        }
        draft.node(new Node(
                key,
                instance.ref(),
                NodeKind.INSTANCE,
                instance.name(),
                condition,
                lines,
                List.of(),
                place(instance, group),
                parts));
    }

    private Place place(Instance instance, @Nullable ScalingGroup group) {
        var cluster = "cluster:" + instance.vpcId() + "/" + instance.zone() + "/" + instance.subnetId() + "/"
                + (group == null ? "" : group.name());
        var place = new Place(instance.vpcId(), instance.zone(), instance.subnetId(), cluster);
        draft.cluster(new Cluster(
                cluster,
                group == null ? null : Node.key(group.ref()),
                group == null ? "" : group.name(),
                place,
                List.of()));
        return place;
    }

    /** The machine and what its balancers see of it: the worse of the two. */
    private Condition condition(Instance instance, List<Target> targets) {
        var worst = Conditions.of(instance, index.check(instance.id()));
        if (healthUnread && worst.state() == State.HEALTHY) {
            return new Condition(State.UNKNOWN, "target health unknown", worst.word());
        }
        for (var target : targets) {
            var seen = Conditions.of(target);
            // Not used by any balancer is the group's business, not a fault of the machine.
            if (seen.state() != State.DEGRADED && seen.state().compareTo(worst.state()) > 0) {
                worst = seen;
            }
        }
        return worst;
    }

    private void outsider(String key, Target target) {
        var condition = Conditions.of(target);
        var group = index.find(TargetGroup.class, ResourceType.TARGET_GROUP, target.targetGroupArn());
        var vpc = group.map(TargetGroup::vpcId).orElse(null);
        // Addresses beyond the VPC are in zone "all".
        var zone = "all".equals(target.zone()) ? null : target.zone();
        var cluster = "cluster:" + vpc + "/" + zone + "/outside/";
        var place = new Place(vpc, zone, null, cluster);
        draft.cluster(new Cluster(cluster, null, "", place, List.of()));
        var name = target.targetId();
        var function = name.indexOf(":function:");
        draft.node(new Node(
                key,
                null,
                NodeKind.OUTSIDER,
                function < 0 ? name : name.substring(function + ":function:".length()),
                condition,
                List.of(
                        group.isPresent() ? Line.text(group.get().targetType(), "") : Line.text("", ""),
                        condition.state() == State.HEALTHY
                                ? Line.text(condition.word(), "")
                                : Line.state(condition.word(), "", condition.state())),
                List.of(),
                place,
                List.of(Parts.TARGETS)));
    }

    private void scalingGroup(ScalingGroup group) {
        var condition = Conditions.of(group);
        var lines = new ArrayList<Line>();
        lines.add(Line.text("min " + group.min() + " · desired " + group.desired() + " · max " + group.max(), ""));
        if (condition.state() != State.HEALTHY) {
            lines.add(Line.state(condition.word(), "", condition.state()));
        } else if (group.healthCheckType().equals("EC2")
                && !group.targetGroupArns().isEmpty()) {
            lines.add(new Line("topology.line.checksEc2", true, false, "", State.DEGRADED));
        }
        Set<String> vpcs = new HashSet<>();
        for (var member : group.members()) {
            index.find(Instance.class, ResourceType.INSTANCE, member.instanceId())
                    .map(Instance::vpcId)
                    .ifPresent(vpcs::add);
        }
        var subnets = group.subnetIds().stream()
                .flatMap(id -> index.find(Subnet.class, ResourceType.SUBNET, id).stream())
                .map(Subnet::vpcId)
                .toList();
        vpcs.addAll(subnets);
        var vpc = vpcs.stream().sorted().findFirst().orElse(null);
        draft.node(new Node(
                Node.key(group.ref()),
                group.ref(),
                NodeKind.SCALING_GROUP,
                group.name(),
                condition,
                lines,
                List.of(),
                Place.inVpc(vpc),
                List.of(Parts.SCALING_GROUPS)));
        if (healthUnread) {
            for (var arn : group.targetGroupArns()) {
                for (var member : group.members()) {
                    draft.edge(new Edge(
                            Node.key(ResourceType.TARGET_GROUP, arn),
                            null,
                            Node.key(ResourceType.INSTANCE, member.instanceId()),
                            Flow.UNKNOWN,
                            1));
                }
            }
        }
    }

    /** The middle of an id is cut, never its end. */
    static String shortId(String id) {
        return id.length() <= 14 ? id : id.substring(0, 8) + "…" + id.substring(id.length() - 4);
    }
}
