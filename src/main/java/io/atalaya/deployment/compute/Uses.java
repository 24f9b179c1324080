package io.atalaya.deployment.compute;

import io.atalaya.deployment.Image;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.LaunchTemplate;
import io.atalaya.deployment.LaunchTemplateVersion;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ScalingGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Who uses which image, template and group: one pass over the snapshot for all rows of a table. */
public final class Uses {
    private final ComputeIndex index;
    private final ImageFamilies families;
    private final Map<String, Integer> instancesByImage = new HashMap<>();
    private final Map<String, List<String>> groupsByImage = new HashMap<>();
    private final Map<String, List<ScalingGroup>> groupsByTemplate = new HashMap<>();

    public Uses(ComputeIndex index) {
        this.index = index;
        families = new ImageFamilies(index.deployment().items(Parts.IMAGES));
        for (var instance : index.deployment().items(Parts.INSTANCES)) {
            if (instance.imageId() != null && !instance.state().equals("terminated")) {
                instancesByImage.merge(instance.imageId(), 1, Integer::sum);
            }
        }
        for (var group : index.deployment().items(Parts.SCALING_GROUPS)) {
            TemplateVersions.of(group, index)
                    .map(LaunchTemplateVersion::imageId)
                    .ifPresent(image -> groupsByImage
                            .computeIfAbsent(image, unused -> new ArrayList<>())
                            .add(group.name()));
            if (group.launchTemplateId() != null) {
                groupsByTemplate
                        .computeIfAbsent(group.launchTemplateId(), unused -> new ArrayList<>())
                        .add(group);
            }
        }
    }

    /** Newest first. */
    public List<ImageUse> images() {
        return index.deployment().items(Parts.IMAGES).stream()
                .sorted(Comparator.comparing(
                        Image::createdAt,
                        Comparator.nullsLast(
                                Comparator.<java.time.Instant>naturalOrder().reversed())))
                .map(image -> new ImageUse(
                        image,
                        OperatingSystem.of(image, index.deployment().index()).orElse(null),
                        index.instance(image.sourceInstanceId()),
                        families.newerThan(image).orElse(null),
                        groupsByImage.getOrDefault(image.id(), List.of()),
                        instancesByImage.getOrDefault(image.id(), 0)))
                .toList();
    }

    /** By name. */
    public List<TemplateUse> templates() {
        return index.deployment().items(Parts.LAUNCH_TEMPLATES).stream()
                .sorted(Comparator.comparing(LaunchTemplate::name).thenComparing(LaunchTemplate::id))
                .map(this::template)
                .toList();
    }

    private TemplateUse template(LaunchTemplate template) {
        var groups = groupsByTemplate.getOrDefault(template.id(), List.of());
        var wanted = groups.isEmpty() ? null : groups.getFirst().launchTemplateVersion();
        var version = TemplateVersions.resolve(template, wanted).orElse(null);
        var image = version == null ? null : index.image(version.imageId());
        return new TemplateUse(
                template,
                version,
                image,
                image == null ? null : families.newerThan(image).orElse(null),
                groups.stream().map(ScalingGroup::name).toList());
    }

    /** By name. */
    public List<GroupUse> groups() {
        return index.deployment().items(Parts.SCALING_GROUPS).stream()
                .sorted(Comparator.comparing(ScalingGroup::name))
                .map(this::group)
                .toList();
    }

    private GroupUse group(ScalingGroup group) {
        var version = TemplateVersions.of(group, index).orElse(null);
        var started = version == null ? null : version.imageId();
        var inService = group.members().stream()
                .filter(member -> member.lifecycleState().equals("InService")
                        && member.healthStatus().equalsIgnoreCase("healthy"))
                .count();
        var behind = started == null
                ? 0
                : group.members().stream()
                        .map(member -> index.instance(member.instanceId()))
                        .filter(Objects::nonNull)
                        .map(Instance::imageId)
                        .filter(image -> image != null && !image.equals(started))
                        .count();
        return new GroupUse(
                group, index.template(group.launchTemplateId()), version, index.image(started), (int) inService, (int)
                        behind);
    }
}
