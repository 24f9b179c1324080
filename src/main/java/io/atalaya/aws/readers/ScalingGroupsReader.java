package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.deployment.ScalingMember;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplateSpecification;
import software.amazon.awssdk.services.autoscaling.model.SuspendedProcess;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

/** Auto Scaling groups with their members. */
final class ScalingGroupsReader implements Reader<ScalingGroup> {
    private final Clients clients;
    private final PageSize pageSize;

    ScalingGroupsReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<ScalingGroup> source() {
        return new Source<>(
                Parts.SCALING_GROUPS,
                Set.of("autoscaling:DescribeAutoScalingGroups"),
                Cadence.MACHINES,
                Set.of(),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<ScalingGroup>> page) {
        var pages =
                clients.autoScaling().describeAutoScalingGroupsPaginator(r -> r.maxRecords(pageSize.within(1, 100)));
        for (var answer : pages) {
            page.accept(answer.autoScalingGroups().stream()
                    .map(ScalingGroupsReader::group)
                    .toList());
        }
    }

    private static ScalingGroup group(AutoScalingGroup g) {
        var template = template(g);
        return new ScalingGroup(
                Absent.text(g.autoScalingGroupName()),
                Absent.text(g.autoScalingGroupARN()),
                Absent.number(g.minSize()),
                Absent.number(g.desiredCapacity()),
                Absent.number(g.maxSize()),
                g.availabilityZones(),
                Stream.of(Absent.text(g.vpcZoneIdentifier()).split(","))
                        .map(String::strip)
                        .filter(subnet -> !subnet.isEmpty())
                        .toList(),
                template == null ? null : template.launchTemplateId(),
                // a group that names no version starts the default one
                template == null ? null : Absent.text(template.version(), "$Default"),
                Absent.text(g.healthCheckType(), "EC2"),
                g.targetGroupARNs(),
                g.instances().stream().map(ScalingGroupsReader::member).toList(),
                Absent.texts(g.suspendedProcesses(), SuspendedProcess::processName),
                g.createdTime(),
                Absent.tags(g.tags(), TagDescription::key, TagDescription::value));
    }

    /** At the group, or inside its policy of mixed instances; null for launch configurations, which AWS has retired. */
    private static @Nullable LaunchTemplateSpecification template(AutoScalingGroup group) {
        if (group.launchTemplate() != null) {
            return group.launchTemplate();
        }
        var mixed = group.mixedInstancesPolicy();
        return mixed == null || mixed.launchTemplate() == null
                ? null
                : mixed.launchTemplate().launchTemplateSpecification();
    }

    private static ScalingMember member(software.amazon.awssdk.services.autoscaling.model.Instance i) {
        return new ScalingMember(
                Absent.text(i.instanceId()),
                Absent.text(i.availabilityZone()),
                Absent.text(i.lifecycleStateAsString()),
                Absent.text(i.healthStatus()),
                Absent.yes(i.protectedFromScaleIn()));
    }
}
