package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeInstanceHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeInstanceHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeTagsResponse;

/** Classic balancers: no deployment here has one, so the answers are complete and empty. */
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
        r.loadBalancerNames().forEach(ElbClassic::refuse);
        return DescribeLoadBalancersResponse.builder()
                .loadBalancerDescriptions(List.of())
                .build();
    }

    private static DescribeInstanceHealthResponse health(World world, DescribeInstanceHealthRequest r, Call call) {
        throw fault(r.loadBalancerName());
    }

    private static DescribeTagsResponse tags(World world, DescribeTagsRequest r, Call call) {
        r.loadBalancerNames().forEach(ElbClassic::refuse);
        return DescribeTagsResponse.builder().tagDescriptions(List.of()).build();
    }

    private static void refuse(String name) {
        throw fault(name);
    }

    private static WireFault fault(String name) {
        return new WireFault(400, "LoadBalancerNotFound", "There is no ACTIVE Load Balancer named '" + name + "'");
    }
}
