package io.atalaya.ui.compute;

import io.atalaya.deployment.Instance;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.State;
import io.atalaya.deployment.compute.LineageStep;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the steps of a lineage. */
final class LineageTexts {
    private static final int ID_ROOM = 10;

    private final Texts texts;
    private final Ages ages;

    LineageTexts(Texts texts, Ages ages) {
        this.texts = texts;
        this.ages = ages;
    }

    LineageText of(LineageStep step, Instant now) {
        return switch (step) {
            case LineageStep.Base it -> base(it);
            case LineageStep.Made it -> image(it, now);
            case LineageStep.Template it -> template(it, now);
            case LineageStep.Group it -> group(it);
            case LineageStep.Machines it -> machines(it);
        };
    }

    private LineageText base(LineageStep.Base step) {
        Instance instance = step.instance();
        var ref = new ResourceRef(ResourceType.INSTANCE, step.instanceId());
        return new LineageText(
                step.key(),
                0,
                instance == null ? step.instanceId() : instance.name(),
                instance == null
                        ? texts.get("compute.lineage.gone")
                        : instance.instanceType() + " · " + instance.zone(),
                instance == null ? "" : instance.state(),
                State.HEALTHY,
                step.instanceId(),
                instance == null ? null : ref,
                Set.of(ref));
    }

    private LineageText image(LineageStep.Made step, Instant now) {
        var image = step.image();
        var ref = new ResourceRef(ResourceType.IMAGE, step.imageId());
        var detail = image == null
                ? texts.get("compute.lineage.notListed")
                : (image.createdAt() == null ? "" : ages.time(image.createdAt(), now) + " · ")
                        + CopyId.cut(step.imageId(), ID_ROOM);
        return new LineageText(
                step.key(),
                1,
                image == null ? step.imageId() : image.name(),
                detail,
                step.newest() ? texts.get("compute.image.newest") : "",
                State.HEALTHY,
                (image == null ? step.imageId() : image.name()) + "\n" + step.imageId(),
                image == null ? null : ref,
                Set.of(ref));
    }

    private LineageText template(LineageStep.Template step, Instant now) {
        var version = step.version();
        return new LineageText(
                step.key(),
                2,
                step.template().name(),
                texts.get("compute.lineage.version", String.valueOf(version.number()))
                        + (version.createdAt() == null ? "" : " · " + ages.time(version.createdAt(), now)),
                step.current() ? "" : texts.get("compute.template.older"),
                step.current() ? State.HEALTHY : State.DEGRADED,
                step.template().id() + "\n" + (version.imageId() == null ? "-" : version.imageId()),
                step.template().ref(),
                Set.of(step.template().ref()));
    }

    private LineageText group(LineageStep.Group step) {
        var group = step.group();
        return new LineageText(
                step.key(),
                3,
                group.name(),
                texts.get("compute.lineage.sizes", group.min(), group.desired(), group.max()),
                "",
                State.HEALTHY,
                group.arn(),
                group.ref(),
                Set.of(group.ref()));
    }

    private LineageText machines(LineageStep.Machines step) {
        var count = step.instances().size();
        var first = step.instances().getFirst();
        var names = step.instances().stream().map(Instance::name).distinct().toList();
        var zones = step.instances().stream()
                .map(Instance::zone)
                .distinct()
                .sorted()
                .map(zone -> zone.substring(zone.lastIndexOf('-') + 1))
                .collect(Collectors.joining(", "));
        return new LineageText(
                step.key(),
                4,
                (count > 1 ? count + " × " : "")
                        + (names.size() == 1 ? first.name() : texts.get("compute.lineage.mixed")),
                zones + " · " + CopyId.cut(step.imageId(), ID_ROOM),
                step.current() ? "" : texts.get("compute.image.notCurrent"),
                step.current() ? State.HEALTHY : State.DEGRADED,
                step.instances().stream()
                        .limit(12)
                        .map(each -> each.name() + "  " + each.id() + "  " + each.zone())
                        .collect(Collectors.joining("\n")),
                first.ref(),
                step.instances().stream().map(Instance::ref).collect(Collectors.toSet()));
    }
}
