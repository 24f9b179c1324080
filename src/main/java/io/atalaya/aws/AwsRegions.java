package io.atalaya.aws;

import io.atalaya.connect.AwsRegion;
import io.atalaya.connect.Regions;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** The regions of the SDK's own metadata. */
public final class AwsRegions implements Regions {
    private static final List<String> PARTITIONS = List.of("aws", "aws-us-gov", "aws-cn", "aws-eusc");

    @Override
    public List<AwsRegion> all() {
        return Region.regions().stream()
                .filter(region -> !region.isGlobalRegion() && region.metadata() != null)
                .map(region -> new AwsRegion(
                        region.id(),
                        region.metadata().description(),
                        region.metadata().partition().id()))
                .sorted(Comparator.<AwsRegion>comparingInt(each -> rank(each.partition()))
                        .thenComparing(AwsRegion::id))
                .toList();
    }

    /** The partition of a region, also of one this SDK does not know yet. */
    public static String partition(String region) {
        return PartitionMetadata.of(Region.of(region)).id();
    }

    private static int rank(String partition) {
        var index = PARTITIONS.indexOf(partition);
        return index < 0 ? PARTITIONS.size() : index;
    }
}
