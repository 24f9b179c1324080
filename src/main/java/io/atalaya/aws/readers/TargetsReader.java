package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** Targets with their health: one call for each target group, a few at once. A group that fails does not blank the others. */
final class TargetsReader implements Reader<Target> {
    private final Clients clients;
    private final FanOut fanOut;

    TargetsReader(Clients clients, FanOut fanOut) {
        this.clients = clients;
        this.fanOut = fanOut;
    }

    Source<Target> source() {
        return new Source<>(
                Parts.TARGETS,
                Set.of("elasticloadbalancing:DescribeTargetHealth"),
                Cadence.TARGET_HEALTH,
                Set.of(Parts.TARGET_GROUPS),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<Target>> page) throws Exception {
        var groups =
                known.items(Parts.TARGET_GROUPS).stream().map(TargetGroup::arn).toList();
        var gathered = new Gathered<String, Target>(page);
        fanOut.ask(groups, this::ofGroup, gathered);
        gathered.finish(known.items(Parts.TARGETS), Target::targetGroupArn);
    }

    private List<Target> ofGroup(String arn) {
        try {
            return clients.elbV2().describeTargetHealth(r -> r.targetGroupArn(arn)).targetHealthDescriptions().stream()
                    .map(description -> target(arn, description))
                    .toList();
        } catch (TargetGroupNotFoundException deletedMeanwhile) {
            return List.of();
        }
    }

    private static Target target(String groupArn, TargetHealthDescription d) {
        var target = d.target();
        var health = d.targetHealth();
        return new Target(
                groupArn,
                target == null ? "" : Absent.text(target.id()),
                target == null ? null : target.port(),
                target == null ? null : Absent.orNull(target.availabilityZone()),
                // not a word of AWS's: it said nothing
                health == null ? "unavailable" : Absent.text(health.stateAsString(), "unavailable"),
                health == null ? null : Absent.orNull(health.reasonAsString()),
                health == null ? null : Absent.orNull(health.description()));
    }
}
