package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplateSpecification;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

/** citsmart-asg: three to six application hosts, spread over the zones. What it launches, the balancer takes in. */
final class CitsmartScaling {
    private static final String OF_GROUP = ":autoScalingGroupName/" + CitsmartIds.SCALING_GROUP;
    private static final String ARN = "autoScalingGroup:c175a7e4-d1b9-4026-8bad-286b8f5e2ca1" + OF_GROUP;

    private CitsmartScaling() {}

    static void furnish(World world, CitsmartHosts hosts) {
        Instant start = world.start().truncatedTo(ChronoUnit.SECONDS);
        AutoScalingGroup group = AutoScalingGroup.builder()
                .autoScalingGroupName(CitsmartIds.SCALING_GROUP)
                .autoScalingGroupARN(world.account().arn("autoscaling", ARN))
                .launchTemplate(template("7"))
                .minSize(3)
                .desiredCapacity(3)
                .maxSize(6)
                .defaultCooldown(300)
                .availabilityZones(CitsmartIds.ZONES)
                .vpcZoneIdentifier(String.join(",", CitsmartIds.APP))
                .targetGroupARNs(CitsmartIds.WEB, CitsmartIds.TIKA)
                .healthCheckType("EC2")
                .healthCheckGracePeriod(420)
                .createdTime(start.minus(Duration.ofDays(408)))
                .terminationPolicies("OldestLaunchTemplate", "Default")
                .newInstancesProtectedFromScaleIn(false)
                .serviceLinkedRoleARN("arn:aws:iam::" + CitsmartIds.ACCOUNT
                        + ":role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling")
                .instances(Host.APPS.stream().map(CitsmartScaling::member).toList())
                .tags(TagDescription.builder()
                        .key("Projeto")
                        .value("CITSmart")
                        .propagateAtLaunch(true)
                        .resourceId(CitsmartIds.SCALING_GROUP)
                        .resourceType("auto-scaling-group")
                        .build())
                .build();
        world.scaling().add(group, hosts::launch, before(world, start));
        world.scaling()
                .policies()
                .put(ScalingPolicy.builder()
                        .policyName("cpu-65")
                        .policyARN(world.account()
                                .arn(
                                        "autoscaling",
                                        "scalingPolicy:d286b8f5-e2ca-4137-94bc-1e397ca06f3d" + OF_GROUP
                                                + ":policyName/cpu-65"))
                        .autoScalingGroupName(CitsmartIds.SCALING_GROUP)
                        .policyType("TargetTrackingScaling")
                        .enabled(true)
                        .targetTrackingConfiguration(t -> t.targetValue(65.0)
                                .predefinedMetricSpecification(m -> m.predefinedMetricType("ASGAverageCPUUtilization")))
                        .alarms(List.of())
                        .build());
    }

    private static LaunchTemplateSpecification template(String version) {
        return LaunchTemplateSpecification.builder()
                .launchTemplateId(CitsmartIds.TEMPLATE)
                .launchTemplateName(CitsmartIds.TEMPLATE_NAME)
                .version(version)
                .build();
    }

    private static Instance member(Host host) {
        return Instance.builder()
                .instanceId(host.id())
                .instanceType(host.role().type())
                .availabilityZone(host.zone())
                .lifecycleState("InService")
                .healthStatus("Healthy")
                .launchTemplate(template(host.modern() ? "7" : "6"))
                .protectedFromScaleIn(false)
                .build();
    }

    /** The two that were replaced for WildFly. */
    private static List<Activity> before(World world, Instant start) {
        String cause = "an instance was launched in response to an instance refresh replacing instances.";
        return IntStream.range(0, 2)
                .mapToObj(n -> {
                    Host host = Host.APPS.get(n);
                    Instant at = start.minus(host.age());
                    return Activity.builder()
                            .activityId(world.dice().uuid("past-activity", n))
                            .autoScalingGroupName(CitsmartIds.SCALING_GROUP)
                            .autoScalingGroupARN(world.account().arn("autoscaling", ARN))
                            .description("Launching a new EC2 instance: " + host.id())
                            .cause("At " + at.toString().substring(0, 19) + "Z " + cause)
                            .startTime(at)
                            .endTime(at.plusSeconds(41))
                            .statusCode("Successful")
                            .progress(100)
                            .details("{\"Availability Zone\":\"" + host.zone() + "\"}")
                            .build();
                })
                .toList();
    }
}
