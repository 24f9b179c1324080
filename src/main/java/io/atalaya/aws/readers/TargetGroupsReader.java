package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.HealthCheckSettings;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Matcher;

/** Target groups with their health check settings. */
final class TargetGroupsReader implements Reader<TargetGroup> {
    private final Clients clients;
    private final PageSize pageSize;

    TargetGroupsReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<TargetGroup> source() {
        return new Source<>(
                Parts.TARGET_GROUPS,
                Set.of("elasticloadbalancing:DescribeTargetGroups"),
                Cadence.MINUTE,
                Set.of(),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<TargetGroup>> page) {
        for (var answer : clients.elbV2().describeTargetGroupsPaginator(r -> r.pageSize(pageSize.within(1, 400)))) {
            page.accept(answer.targetGroups().stream()
                    .map(TargetGroupsReader::group)
                    .toList());
        }
    }

    private static TargetGroup group(software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup g) {
        return new TargetGroup(
                Absent.text(g.targetGroupArn()),
                Absent.text(g.targetGroupName(), Absent.text(g.targetGroupArn())),
                Absent.text(g.targetTypeAsString(), "instance"),
                Absent.orNull(g.protocolAsString()),
                g.port(),
                g.vpcId(),
                g.loadBalancerArns(),
                new HealthCheckSettings(
                        // only lambda groups can have it off, and only they say so
                        !Boolean.FALSE.equals(g.healthCheckEnabled()),
                        Absent.text(g.healthCheckProtocolAsString()),
                        Absent.text(g.healthCheckPort(), "traffic-port"),
                        g.healthCheckPath(),
                        Absent.number(g.healthCheckIntervalSeconds()),
                        Absent.number(g.healthCheckTimeoutSeconds()),
                        Absent.number(g.healthyThresholdCount()),
                        Absent.number(g.unhealthyThresholdCount()),
                        matcher(g.matcher())));
    }

    private static @Nullable String matcher(@Nullable Matcher matcher) {
        return matcher == null ? null : Absent.orNull(Absent.text(matcher.httpCode(), Absent.text(matcher.grpcCode())));
    }
}
