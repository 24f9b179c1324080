package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/**
 * Targets with their health: one call for each target group and for each classic balancer, a few at once. One that fails does
 * not blank the others. The instances of a classic balancer stand under its name, as they would under a group's ARN.
 */
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
                // DescribeInstanceHealth too, but only where there is a classic balancer
                Set.of("elasticloadbalancing:DescribeTargetHealth"),
                Cadence.TARGET_HEALTH,
                Set.of(Parts.TARGET_GROUPS),
                Set.of(Parts.LOAD_BALANCERS),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<Target>> page) throws Exception {
        var classic = known.items(Parts.LOAD_BALANCERS).stream()
                .filter(each -> each.balancerType() == LoadBalancerType.CLASSIC)
                .map(LoadBalancer::arn)
                .collect(Collectors.toSet());
        var asked = Stream.concat(known.items(Parts.TARGET_GROUPS).stream().map(TargetGroup::arn), classic.stream())
                .toList();
        var gathered = new Gathered<String, Target>(page);
        fanOut.ask(asked, key -> classic.contains(key) ? ofClassic(key) : ofGroup(key), gathered);
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

    private List<Target> ofClassic(String name) {
        try {
            return clients.elb().describeInstanceHealth(r -> r.loadBalancerName(name)).instanceStates().stream()
                    .map(state -> new Target(
                            name,
                            Absent.text(state.instanceId()),
                            null,
                            null,
                            Absent.text(state.state(), "unavailable"),
                            said(state.reasonCode()),
                            said(state.description())))
                    .toList();
        } catch (LoadBalancerNotFoundException deletedMeanwhile) {
            return List.of();
        }
    }

    /** Of an instance in service AWS says {@code N/A}. */
    private static @Nullable String said(@Nullable String text) {
        return "N/A".equals(text) ? null : Absent.orNull(text);
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
