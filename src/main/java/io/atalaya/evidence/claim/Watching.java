package io.atalaya.evidence.claim;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.FlowLog;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who notices. */
final class Watching {
    private Watching() {}

    /** Each has an alarm at CloudWatch that tells a topic, an incident or a function, at any hour. Who reads that is not read. */
    static List<Point> alarmed(Known known) {
        var deployment = known.deployment();
        if (!Judging.read(deployment, Parts.ALARMS)) {
            return List.of();
        }
        var points = new ArrayList<Point>();
        points.addAll(Judging.every(
                deployment,
                Parts.INSTANCES,
                it -> it.state().equals("running")
                        ? List.of(alarm(deployment, it.id(), it.id(), group(deployment, it.id())))
                        : List.of()));
        points.addAll(Judging.each(deployment, Parts.DATABASES, it -> alarm(deployment, it.id(), it.id(), null)));
        points.addAll(Judging.each(deployment, Parts.FILE_SYSTEMS, it -> alarm(deployment, it.id(), it.id(), null)));
        points.addAll(Judging.each(
                deployment, Parts.LOAD_BALANCERS, it -> alarm(deployment, it.name(), suffix(it.arn()), it.name())));
        return points;
    }

    private static @Nullable String group(Deployment deployment, String instance) {
        var group = deployment.index().scalingGroup(instance);
        return group == null ? null : group.name();
    }

    private static Point alarm(Deployment deployment, String resource, String id, @Nullable String other) {
        var names = deployment.items(Parts.ALARMS).stream()
                .filter(it -> tells(it) && (about(it, id) || (other != null && about(it, other))))
                .map(Alarm::name)
                .toList();
        // composite ones and metric math do not say in one word what they are about
        var perhaps =
                deployment.items(Parts.ALARMS).stream().anyMatch(it -> it.metric() == null && it.actionsEnabled());
        return Point.perhaps(
                resource,
                "alarms that tell somebody",
                names,
                names.isEmpty() ? (perhaps ? null : false) : Boolean.TRUE);
    }

    /** What only scales, stops or recovers something tells nobody. */
    private static boolean tells(Alarm alarm) {
        var settings = alarm.settings();
        return alarm.actionsEnabled()
                && settings != null
                && settings.alarmActions().stream()
                        .anyMatch(it ->
                                !it.contains(":autoscaling:") && !it.contains(":automate:") && !it.contains(":swf:"));
    }

    private static boolean about(Alarm alarm, String id) {
        var metric = alarm.metric();
        return metric != null && metric.dimensions().containsValue(id);
    }

    /** CloudWatch names a balancer by the end of its ARN: {@code app/name/0123456789abcdef}. */
    private static String suffix(String arn) {
        int at = arn.indexOf(":loadbalancer/");
        return at < 0 ? arn : arn.substring(at + ":loadbalancer/".length());
    }

    /** A record of each VPC, or of each of its subnets, of what passes and what does not, that is delivered. */
    static List<Point> flowLogs(Known known) {
        var deployment = known.deployment();
        if (!Judging.read(deployment, Parts.FLOW_LOGS)) {
            return List.of();
        }
        return Judging.each(deployment, Parts.VPCS, vpc -> {
            var logs = logs(deployment, vpc.id());
            var subnets = deployment.items(Parts.SUBNETS).stream()
                    .filter(it -> it.vpcId().equals(vpc.id()))
                    .map(Subnet::id)
                    .toList();
            var each = !subnets.isEmpty() && subnets.stream().allMatch(it -> whole(logs(deployment, it)));
            var read = Judging.read(deployment, Parts.SUBNETS);
            return Point.perhaps(
                    vpc.id(),
                    "active flow logs",
                    each && !whole(logs)
                            ? "of each subnet"
                            : logs.stream().map(FlowLog::id).toList(),
                    whole(logs) ? Boolean.TRUE : read ? Boolean.valueOf(each) : null);
        });
    }

    private static List<FlowLog> logs(Deployment deployment, String resource) {
        return deployment.items(Parts.FLOW_LOGS).stream()
                .filter(it -> it.resourceId().equals(resource)
                        && it.status().equals("ACTIVE")
                        && !"FAILED".equals(it.deliverStatus()))
                .toList();
    }

    private static boolean whole(List<FlowLog> logs) {
        var types = logs.stream().map(FlowLog::trafficType).collect(Collectors.toSet());
        return types.contains("ALL") || types.containsAll(Set.of("ACCEPT", "REJECT"));
    }
}
