package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Target;
import io.atalaya.sandbox.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** Target groups, who is in them and how it fares. */
final class ElbTargets {
    /** What AWS answers of a group nobody has configured. */
    private static final Map<String, String> DEFAULTS =
            Map.of("deregistration_delay.timeout_seconds", "300", "stickiness.enabled", "false");

    private ElbTargets() {}

    static void register(Operations elb) {
        elb.on(
                        "DescribeTargetGroups",
                        DescribeTargetGroupsRequest.class,
                        DescribeTargetGroupsResponse.class,
                        ElbTargets::groups)
                .on(
                        "DescribeTargetGroupAttributes",
                        DescribeTargetGroupAttributesRequest.class,
                        DescribeTargetGroupAttributesResponse.class,
                        ElbTargets::attributes)
                .on(
                        "DescribeTargetHealth",
                        DescribeTargetHealthRequest.class,
                        DescribeTargetHealthResponse.class,
                        ElbTargets::health)
                .on(
                        "RegisterTargets",
                        RegisterTargetsRequest.class,
                        RegisterTargetsResponse.class,
                        ElbTargets::register)
                .on(
                        "DeregisterTargets",
                        DeregisterTargetsRequest.class,
                        DeregisterTargetsResponse.class,
                        ElbTargets::deregister);
    }

    private static DescribeTargetGroupsResponse groups(World world, DescribeTargetGroupsRequest r, Call call) {
        List<TargetGroup> all = List.copyOf(world.balancing().targetGroups().all());
        if (r.loadBalancerArn() != null) {
            ElbBalancers.require(world.balancing(), r.loadBalancerArn());
        }
        r.targetGroupArns().forEach(a -> require(world, a));
        for (String name : r.names()) {
            if (all.stream().noneMatch(g -> g.targetGroupName().equals(name))) {
                throw ElbFaults.notFound("TargetGroup", name);
            }
        }
        List<TargetGroup> chosen = all.stream()
                .filter(g -> r.loadBalancerArn() == null || g.loadBalancerArns().contains(r.loadBalancerArn()))
                .filter(g ->
                        r.targetGroupArns().isEmpty() || r.targetGroupArns().contains(g.targetGroupArn()))
                .filter(g -> r.names().isEmpty() || r.names().contains(g.targetGroupName()))
                .toList();
        Page<TargetGroup> page = ElbFaults.page(chosen, r.pageSize(), r.marker());
        return DescribeTargetGroupsResponse.builder()
                .targetGroups(page.items())
                .nextMarker(page.token())
                .build();
    }

    private static DescribeTargetGroupAttributesResponse attributes(
            World world, DescribeTargetGroupAttributesRequest r, Call call) {
        require(world, r.targetGroupArn());
        Map<String, String> said = new LinkedHashMap<>(DEFAULTS);
        said.putAll(world.balancing().attributes(r.targetGroupArn()));
        return DescribeTargetGroupAttributesResponse.builder()
                .attributes(said.entrySet().stream()
                        .map(e -> TargetGroupAttribute.builder()
                                .key(e.getKey())
                                .value(e.getValue())
                                .build())
                        .toList())
                .build();
    }

    /** All of a group, or those asked for: one that is not registered is answered as {@code unused}, not as an error. */
    private static DescribeTargetHealthResponse health(World world, DescribeTargetHealthRequest r, Call call) {
        String arn = r.targetGroupArn();
        require(world, arn);
        Stream<TargetHealthDescription> answers = r.targets().isEmpty()
                ? world.targets().of(arn).stream().map(t -> description(world, t))
                : r.targets().stream().map(wanted -> world.targets()
                        .find(arn, wanted)
                        .map(t -> description(world, t))
                        .orElseGet(() -> notRegistered(wanted)));
        return DescribeTargetHealthResponse.builder()
                .targetHealthDescriptions(answers.toList())
                .build();
    }

    private static TargetHealthDescription description(World world, Target target) {
        TargetGroup group = world.balancing().targetGroups().get(target.targetGroupArn());
        String checked = group.healthCheckPort();
        return TargetHealthDescription.builder()
                .target(target.description())
                .healthCheckPort(
                        "traffic-port".equals(checked) && target.description().port() != null
                                ? target.description().port().toString()
                                : checked)
                .targetHealth(target.health())
                .build();
    }

    private static TargetHealthDescription notRegistered(TargetDescription wanted) {
        return TargetHealthDescription.builder()
                .target(wanted)
                .targetHealth(h -> h.state(TargetHealthStateEnum.UNUSED)
                        .reason(TargetHealthReasonEnum.TARGET_NOT_REGISTERED)
                        .description("Target is not registered to the target group"))
                .build();
    }

    private static RegisterTargetsResponse register(World world, RegisterTargetsRequest r, Call call) {
        require(world, r.targetGroupArn());
        for (TargetDescription t : r.targets()) {
            boolean byAddress =
                    world.balancing().targetGroups().get(r.targetGroupArn()).targetType() == TargetTypeEnum.IP;
            boolean there = byAddress
                    || world.compute()
                            .instances()
                            .find(t.id())
                            .filter(i -> i.state().name() != InstanceStateName.TERMINATED)
                            .isPresent();
            if (!there) {
                throw new WireFault(
                        400,
                        "InvalidTarget",
                        "The following targets are not in a running state and cannot be registered: '" + t.id() + "'");
            }
        }
        r.targets().forEach(t -> world.targets().register(r.targetGroupArn(), t));
        return RegisterTargetsResponse.builder().build();
    }

    private static DeregisterTargetsResponse deregister(World world, DeregisterTargetsRequest r, Call call) {
        require(world, r.targetGroupArn());
        r.targets().forEach(t -> world.targets().deregister(r.targetGroupArn(), t));
        return DeregisterTargetsResponse.builder().build();
    }

    private static void require(World world, String targetGroupArn) {
        ElbBalancers.requireIn(
                world.balancing().targetGroups().contains(targetGroupArn), "TargetGroup", targetGroupArn);
    }
}
