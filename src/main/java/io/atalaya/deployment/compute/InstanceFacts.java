package io.atalaya.deployment.compute;

import io.atalaya.deployment.ElasticIp;
import io.atalaya.deployment.Image;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.InstanceCheck;
import io.atalaya.deployment.InstanceType;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.deployment.Volume;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a person asks about a machine, joined from the parts that know it. What was not read is null, never zero.
 *
 * @param size null while the sizes were not read, or where the endpoint does not offer them
 * @param diskGib all attached volumes together; null while the volumes were not read
 * @param image null for images of others and deregistered ones
 */
public record InstanceFacts(
        Instance instance,
        @Nullable InstanceCheck check,
        @Nullable InstanceType size,
        @Nullable Integer diskGib,
        @Nullable OperatingSystem system,
        @Nullable Image image,
        ImageVerdict verdict,
        @Nullable ScalingGroup group,
        List<ElasticIp> addresses) {
    public InstanceFacts {
        addresses = List.copyOf(addresses);
    }

    /** All machines by name, then id. */
    public static List<InstanceFacts> all(ComputeIndex index) {
        var families = new ImageFamilies(index.deployment().items(Parts.IMAGES));
        // many machines have few images, and reading a system out of words is slow
        var systems = new HashMap<String, Optional<OperatingSystem>>();
        var diskRead = index.deployment().observed(Parts.VOLUMES).value() != null;
        return index.deployment().items(Parts.INSTANCES).stream()
                .sorted(Comparator.comparing(Instance::name).thenComparing(Instance::id))
                .map(each -> of(
                        each,
                        index,
                        families,
                        systems.computeIfAbsent(
                                each.imageId() + " " + each.platform(),
                                unused -> OperatingSystem.of(
                                        each, index.deployment().index())),
                        diskRead))
                .toList();
    }

    private static InstanceFacts of(
            Instance instance,
            ComputeIndex index,
            ImageFamilies families,
            Optional<OperatingSystem> system,
            boolean volumesRead) {
        return new InstanceFacts(
                instance,
                index.check(instance.id()),
                index.type(instance.instanceType()),
                volumesRead ? diskGib(instance, index) : null,
                system.orElse(null),
                index.image(instance.imageId()),
                ImageVerdict.of(instance, index, families),
                index.groupOf(instance.id()),
                index.addressesOf(instance.id()));
    }

    /** Null where a volume of the machine is not in the list: a part of the sum would look like the whole. */
    private static @Nullable Integer diskGib(Instance instance, ComputeIndex index) {
        var volumes = index.volumesOf(instance.id());
        return volumes.size() < instance.volumeIds().size()
                ? null
                : (Integer) volumes.stream().mapToInt(Volume::sizeGib).sum();
    }

    /** GiB of memory as AWS counts it, {@code 16.0}; null while the size is not known. */
    public @Nullable Double memoryGib() {
        return size == null ? null : (Double) (size.memoryMib() / 1024.0);
    }
}
