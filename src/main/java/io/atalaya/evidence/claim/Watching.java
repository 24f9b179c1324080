package io.atalaya.evidence.claim;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import java.util.ArrayList;
import java.util.List;

/** Who notices. */
final class Watching {
    private Watching() {}

    /** Each has an alarm at CloudWatch that tells somebody, at any hour. */
    static List<Point> alarmed(Known known) {
        var deployment = known.deployment();
        var unread = Judging.every(deployment, Parts.ALARMS, it -> List.of());
        if (!unread.isEmpty()) {
            return unread;
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

    private static @org.jspecify.annotations.Nullable String group(Deployment deployment, String instance) {
        var group = deployment.index().scalingGroup(instance);
        return group == null ? null : group.name();
    }

    private static Point alarm(
            Deployment deployment, String resource, String id, @org.jspecify.annotations.Nullable String other) {
        var names = deployment.items(Parts.ALARMS).stream()
                .filter(it -> tells(it) && (about(it, id) || (other != null && about(it, other))))
                .map(Alarm::name)
                .toList();
        return Point.of(resource, "alarms with actions", names, !names.isEmpty());
    }

    private static boolean tells(Alarm alarm) {
        var settings = alarm.settings();
        return alarm.actionsEnabled()
                && settings != null
                && !settings.alarmActions().isEmpty();
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

    static List<Point> flowLogs(Known known) {
        var deployment = known.deployment();
        var unread = Judging.every(deployment, Parts.FLOW_LOGS, it -> List.of());
        return unread.isEmpty()
                ? Judging.each(deployment, Parts.VPCS, vpc -> {
                    var logs = deployment.items(Parts.FLOW_LOGS).stream()
                            .filter(it -> it.resourceId().equals(vpc.id())
                                    && it.status().equals("ACTIVE"))
                            .map(it -> it.id())
                            .toList();
                    return Point.of(vpc.id(), "active flow logs", logs, !logs.isEmpty());
                })
                : unread;
    }

    /** What this console did is written down and unbroken. What others did, CloudTrail knows, whose trails are not read. */
    static List<Point> auditTrail(Known known) {
        var journal = known.journal();
        var points = new ArrayList<Point>();
        points.add(
                journal.kept()
                        ? Point.of("journal.jsonl", "lines that verify", journal.lines(), journal.intact())
                        : Point.unknown("journal.jsonl", "nothing was done yet"));
        points.add(Point.unknown("cloudtrail", "trails are not read by this program"));
        return points;
    }
}
