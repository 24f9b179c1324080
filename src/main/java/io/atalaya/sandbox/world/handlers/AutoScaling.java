package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.OperationRegistry;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Cloud;
import io.atalaya.sandbox.world.World;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingInstanceDetails;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingInstancesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingInstancesResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeInstanceRefreshesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeInstanceRefreshesResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribePoliciesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribePoliciesResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeScalingActivitiesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeScalingActivitiesResponse;
import software.amazon.awssdk.services.autoscaling.model.Filter;
import software.amazon.awssdk.services.autoscaling.model.InstanceRefresh;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.autoscaling.model.SetDesiredCapacityRequest;
import software.amazon.awssdk.services.autoscaling.model.SetDesiredCapacityResponse;

/** The operations of Auto Scaling. */
final class AutoScaling {
    private static final int STANDARD_PAGE = 50;
    private static final int LARGEST_PAGE = 100;

    private AutoScaling() {}

    static void register(OperationRegistry registry, Cloud cloud) {
        Operations scaling = Operations.regional(registry, cloud, "autoscaling");
        AutoScalingChanges.register(scaling);
        scaling.on(
                        "DescribeAutoScalingGroups",
                        DescribeAutoScalingGroupsRequest.class,
                        DescribeAutoScalingGroupsResponse.class,
                        AutoScaling::groups)
                .on(
                        "DescribeAutoScalingInstances",
                        DescribeAutoScalingInstancesRequest.class,
                        DescribeAutoScalingInstancesResponse.class,
                        AutoScaling::instances)
                .on(
                        "DescribeScalingActivities",
                        DescribeScalingActivitiesRequest.class,
                        DescribeScalingActivitiesResponse.class,
                        AutoScaling::activities)
                .on(
                        "DescribeInstanceRefreshes",
                        DescribeInstanceRefreshesRequest.class,
                        DescribeInstanceRefreshesResponse.class,
                        AutoScaling::refreshes)
                .on(
                        "DescribePolicies",
                        DescribePoliciesRequest.class,
                        DescribePoliciesResponse.class,
                        AutoScaling::policies)
                .on(
                        "SetDesiredCapacity",
                        SetDesiredCapacityRequest.class,
                        SetDesiredCapacityResponse.class,
                        AutoScaling::desire);
    }

    /** Names that are not there are left out, not refused: so does Auto Scaling. */
    private static DescribeAutoScalingGroupsResponse groups(
            World world, DescribeAutoScalingGroupsRequest r, Call call) {
        List<AutoScalingGroup> found = world.scaling().groups().stream()
                .filter(g -> r.autoScalingGroupNames().isEmpty()
                        || r.autoScalingGroupNames().contains(g.autoScalingGroupName()))
                .filter(g -> r.filters().stream().allMatch(f -> passes(g, f)))
                .toList();
        Page<AutoScalingGroup> page = page(found, r.maxRecords(), r.nextToken());
        return DescribeAutoScalingGroupsResponse.builder()
                .autoScalingGroups(page.items())
                .nextToken(page.token())
                .build();
    }

    private static boolean passes(AutoScalingGroup group, Filter filter) {
        if (filter.name().equals("tag-key")) {
            return group.tags().stream().anyMatch(t -> filter.values().contains(t.key()));
        }
        if (filter.name().equals("tag-value")) {
            return group.tags().stream().anyMatch(t -> filter.values().contains(t.value()));
        }
        if (filter.name().startsWith("tag:")) {
            String key = filter.name().substring(4);
            return group.tags().stream()
                    .anyMatch(t -> t.key().equals(key) && filter.values().contains(t.value()));
        }
        throw new WireFault(400, "ValidationError", "Filter " + filter.name() + " is not supported");
    }

    private static DescribeAutoScalingInstancesResponse instances(
            World world, DescribeAutoScalingInstancesRequest r, Call call) {
        List<AutoScalingInstanceDetails> found = world.scaling().groups().stream()
                .flatMap(g -> g.instances().stream().map(i -> AutoScalingInstanceDetails.builder()
                        .instanceId(i.instanceId())
                        .instanceType(i.instanceType())
                        .autoScalingGroupName(g.autoScalingGroupName())
                        .availabilityZone(i.availabilityZone())
                        .lifecycleState(i.lifecycleStateAsString())
                        .healthStatus(i.healthStatus().toUpperCase(Locale.ROOT))
                        .launchTemplate(i.launchTemplate())
                        .protectedFromScaleIn(i.protectedFromScaleIn())
                        .build()))
                .filter(i -> r.instanceIds().isEmpty() || r.instanceIds().contains(i.instanceId()))
                .toList();
        Page<AutoScalingInstanceDetails> page = page(found, r.maxRecords(), r.nextToken());
        return DescribeAutoScalingInstancesResponse.builder()
                .autoScalingInstances(page.items())
                .nextToken(page.token())
                .build();
    }

    private static DescribeScalingActivitiesResponse activities(
            World world, DescribeScalingActivitiesRequest r, Call call) {
        if (r.autoScalingGroupName() != null) {
            group(world, r.autoScalingGroupName());
        }
        List<Activity> found = world.scaling().activities().stream()
                .filter(a -> r.autoScalingGroupName() == null
                        || a.autoScalingGroupName().equals(r.autoScalingGroupName()))
                .filter(a -> r.activityIds().isEmpty() || r.activityIds().contains(a.activityId()))
                .toList();
        Page<Activity> page = page(found, r.maxRecords(), r.nextToken());
        return DescribeScalingActivitiesResponse.builder()
                .activities(page.items())
                .nextToken(page.token())
                .build();
    }

    private static DescribeInstanceRefreshesResponse refreshes(
            World world, DescribeInstanceRefreshesRequest r, Call call) {
        group(world, r.autoScalingGroupName());
        List<InstanceRefresh> found = world.scaling().refreshes().stream()
                .filter(x -> x.autoScalingGroupName().equals(r.autoScalingGroupName()))
                .filter(x -> r.instanceRefreshIds().isEmpty()
                        || r.instanceRefreshIds().contains(x.instanceRefreshId()))
                .toList()
                .reversed();
        Page<InstanceRefresh> page = page(found, r.maxRecords(), r.nextToken());
        return DescribeInstanceRefreshesResponse.builder()
                .instanceRefreshes(page.items())
                .nextToken(page.token())
                .build();
    }

    private static DescribePoliciesResponse policies(World world, DescribePoliciesRequest r, Call call) {
        List<ScalingPolicy> found = world.scaling().policies().stream()
                .filter(p -> r.autoScalingGroupName() == null
                        || p.autoScalingGroupName().equals(r.autoScalingGroupName()))
                .filter(p -> r.policyNames().isEmpty() || r.policyNames().contains(p.policyName()))
                .filter(p -> r.policyTypes().isEmpty() || r.policyTypes().contains(p.policyType()))
                .toList();
        Page<ScalingPolicy> page = page(found, r.maxRecords(), r.nextToken());
        return DescribePoliciesResponse.builder()
                .scalingPolicies(page.items())
                .nextToken(page.token())
                .build();
    }

    private static SetDesiredCapacityResponse desire(World world, SetDesiredCapacityRequest r, Call call) {
        AutoScalingGroup group = group(world, r.autoScalingGroupName());
        int wanted = r.desiredCapacity();
        if (wanted > group.maxSize()) {
            throw invalid("New SetDesiredCapacity value " + wanted + " is above max value " + group.maxSize()
                    + " for the AutoScalingGroup.");
        }
        if (wanted < group.minSize()) {
            throw invalid("New SetDesiredCapacity value " + wanted + " is below min value " + group.minSize()
                    + " for the AutoScalingGroup.");
        }
        world.scaling()
                .desire(
                        r.autoScalingGroupName(),
                        wanted,
                        "a user request explicitly set group desired capacity changing the desired capacity from "
                                + group.desiredCapacity() + " to " + wanted + '.');
        return SetDesiredCapacityResponse.builder().build();
    }

    static AutoScalingGroup group(World world, String name) {
        return world.scaling()
                .groups()
                .find(name)
                .orElseThrow(
                        () -> invalid("AutoScalingGroup name not found - AutoScalingGroup '" + name + "' not found"));
    }

    private static <T> Page<T> page(List<T> all, @Nullable Integer limit, @Nullable String token) {
        if (limit != null && (limit < 1 || limit > LARGEST_PAGE)) {
            throw invalid("MaxRecords must be between 1 and 100");
        }
        return Page.of(
                all, limit, STANDARD_PAGE, token, new WireFault(400, "InvalidNextToken", "The token is not valid"));
    }

    static WireFault invalid(String message) {
        return new WireFault(400, "ValidationError", message);
    }
}
