package io.atalaya.sandbox.world.fleet;

import io.atalaya.sandbox.world.Instances;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplateSpecification;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

/** A scaling group for each web service and each worker. */
final class FleetScaling {
    /** Launched instances count from here, so that none has the id of one that was there before. */
    private static final int LAUNCHED = 1_000_000;

    private final World world;
    private final Names names;
    private final FleetMachines machines;
    private final Instant start;
    private final Map<String, Integer> launched = new HashMap<>();

    FleetScaling(World world, Names names, FleetMachines machines) {
        this.world = world;
        this.names = names;
        this.machines = machines;
        this.start = world.start().truncatedTo(ChronoUnit.SECONDS);
    }

    void furnish(Company company) {
        company.services().stream().filter(Service::isScaled).forEach(this::group);
    }

    private void group(Service service) {
        var template = LaunchTemplateSpecification.builder()
                .launchTemplateId(names.template(service))
                .launchTemplateName(service.name())
                .version(String.valueOf(FleetImages.release(service)))
                .build();
        var members = IntStream.range(0, service.size())
                .mapToObj(i -> Instance.builder()
                        .instanceId(names.instance(service, i))
                        .instanceType(service.role().instanceType())
                        .availabilityZone(Site.ZONES.get(FleetMachines.zone(i)))
                        .lifecycleState("InService")
                        .healthStatus("Healthy")
                        .launchTemplate(template)
                        .protectedFromScaleIn(false)
                        .build())
                .toList();
        var group = AutoScalingGroup.builder()
                .autoScalingGroupName(service.name())
                .autoScalingGroupARN(names.scalingGroupArn(service))
                .launchTemplate(template)
                .minSize(Math.max(1, service.size() / 2))
                .desiredCapacity(service.size())
                .maxSize(service.size() * 2)
                .defaultCooldown(300)
                .availabilityZones(Site.ZONES)
                .vpcZoneIdentifier(String.join(",", service.network().privateIds()))
                .targetGroupARNs(service.isWeb() ? List.of(names.targetGroupArn(service)) : List.of())
                .healthCheckType("EC2")
                .healthCheckGracePeriod(300)
                .createdTime(start.minus(Duration.ofDays(300)))
                .terminationPolicies("Default")
                .newInstancesProtectedFromScaleIn(false)
                .instances(members)
                .tags(t -> t.key("Team")
                        .value(service.role().team())
                        .propagateAtLaunch(true)
                        .resourceId(service.name())
                        .resourceType("auto-scaling-group"))
                .build();
        world.scaling().add(group, zone -> launch(service, zone), List.of(lastLaunch(service)));
    }

    private Activity lastLaunch(Service service) {
        Instant at = start.minus(Duration.ofHours(2L + world.dice().below("activity", service.number(), 400)));
        String when = at.toString().substring(0, 19);
        return Activity.builder()
                .activityId(world.dice().uuid("launch", service.number()))
                .autoScalingGroupName(service.name())
                .autoScalingGroupARN(names.scalingGroupArn(service))
                .description("Launching a new EC2 instance: " + names.instance(service, service.size() - 1))
                .cause("At " + when + "Z a monitor alarm TargetTracking-" + service.name()
                        + " in state ALARM triggered policy cpu-55 changing the desired capacity from "
                        + (service.size() - 1) + " to " + service.size() + '.')
                .startTime(at)
                .endTime(at.plusSeconds(41))
                .statusCode("Successful")
                .progress(100)
                .details("{}")
                .build();
    }

    private String launch(Service service, String zone) {
        int number = launched.merge(service.name(), 1, Integer::sum);
        // a number that lands in the zone the group wants
        int index = (LAUNCHED + number * Site.ZONES.size()) / Site.ZONES.size() * Site.ZONES.size()
                + Site.ZONES.indexOf(zone);
        var instance = machines.put(service, index, 5_000 + number, world.now());
        world.compute().instances().change(instance.instanceId(), i -> i.toBuilder()
                .state(Instances.state(InstanceStateName.PENDING))
                .build());
        world.instances().launch(world.compute().instances().get(instance.instanceId()));
        return instance.instanceId();
    }
}
