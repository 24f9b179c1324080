package io.atalaya.deployment.overview;

import io.atalaya.deployment.LaunchTemplateVersion;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.deployment.compute.TemplateVersions;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Machines, or the template they are started from, that are not of the newest image. */
final class ImageRule implements Rule {
    @Override
    public Stream<Finding> find(Situation situation) {
        var said = new HashSet<String>();
        return situation.items(Parts.SCALING_GROUPS).stream()
                .flatMap(group -> TemplateVersions.of(group, situation.compute()).stream()
                        .flatMap(version -> Stream.concat(
                                template(group, version, situation).filter(it -> said.add(it.key())),
                                instances(group, version, situation))));
    }

    private static Stream<Finding> template(ScalingGroup group, LaunchTemplateVersion version, Situation situation) {
        var template = situation.compute().template(group.launchTemplateId());
        var image = situation.compute().image(version.imageId());
        if (template == null || image == null) {
            return Stream.empty();
        }
        return situation.families().newerThan(image).stream()
                .map(newest -> new Finding(
                        FindingKind.TEMPLATE_BEHIND,
                        Urgency.DEGRADED,
                        template.ref(),
                        Parts.IMAGES,
                        newest.createdAt(),
                        List.of(template.name(), version.number(), image.name(), newest.name())));
    }

    private static Stream<Finding> instances(ScalingGroup group, LaunchTemplateVersion version, Situation situation) {
        var started = version.imageId();
        if (started == null) {
            return Stream.empty();
        }
        var instances = group.members().stream()
                .map(member -> situation.compute().instance(member.instanceId()))
                .filter(Objects::nonNull)
                .toList();
        var behind = instances.stream()
                .filter(each -> each.imageId() != null && !each.imageId().equals(started))
                .count();
        var image = situation.compute().image(started);
        return behind == 0
                ? Stream.empty()
                : Stream.of(new Finding(
                        FindingKind.INSTANCES_BEHIND,
                        Urgency.DEGRADED,
                        group.ref(),
                        Parts.INSTANCES,
                        null,
                        List.of(group.name(), behind, instances.size(), image == null ? started : image.name())));
    }
}
