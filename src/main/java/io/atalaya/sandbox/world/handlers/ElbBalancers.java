package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Balancing;
import io.atalaya.sandbox.world.World;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;

/** Application and network balancers, their attributes, and tags of everything v2. */
final class ElbBalancers {
    private static final int MOST_TAGGED = 20;

    private ElbBalancers() {}

    static void register(Operations elb) {
        elb.on(
                        "DescribeLoadBalancers",
                        DescribeLoadBalancersRequest.class,
                        DescribeLoadBalancersResponse.class,
                        ElbBalancers::balancers)
                .on(
                        "DescribeLoadBalancerAttributes",
                        DescribeLoadBalancerAttributesRequest.class,
                        DescribeLoadBalancerAttributesResponse.class,
                        ElbBalancers::attributes)
                .on("DescribeTags", DescribeTagsRequest.class, DescribeTagsResponse.class, ElbBalancers::tags);
    }

    private static DescribeLoadBalancersResponse balancers(World world, DescribeLoadBalancersRequest r, Call call) {
        List<LoadBalancer> all = List.copyOf(world.balancing().loadBalancers().all());
        for (String arn : r.loadBalancerArns()) {
            require(world.balancing(), arn);
        }
        for (String name : r.names()) {
            if (all.stream().noneMatch(b -> b.loadBalancerName().equals(name))) {
                throw ElbFaults.notFound("LoadBalancer", name);
            }
        }
        List<LoadBalancer> chosen = all.stream()
                .filter(b ->
                        r.loadBalancerArns().isEmpty() || r.loadBalancerArns().contains(b.loadBalancerArn()))
                .filter(b -> r.names().isEmpty() || r.names().contains(b.loadBalancerName()))
                .toList();
        Page<LoadBalancer> page = ElbFaults.page(chosen, r.pageSize(), r.marker());
        return DescribeLoadBalancersResponse.builder()
                .loadBalancers(page.items())
                .nextMarker(page.token())
                .build();
    }

    private static DescribeLoadBalancerAttributesResponse attributes(
            World world, DescribeLoadBalancerAttributesRequest r, Call call) {
        require(world.balancing(), r.loadBalancerArn());
        return DescribeLoadBalancerAttributesResponse.builder()
                .attributes(world.balancing().attributes(r.loadBalancerArn()).entrySet().stream()
                        .map(e -> LoadBalancerAttribute.builder()
                                .key(e.getKey())
                                .value(e.getValue())
                                .build())
                        .toList())
                .build();
    }

    private static DescribeTagsResponse tags(World world, DescribeTagsRequest r, Call call) {
        if (r.resourceArns().size() > MOST_TAGGED) {
            throw new WireFault(400, "ValidationError", "You can specify up to 20 resources in a single call");
        }
        return DescribeTagsResponse.builder()
                .tagDescriptions(r.resourceArns().stream()
                        .map(arn -> TagDescription.builder()
                                .resourceArn(arn)
                                .tags(tagsOf(world.balancing(), arn))
                                .build())
                        .toList())
                .build();
    }

    private static List<Tag> tagsOf(Balancing balancing, String arn) {
        if (arn.contains(":listener/")) {
            requireIn(balancing.listeners().contains(arn), "Listener", arn);
        } else if (arn.contains(":listener-rule/")) {
            requireIn(balancing.rules().contains(arn), "Rule", arn);
        } else if (arn.contains(":targetgroup/")) {
            requireIn(balancing.targetGroups().contains(arn), "TargetGroup", arn);
        } else {
            require(balancing, arn);
        }
        return balancing.tags(arn).entrySet().stream()
                .map((Map.Entry<String, String> e) ->
                        Tag.builder().key(e.getKey()).value(e.getValue()).build())
                .toList();
    }

    static void require(Balancing balancing, String loadBalancerArn) {
        requireIn(balancing.loadBalancers().contains(loadBalancerArn), "LoadBalancer", loadBalancerArn);
    }

    static void requireIn(boolean there, String kind, String arn) {
        if (!there) {
            throw ElbFaults.notFound(kind, arn);
        }
    }
}
