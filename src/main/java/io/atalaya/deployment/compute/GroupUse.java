package io.atalaya.deployment.compute;

import io.atalaya.deployment.Image;
import io.atalaya.deployment.LaunchTemplate;
import io.atalaya.deployment.LaunchTemplateVersion;
import io.atalaya.deployment.ScalingGroup;
import org.jspecify.annotations.Nullable;

/**
 * A scaling group and what it starts.
 *
 * @param inService members that Auto Scaling counts as in service and healthy
 * @param behind members that run another image than the group would start today
 */
public record GroupUse(
        ScalingGroup group,
        @Nullable LaunchTemplate template,
        @Nullable LaunchTemplateVersion version,
        @Nullable Image image,
        int inService,
        int behind) {}
