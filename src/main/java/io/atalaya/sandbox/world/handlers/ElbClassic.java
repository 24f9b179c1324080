package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeInstanceHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeInstanceHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.Instance;
import software.amazon.awssdk.services.elasticloadbalancing.model.InstanceState;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;
import software.amazon.awssdk.services.elasticloadbalancing.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancing.model.TagDescription;

/** Classic balancers and how their instances fare: in service while they run. */
final class ElbClassic {
    private ElbClassic() {}

    static void register(Operations elb) {
        elb.on(
                        "DescribeLoadBalancers",
                        DescribeLoadBalancersRequest.class,
                        DescribeLoadBalancersResponse.class,
                        ElbClassic::balancers)
                .on(
                        "DescribeInstanceHealth",
                        DescribeInstanceHealthRequest.class,
                        DescribeInstanceHealthResponse.class,
                        ElbClassic::health)
                .on("DescribeTags", DescribeTagsRequest.class, DescribeTagsResponse.class, ElbClassic::tags);
    }

    private static DescribeLoadBalancersResponse balancers(World world, DescribeLoadBalancersRequest r, Call call) {
        List<LoadBalancerDescription> chosen = r.loadBalancerNames().isEmpty()
                ? List.copyOf(world.balancing().classic().all())
                : r.loadBalancerNames().stream().map(name -> find(world, name)).toList();
        Page<LoadBalancerDescription> page = ElbFaults.page(chosen, r.pageSize(), r.marker());
        return DescribeLoadBalancersResponse.builder()
                .loadBalancerDescriptions(page.items())
                .nextMarker(page.token())
                .build();
    }

    private static DescribeInstanceHealthResponse health(World world, DescribeInstanceHealthRequest r, Call call) {
        LoadBalancerDescription balancer = find(world, r.loadBalancerName());
        return DescribeInstanceHealthResponse.builder()
                .instanceStates(balancer.instances().stream()
                        .map(Instance::instanceId)
                        .filter(id -> r.instances().isEmpty()
                                || r.instances().stream()
                                        .anyMatch(i -> i.instanceId().equals(id)))
                        .map(id -> state(world, id))
                        .toList())
                .build();
    }

    private static InstanceState state(World world, String id) {
        InstanceStateName now = world.instances().stateOf(id);
        boolean runs = now == InstanceStateName.RUNNING;
        return InstanceState.builder()
                .instanceId(id)
                .state(runs ? "InService" : "OutOfService")
                .reasonCode(runs ? "N/A" : "Instance")
                .description(runs ? "N/A" : "Instance is in " + now + " state.")
                .build();
    }

    private static DescribeTagsResponse tags(World world, DescribeTagsRequest r, Call call) {
        return DescribeTagsResponse.builder()
                .tagDescriptions(r.loadBalancerNames().stream()
                        .map(name -> TagDescription.builder()
                                .loadBalancerName(find(world, name).loadBalancerName())
                                .tags(world.balancing().tags(name).entrySet().stream()
                                        .map(e -> Tag.builder()
                                                .key(e.getKey())
                                                .value(e.getValue())
                                                .build())
                                        .toList())
                                .build())
                        .toList())
                .build();
    }

    private static LoadBalancerDescription find(World world, String name) {
        return world.balancing()
                .classic()
                .find(name)
                .orElseThrow(() -> new WireFault(
                        400, "LoadBalancerNotFound", "There is no ACTIVE Load Balancer named '" + name + "'"));
    }
}
