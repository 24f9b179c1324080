package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.TargetGroupAttributes;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;

/** How target groups drain, start and spread: one call for each group, only while somebody looks. */
final class TargetGroupAttributesReader implements Reader<TargetGroupAttributes> {
    private final Clients clients;
    private final FanOut fanOut;

    TargetGroupAttributesReader(Clients clients, FanOut fanOut) {
        this.clients = clients;
        this.fanOut = fanOut;
    }

    Source<TargetGroupAttributes> source() {
        return new Source<>(
                Parts.TARGET_GROUP_ATTRIBUTES,
                Set.of("elasticloadbalancing:DescribeTargetGroupAttributes"),
                Cadence.FIVE_MINUTES,
                Set.of(Parts.TARGET_GROUPS),
                Set.of(),
                false,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<TargetGroupAttributes>> page) throws Exception {
        var groups =
                known.items(Parts.TARGET_GROUPS).stream().map(TargetGroup::arn).toList();
        var gathered = new Gathered<String, TargetGroupAttributes>(page);
        fanOut.ask(groups, this::ofGroup, gathered);
        gathered.finish(known.items(Parts.TARGET_GROUP_ATTRIBUTES), TargetGroupAttributes::targetGroupArn);
    }

    private List<TargetGroupAttributes> ofGroup(String arn) {
        try {
            return List.of(attributes(
                    arn,
                    clients.elbV2().describeTargetGroupAttributes(r -> r.targetGroupArn(arn)).attributes().stream()
                            .collect(Collectors.toMap(
                                    each -> Absent.text(each.key()),
                                    each -> Absent.text(each.value()),
                                    (one, other) -> one))));
        } catch (TargetGroupNotFoundException deletedMeanwhile) {
            return List.of();
        }
    }

    private static TargetGroupAttributes attributes(String arn, Map<String, String> said) {
        return new TargetGroupAttributes(
                arn,
                seconds(said.get("deregistration_delay.timeout_seconds")),
                seconds(said.get("slow_start.duration_seconds")),
                said.get("load_balancing.algorithm.type"),
                "true".equals(said.get("stickiness.enabled")) ? said.getOrDefault("stickiness.type", "") : null,
                said.get("load_balancing.cross_zone.enabled"),
                yes(said.get("preserve_client_ip.enabled")));
    }

    private static @Nullable Boolean yes(@Nullable String text) {
        return text == null || text.isEmpty() ? null : Boolean.valueOf(text);
    }

    /** AWS sends every attribute as text; what is no number of seconds is as if it was not said. */
    private static @Nullable Integer seconds(@Nullable String text) {
        return text == null || !text.matches("\\d{1,6}") ? null : Integer.valueOf(text);
    }
}
