package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Placement;
import software.amazon.awssdk.services.ec2.model.StateReason;

/** All instances, the terminated ones that EC2 still lists included. */
final class InstancesReader implements Reader<Instance> {
    private final Clients clients;
    private final PageSize pageSize;
    private final PageMemory<Instance> memory = new PageMemory<>();

    InstancesReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<Instance> source() {
        return new Source<>(
                Parts.INSTANCES, Set.of("ec2:DescribeInstances"), Cadence.MACHINES, Set.of(), Set.of(), true, this);
    }

    @Override
    public void read(Deployment known, Consumer<List<Instance>> page) {
        var reading = memory.begin();
        var pages = clients.ec2().describeInstancesPaginator(r -> r.maxResults(pageSize.within(5, 1000))
                .overrideConfiguration(reading::remember));
        reading.read(
                pages,
                answer -> answer.reservations().stream()
                        .flatMap(reservation -> reservation.instances().stream())
                        .map(InstancesReader::instance)
                        .toList(),
                answer -> answer.nextToken(),
                page);
    }

    private static Instance instance(software.amazon.awssdk.services.ec2.model.Instance i) {
        var tags = Ec2Tags.of(i.tags());
        var placement = i.placement();
        return new Instance(
                Absent.text(i.instanceId()),
                Absent.name(tags, i.instanceId()),
                Absent.text(i.instanceTypeAsString()),
                i.state() == null ? "" : Absent.text(i.state().nameAsString()),
                reason(i.stateReason(), i.stateTransitionReason()),
                placement == null ? "" : zone(placement),
                i.vpcId(),
                i.subnetId(),
                i.privateIpAddress(),
                i.publicIpAddress(),
                i.imageId(),
                i.platformDetails(),
                i.architectureAsString(),
                i.launchTime(),
                Absent.texts(i.securityGroups(), GroupIdentifier::groupId),
                Absent.texts(i.blockDeviceMappings().stream()
                        .map(device -> device.ebs())
                        .filter(Objects::nonNull)
                        .map(volume -> volume.volumeId())),
                tags);
    }

    private static String zone(Placement placement) {
        return Absent.text(placement.availabilityZone());
    }

    /** EC2 says why in two places, of which the first is in words. */
    private static @Nullable String reason(@Nullable StateReason reason, @Nullable String transition) {
        var words = reason == null ? null : Absent.orNull(reason.message());
        return words == null ? Absent.orNull(transition) : words;
    }
}
