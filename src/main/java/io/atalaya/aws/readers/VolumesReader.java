package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Volume;
import io.atalaya.deployment.VolumeAttachment;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Block volumes, attached and not. */
final class VolumesReader implements Reader<Volume> {
    private final Clients clients;
    private final PageSize pageSize;
    private final PageMemory<Volume> memory = new PageMemory<>();

    VolumesReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<Volume> source() {
        return new Source<>(
                Parts.VOLUMES, Set.of("ec2:DescribeVolumes"), Cadence.MINUTE, Set.of(), Set.of(), false, this);
    }

    @Override
    public void read(Deployment known, Consumer<List<Volume>> page) {
        var reading = memory.begin();
        var pages = clients.ec2().describeVolumesPaginator(r -> r.maxResults(pageSize.within(5, 1000))
                .overrideConfiguration(reading::remember));
        reading.read(
                pages,
                answer -> answer.volumes().stream().map(VolumesReader::volume).toList(),
                answer -> answer.nextToken(),
                page);
    }

    private static Volume volume(software.amazon.awssdk.services.ec2.model.Volume v) {
        var tags = Ec2Tags.of(v.tags());
        return new Volume(
                Absent.text(v.volumeId()),
                Absent.name(tags, v.volumeId()),
                Absent.text(v.volumeTypeAsString()),
                Absent.number(v.size()),
                Absent.text(v.stateAsString()),
                Absent.text(v.availabilityZone()),
                v.iops(),
                v.throughput(),
                Absent.yes(v.encrypted()),
                Absent.orNull(v.snapshotId()),
                v.createTime(),
                v.attachments().stream()
                        .map(a -> new VolumeAttachment(
                                Absent.text(a.instanceId()),
                                Absent.text(a.device()),
                                Absent.text(a.stateAsString()),
                                Absent.yes(a.deleteOnTermination())))
                        .toList(),
                tags);
    }
}
