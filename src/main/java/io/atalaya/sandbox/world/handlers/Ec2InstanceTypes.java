package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesResponse;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;

/** The instance types a console may meet here, with the sizes AWS publishes. */
final class Ec2InstanceTypes {
    private static final List<InstanceTypeInfo> TYPES = Stream.of(
                    type("t3.micro", 2, 1, "Up to 5 Gigabit"),
                    type("t3.small", 2, 2, "Up to 5 Gigabit"),
                    type("t3.medium", 2, 4, "Up to 5 Gigabit"),
                    type("t3.large", 2, 8, "Up to 5 Gigabit"),
                    type("t3.xlarge", 4, 16, "Up to 5 Gigabit"),
                    type("t3.2xlarge", 8, 32, "Up to 5 Gigabit"),
                    type("m5.large", 2, 8, "Up to 10 Gigabit"),
                    type("m5.xlarge", 4, 16, "Up to 10 Gigabit"),
                    type("m5.2xlarge", 8, 32, "Up to 10 Gigabit"),
                    type("c5.large", 2, 4, "Up to 10 Gigabit"),
                    type("c5.xlarge", 4, 8, "Up to 10 Gigabit"),
                    type("c5.2xlarge", 8, 16, "Up to 10 Gigabit"),
                    type("r5.large", 2, 16, "Up to 10 Gigabit"),
                    type("r5.xlarge", 4, 32, "Up to 10 Gigabit"),
                    type("r5.2xlarge", 8, 64, "Up to 10 Gigabit"),
                    type("m6i.large", 2, 8, "Up to 12.5 Gigabit"),
                    type("m6i.xlarge", 4, 16, "Up to 12.5 Gigabit"),
                    type("m6i.2xlarge", 8, 32, "Up to 12.5 Gigabit"),
                    type("c6i.large", 2, 4, "Up to 12.5 Gigabit"),
                    type("c6i.xlarge", 4, 8, "Up to 12.5 Gigabit"),
                    type("c6i.2xlarge", 8, 16, "Up to 12.5 Gigabit"),
                    type("c6i.4xlarge", 16, 32, "Up to 12.5 Gigabit"),
                    type("r6i.xlarge", 4, 32, "Up to 12.5 Gigabit"),
                    type("r6i.2xlarge", 8, 64, "Up to 12.5 Gigabit"),
                    type("r6g.large", 2, 16, "Up to 10 Gigabit"),
                    type("r6g.xlarge", 4, 32, "Up to 10 Gigabit"),
                    type("r6g.2xlarge", 8, 64, "Up to 10 Gigabit"),
                    type("t4g.large", 2, 8, "Up to 5 Gigabit"),
                    type("i4i.xlarge", 4, 32, "Up to 10 Gigabit"))
            .toList();

    private static final Ec2Query<InstanceTypeInfo> QUERY = Ec2Query.by(
                    InstanceTypeInfo::instanceTypeAsString,
                    (InstanceTypeInfo t) -> List.of(),
                    "InvalidInstanceType",
                    "instance type")
            .filter("instance-type", InstanceTypeInfo::instanceTypeAsString)
            .filter("vcpu-info.default-vcpus", t -> t.vCpuInfo().defaultVCpus())
            .filter("memory-info.size-in-mib", t -> t.memoryInfo().sizeInMiB())
            .filter("current-generation", InstanceTypeInfo::currentGeneration)
            .filter("burstable-performance-supported", InstanceTypeInfo::burstablePerformanceSupported)
            .filterAny(
                    "processor-info.supported-architecture",
                    t -> t.processorInfo().supportedArchitecturesAsStrings().stream());

    private Ec2InstanceTypes() {}

    static void register(Operations ec2) {
        ec2.on(
                "DescribeInstanceTypes",
                DescribeInstanceTypesRequest.class,
                DescribeInstanceTypesResponse.class,
                Ec2InstanceTypes::describe);
    }

    private static DescribeInstanceTypesResponse describe(
            World world, DescribeInstanceTypesRequest request, Call call) {
        List<String> wanted = request.instanceTypesAsStrings();
        List<String> unknown = wanted.stream()
                .filter(w ->
                        TYPES.stream().noneMatch(t -> t.instanceTypeAsString().equals(w)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new WireFault(
                    400, "InvalidInstanceType", "The following supplied instance types do not exist: " + unknown);
        }
        Page<InstanceTypeInfo> page =
                QUERY.page(TYPES, wanted, request.filters(), request.maxResults(), request.nextToken());
        return DescribeInstanceTypesResponse.builder()
                .instanceTypes(page.items())
                .nextToken(page.token())
                .build();
    }

    private static InstanceTypeInfo type(String name, int vcpus, int gib, String network) {
        return InstanceTypeInfo.builder()
                .instanceType(name)
                .currentGeneration(true)
                .freeTierEligible(name.equals("t3.micro"))
                .bareMetal(false)
                .hypervisor("nitro")
                .burstablePerformanceSupported(name.startsWith("t"))
                .vCpuInfo(v -> v.defaultVCpus(vcpus).defaultCores(vcpus / 2).defaultThreadsPerCore(2))
                .memoryInfo(m -> m.sizeInMiB(gib * 1024L))
                .networkInfo(n -> n.networkPerformance(network).maximumNetworkInterfaces(4))
                .processorInfo(p -> p.supportedArchitecturesWithStrings(graviton(name) ? "arm64" : "x86_64")
                        .sustainedClockSpeedInGhz(name.startsWith("c5") ? 3.4 : 3.1))
                .instanceStorageSupported(false)
                .build();
    }

    /** Types whose generation ends with a g have AWS's own processors. */
    private static boolean graviton(String name) {
        return name.substring(0, name.indexOf('.')).endsWith("g");
    }
}
