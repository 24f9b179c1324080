package io.atalaya.ui.compute;

import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import java.util.Set;

/** The six tables of the view. */
enum Kind {
    INSTANCES(Parts.INSTANCES, ResourceType.INSTANCE, Set.of("ec2:DescribeInstances")),
    IMAGES(Parts.IMAGES, ResourceType.IMAGE, Set.of("ec2:DescribeImages")),
    TEMPLATES(
            Parts.LAUNCH_TEMPLATES,
            ResourceType.LAUNCH_TEMPLATE,
            Set.of("ec2:DescribeLaunchTemplates", "ec2:DescribeLaunchTemplateVersions")),
    GROUPS(Parts.SCALING_GROUPS, ResourceType.SCALING_GROUP, Set.of("autoscaling:DescribeAutoScalingGroups")),
    ADDRESSES(Parts.ELASTIC_IPS, ResourceType.ELASTIC_IP, Set.of("ec2:DescribeAddresses")),
    VOLUMES(Parts.VOLUMES, ResourceType.VOLUME, Set.of("ec2:DescribeVolumes"));

    private final Part<?> part;
    private final ResourceType type;
    private final Set<String> calls;

    Kind(Part<?> part, ResourceType type, Set<String> calls) {
        this.part = part;
        this.type = type;
        this.calls = calls;
    }

    Part<?> part() {
        return part;
    }

    ResourceType type() {
        return type;
    }

    Set<String> calls() {
        return calls;
    }

    /** Whether the lineage of images belongs under this table. */
    boolean hasLineage() {
        return this == INSTANCES || this == IMAGES || this == TEMPLATES;
    }
}
