package io.atalaya.deployment.facts;

import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Image;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.LaunchTemplate;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.Volume;
import io.atalaya.deployment.compute.OperatingSystem;
import java.util.List;

/** Facts of instances, images, volumes, launch templates and scaling groups. */
final class ComputeFacts {
    private ComputeFacts() {}

    static List<Fact> of(Instance instance, DeploymentIndex index) {
        var facts = new FactList(index, Parts.INSTANCES)
                .text("state", instance.state())
                .text("stateReason", instance.stateReason());
        var check = index.check(instance.id());
        if (check != null) {
            facts.text("systemCheck", check.systemStatus(), Parts.INSTANCE_CHECKS)
                    .text("instanceCheck", check.instanceStatus(), Parts.INSTANCE_CHECKS);
            check.events()
                    .forEach(event -> facts.text(
                            "scheduledEvent", event.code() + " · " + event.description(), Parts.INSTANCE_CHECKS));
        }
        for (var target : index.targetsOf(instance.id())) {
            var group = index.find(TargetGroup.class, ResourceType.TARGET_GROUP, target.targetGroupArn())
                    .map(TargetGroup::name)
                    .orElse(target.targetGroupArn());
            var why = target.reason() == null ? target.state() : target.state() + " · " + target.reason();
            facts.text(
                    "target", group + (target.port() == null ? "" : ":" + target.port()) + " · " + why, Parts.TARGETS);
            facts.text("targetReason", target.description(), Parts.TARGETS);
        }
        facts.text("type", Sizes.instanceType(instance.instanceType(), index))
                .text(
                        "system",
                        OperatingSystem.of(instance, index)
                                .map(OperatingSystem::name)
                                .orElse(instance.platform()),
                        Parts.IMAGES)
                .text("disk", Sizes.disks(instance, index), Parts.VOLUMES)
                .text("zone", instance.zone())
                .id("privateIp", instance.privateIp())
                .id("publicIp", instance.publicIp());
        index.addresses(instance.id())
                .forEach(address ->
                        facts.link("elasticIp", ResourceType.ELASTIC_IP, address.allocationId(), Parts.ELASTIC_IPS));
        facts.link("subnet", ResourceType.SUBNET, instance.subnetId())
                .link("vpc", ResourceType.VPC, instance.vpcId())
                .links("securityGroup", ResourceType.SECURITY_GROUP, instance.securityGroupIds())
                .link("image", ResourceType.IMAGE, instance.imageId());
        var group = index.scalingGroup(instance.id());
        var member = index.member(instance.id());
        if (group != null && member != null) {
            facts.link("scalingGroup", ResourceType.SCALING_GROUP, group.name(), Parts.SCALING_GROUPS)
                    .text("lifecycle", member.lifecycleState() + " · " + member.healthStatus(), Parts.SCALING_GROUPS);
        }
        return facts.text("architecture", instance.architecture())
                .text("platform", instance.platform())
                .moment("launched", instance.launchedAt())
                .links("volume", ResourceType.VOLUME, instance.volumeIds())
                .tags(instance.tags())
                .done();
    }

    static List<Fact> of(Image image, DeploymentIndex index) {
        return new FactList(index, Parts.IMAGES)
                .text("state", image.state())
                .text(
                        "system",
                        OperatingSystem.of(image, index)
                                .map(OperatingSystem::name)
                                .orElse(image.platform()))
                .text("description", image.description())
                .text("platform", image.platform())
                .text("architecture", image.architecture())
                .id("owner", image.ownerId())
                .moment("created", image.createdAt())
                .link("sourceInstance", ResourceType.INSTANCE, image.sourceInstanceId())
                .link("sourceImage", ResourceType.IMAGE, image.sourceImageId())
                .id("snapshot", String.join(", ", image.snapshotIds()))
                .tags(image.tags())
                .done();
    }

    static List<Fact> of(Volume volume, DeploymentIndex index) {
        var facts = new FactList(index, Parts.VOLUMES)
                .text("state", volume.state())
                .mono("size", Sizes.gib(volume.sizeGib()))
                .text("volumeType", volume.volumeType())
                .mono("iops", volume.iops())
                .mono("throughput", volume.throughputMibps() == null ? null : volume.throughputMibps() + " MiB/s")
                .yesNo("encrypted", volume.encrypted())
                .text("zone", volume.zone());
        for (var attachment : volume.attachments()) {
            facts.link("attachedTo", ResourceType.INSTANCE, attachment.instanceId())
                    .text("device", attachment.device() + " · " + attachment.state())
                    .yesNo("deleteOnTermination", attachment.deleteOnTermination());
        }
        return facts.id("snapshot", volume.snapshotId())
                .moment("created", volume.createdAt())
                .tags(volume.tags())
                .done();
    }

    static List<Fact> of(LaunchTemplate template, DeploymentIndex index) {
        var facts = new FactList(index, Parts.LAUNCH_TEMPLATES)
                .mono("defaultVersion", template.defaultVersion())
                .mono("latestVersion", template.latestVersion());
        for (var version : template.versions()) {
            facts.words("version", "fact.versionNumber", String.valueOf(version.number()))
                    .link("image", ResourceType.IMAGE, version.imageId())
                    .text(
                            "type",
                            version.instanceType() == null ? null : Sizes.instanceType(version.instanceType(), index))
                    .links("securityGroup", ResourceType.SECURITY_GROUP, version.securityGroupIds())
                    .moment("created", version.createdAt());
        }
        return facts.tags(template.tags()).done();
    }

    static List<Fact> of(ScalingGroup group, DeploymentIndex index) {
        var version = group.launchTemplateVersion() == null ? "" : group.launchTemplateVersion();
        return new FactList(index, Parts.SCALING_GROUPS)
                .mono("capacity", group.min() + " / " + group.desired() + " / " + group.max())
                .mono("members", group.members().size())
                .text("zones", String.join(", ", group.zones()))
                .text("healthCheckType", group.healthCheckType())
                .link("launchTemplate", ResourceType.LAUNCH_TEMPLATE, group.launchTemplateId())
                .mono("version", version.isEmpty() ? null : version)
                .links("targetGroup", ResourceType.TARGET_GROUP, group.targetGroupArns())
                .links("subnet", ResourceType.SUBNET, group.subnetIds())
                .text("suspended", String.join(", ", group.suspendedProcesses()))
                .moment("created", group.createdAt())
                .tags(group.tags())
                .done();
    }
}
