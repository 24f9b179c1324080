package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplateSpecification;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

/** AUTOChOp-asg: two to four copies of the base instance. It asks EC2 for their health, not the balancer. */
final class CheckopScaling {
    private static final String ARN =
            "autoScalingGroup:6c0e2b9d-41f7-4a83-9e5c-7d1f3b8a2e64:autoScalingGroupName/" + Ids.SCALING_GROUP;
    private static final LaunchTemplateSpecification TEMPLATE = LaunchTemplateSpecification.builder()
            .launchTemplateId(Ids.TEMPLATE)
            .launchTemplateName(Ids.TEMPLATE_NAME)
            .version("3")
            .build();

    private CheckopScaling() {}

    static void furnish(World world, Load load) {
        Instant start = world.start().truncatedTo(ChronoUnit.SECONDS);
        String arn = world.account().arn("autoscaling", ARN);
        AutoScalingGroup group = AutoScalingGroup.builder()
                .autoScalingGroupName(Ids.SCALING_GROUP)
                .autoScalingGroupARN(arn)
                .launchTemplate(TEMPLATE)
                .minSize(2)
                .desiredCapacity(2)
                .maxSize(4)
                .defaultCooldown(300)
                .availabilityZones(Ids.ZONE_A, Ids.ZONE_D)
                .vpcZoneIdentifier(Ids.PUBLIC_1A + ',' + Ids.PUBLIC_1D)
                .targetGroupARNs(Ids.WEB, Ids.FILES)
                .healthCheckType("EC2")
                .healthCheckGracePeriod(300)
                .createdTime(start.minus(Duration.ofDays(260)))
                .terminationPolicies("Default")
                .newInstancesProtectedFromScaleIn(false)
                .serviceLinkedRoleARN("arn:aws:iam::" + Ids.ACCOUNT
                        + ":role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling")
                .instances(member(Ids.APP_1A, Ids.ZONE_A), member(Ids.APP_1D, Ids.ZONE_D))
                .tags(TagDescription.builder()
                        .key("Name")
                        .value("AUTOChOp")
                        .propagateAtLaunch(true)
                        .resourceId(Ids.SCALING_GROUP)
                        .resourceType("auto-scaling-group")
                        .build())
                .build();
        world.scaling().add(group, zone -> CheckopLauncher.launch(world, load, zone), before(world, start));
        world.scaling()
                .policies()
                .put(ScalingPolicy.builder()
                        .policyName("cpu-60")
                        .policyARN(world.account()
                                .arn(
                                        "autoscaling",
                                        "scalingPolicy:2f8b4d6e-91a3-4c57-8e0d-5b7c9f1a3d62:autoScalingGroupName/"
                                                + Ids.SCALING_GROUP + ":policyName/cpu-60"))
                        .autoScalingGroupName(Ids.SCALING_GROUP)
                        .policyType("TargetTrackingScaling")
                        .enabled(false)
                        .targetTrackingConfiguration(t -> t.targetValue(60.0)
                                .disableScaleIn(true)
                                .predefinedMetricSpecification(m -> m.predefinedMetricType("ASGAverageCPUUtilization")))
                        .alarms(List.of())
                        .build());
    }

    private static Instance member(String id, String zone) {
        return Instance.builder()
                .instanceId(id)
                .instanceType("t3.xlarge")
                .availabilityZone(zone)
                .lifecycleState("InService")
                .healthStatus("Healthy")
                .launchTemplate(TEMPLATE)
                .protectedFromScaleIn(false)
                .build();
    }

    private static List<Activity> before(World world, Instant start) {
        Instant launched = start.minus(CheckopInstances.APP_1D.age());
        String replaced = "an instance was launched in response to an unhealthy instance needing to be replaced.";
        return List.of(
                activity(world, 0, launched.minusSeconds(31), "Launching a new EC2 instance: " + Ids.APP_1A, replaced),
                activity(world, 1, launched.plusSeconds(269), "Launching a new EC2 instance: " + Ids.APP_1D, replaced),
                activity(
                        world,
                        2,
                        start.minus(Duration.ofDays(12)),
                        "Launching a new EC2 instance: i-0d4a7c1e9b3f52860",
                        "a user request update of AutoScalingGroup constraints to min: 2, max: 4, desired: 3 changing the"
                                + " desired capacity from 2 to 3."),
                activity(
                        world,
                        3,
                        start.minus(Duration.ofDays(12)).plus(Duration.ofHours(5)),
                        "Terminating EC2 instance: i-0d4a7c1e9b3f52860",
                        "a user request update of AutoScalingGroup constraints to min: 2, max: 4, desired: 2 changing the"
                                + " desired capacity from 3 to 2."));
    }

    private static Activity activity(World world, int number, Instant at, String description, String cause) {
        return Activity.builder()
                .activityId(world.dice().uuid("past-activity", number))
                .autoScalingGroupName(Ids.SCALING_GROUP)
                .autoScalingGroupARN(world.account().arn("autoscaling", ARN))
                .description(description)
                .cause("At " + at.toString().substring(0, 19) + "Z " + cause)
                .startTime(at)
                .endTime(at.plusSeconds(34))
                .statusCode("Successful")
                .progress(100)
                .details("{\"Availability Zone\":\"" + (number == 0 ? Ids.ZONE_A : Ids.ZONE_D) + "\"}")
                .build();
    }
}
