package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsResponse;
import software.amazon.awssdk.services.ec2.model.Region;

/** The regions every account has without opting in, and the zones of each. */
final class Ec2Regions {
    private static final List<Region> REGIONS = List.of(
                    "ap-northeast-1",
                    "ap-northeast-2",
                    "ap-northeast-3",
                    "ap-south-1",
                    "ap-southeast-1",
                    "ap-southeast-2",
                    "ca-central-1",
                    "eu-central-1",
                    "eu-north-1",
                    "eu-west-1",
                    "eu-west-2",
                    "eu-west-3",
                    "sa-east-1",
                    "us-east-1",
                    "us-east-2",
                    "us-west-1",
                    "us-west-2")
            .stream()
            .map(name -> Region.builder()
                    .regionName(name)
                    .endpoint("ec2." + name + ".amazonaws.com")
                    .optInStatus("opt-in-not-required")
                    .build())
            .toList();

    private static final Ec2Query<Region> QUERY = Ec2Query.by(
                    Region::regionName, (Region r) -> List.of(), "InvalidParameterValue", "region")
            .filter("region-name", Region::regionName)
            .filter("endpoint", Region::endpoint)
            .filter("opt-in-status", Region::optInStatus);

    private static final Ec2Query<AvailabilityZone> ZONES = Ec2Query.by(
                    AvailabilityZone::zoneName,
                    (AvailabilityZone z) -> List.of(),
                    "InvalidParameterValue",
                    "availability zone")
            .filter("zone-name", AvailabilityZone::zoneName)
            .filter("zone-id", AvailabilityZone::zoneId)
            .filter("state", AvailabilityZone::stateAsString)
            .filter("zone-type", AvailabilityZone::zoneType)
            .filter("region-name", AvailabilityZone::regionName);

    private Ec2Regions() {}

    static void register(Operations ec2) {
        ec2.on("DescribeRegions", DescribeRegionsRequest.class, DescribeRegionsResponse.class, Ec2Regions::regions)
                .on(
                        "DescribeAvailabilityZones",
                        DescribeAvailabilityZonesRequest.class,
                        DescribeAvailabilityZonesResponse.class,
                        Ec2Regions::zones);
    }

    private static DescribeRegionsResponse regions(World world, DescribeRegionsRequest r, Call call) {
        return DescribeRegionsResponse.builder()
                .regions(QUERY.page(REGIONS, r.regionNames(), r.filters(), null, null)
                        .items())
                .build();
    }

    private static DescribeAvailabilityZonesResponse zones(World world, DescribeAvailabilityZonesRequest r, Call call) {
        return DescribeAvailabilityZonesResponse.builder()
                .availabilityZones(ZONES.page(zonesOf(world.region()), r.zoneNames(), r.filters(), null, null)
                        .items())
                .build();
    }

    /** us-east-1 has six zones; the others are given three. */
    private static List<AvailabilityZone> zonesOf(String region) {
        String letters = region.equals("us-east-1") ? "abcdef" : "abc";
        List<AvailabilityZone> zones = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            zones.add(AvailabilityZone.builder()
                    .zoneName(region + letters.charAt(i))
                    .zoneId(shortName(region) + "-az" + (i + 1))
                    .zoneType("availability-zone")
                    .regionName(region)
                    .groupName(region)
                    .networkBorderGroup(region)
                    .state("available")
                    .optInStatus("opt-in-not-required")
                    .messages(List.of())
                    .build());
        }
        return zones;
    }

    /** {@code us-east-1} is {@code use1} in zone ids. */
    private static String shortName(String region) {
        String[] parts = region.split("-", -1);
        return parts[0] + parts[1].charAt(0) + parts[parts.length - 1];
    }
}
