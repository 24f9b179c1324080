package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.world.Instances;
import io.atalaya.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceStatusRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceStatusResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.InstanceStatus;
import software.amazon.awssdk.services.ec2.model.InstanceStatusDetails;
import software.amazon.awssdk.services.ec2.model.InstanceStatusSummary;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.StatusName;
import software.amazon.awssdk.services.ec2.model.StatusType;
import software.amazon.awssdk.services.ec2.model.SummaryStatus;

/** What EC2 tells about instances. */
final class Ec2Instances {
    static final Ec2Query<Instance> QUERY = Ec2Query.by(
                    Instance::instanceId, Instance::tags, "InvalidInstanceID.NotFound", "instance ID")
            .filter("instance-id", Instance::instanceId)
            .filter("instance-state-name", i -> i.state().nameAsString())
            .filter("instance-state-code", i -> i.state().code())
            .filter("instance-type", Instance::instanceTypeAsString)
            .filter("image-id", Instance::imageId)
            .filter("vpc-id", Instance::vpcId)
            .filter("subnet-id", Instance::subnetId)
            .filter("availability-zone", i -> i.placement().availabilityZone())
            .filter("private-ip-address", Instance::privateIpAddress)
            .filter("ip-address", Instance::publicIpAddress)
            .filter("private-dns-name", Instance::privateDnsName)
            .filter("key-name", Instance::keyName)
            .filter("architecture", Instance::architectureAsString)
            .filterAny("instance.group-id", Ec2Instances::groupIds)
            .filterAny("instance.group-name", i -> i.securityGroups().stream().map(GroupIdentifier::groupName))
            .filterAny("network-interface.group-id", Ec2Instances::groupIds)
            .filterAny("block-device-mapping.volume-id", i -> i.blockDeviceMappings().stream()
                    .map(m -> m.ebs().volumeId()));

    private Ec2Instances() {}

    static void register(Operations ec2) {
        ec2.on(
                        "DescribeInstances",
                        DescribeInstancesRequest.class,
                        DescribeInstancesResponse.class,
                        Ec2Instances::describe)
                .on(
                        "DescribeInstanceStatus",
                        DescribeInstanceStatusRequest.class,
                        DescribeInstanceStatusResponse.class,
                        Ec2Instances::status);
    }

    private static DescribeInstancesResponse describe(World world, DescribeInstancesRequest request, Call call) {
        Page<Instance> page = QUERY.page(
                world.compute().instances().all(),
                request.instanceIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return DescribeInstancesResponse.builder()
                .reservations(
                        page.items().stream().map(i -> reservation(world, i)).toList())
                .nextToken(page.token())
                .build();
    }

    private static Reservation reservation(World world, Instance instance) {
        return Reservation.builder()
                .reservationId("r-" + world.dice().hex(instance.instanceId(), 0, 17))
                .ownerId(world.account().id())
                .instances(instance)
                .build();
    }

    /** As EC2: running instances only, unless all are asked for. */
    private static DescribeInstanceStatusResponse status(
            World world, DescribeInstanceStatusRequest request, Call call) {
        boolean all = Boolean.TRUE.equals(request.includeAllInstances());
        List<Instance> shown = world.compute().instances().stream()
                .filter(i -> all || i.state().name() == InstanceStateName.RUNNING)
                .toList();
        List<String> wanted = request.instanceIds();
        if (!all && !wanted.isEmpty()) {
            QUERY.page(world.compute().instances().all(), wanted, List.of(), null, null);
            wanted = wanted.stream()
                    .filter(id -> shown.stream().anyMatch(i -> i.instanceId().equals(id)))
                    .toList();
            if (wanted.isEmpty()) {
                return DescribeInstanceStatusResponse.builder()
                        .instanceStatuses(List.of())
                        .build();
            }
        }
        Page<Instance> page = QUERY.page(shown, wanted, request.filters(), request.maxResults(), request.nextToken());
        return DescribeInstanceStatusResponse.builder()
                .instanceStatuses(
                        page.items().stream().map(i -> status(world, i)).toList())
                .nextToken(page.token())
                .build();
    }

    private static InstanceStatus status(World world, Instance instance) {
        SummaryStatus summary = summary(world, instance);
        StatusType detail =
                switch (summary) {
                    case OK -> StatusType.PASSED;
                    case INITIALIZING -> StatusType.INITIALIZING;
                    case IMPAIRED -> StatusType.FAILED;
                    default -> StatusType.INSUFFICIENT_DATA;
                };
        InstanceStatusSummary check = InstanceStatusSummary.builder()
                .status(summary)
                .details(InstanceStatusDetails.builder()
                        .name(StatusName.REACHABILITY)
                        .status(detail)
                        .impairedSince(world.instances().impairedSince(instance.instanceId()))
                        .build())
                .build();
        return InstanceStatus.builder()
                .instanceId(instance.instanceId())
                .availabilityZone(instance.placement().availabilityZone())
                .instanceState(instance.state())
                .instanceStatus(check)
                .systemStatus(check)
                .events(List.of())
                .build();
    }

    private static SummaryStatus summary(World world, Instance instance) {
        if (instance.state().name() != InstanceStateName.RUNNING) {
            return SummaryStatus.NOT_APPLICABLE;
        }
        if (world.instances().impairedSince(instance.instanceId()) != null) {
            return SummaryStatus.IMPAIRED;
        }
        Instant since = world.instances().runningSince(instance.instanceId());
        return world.now().isBefore(since.plus(Instances.INITIALIZING)) ? SummaryStatus.INITIALIZING : SummaryStatus.OK;
    }

    private static Stream<String> groupIds(Instance instance) {
        return instance.securityGroups().stream().map(GroupIdentifier::groupId);
    }
}
