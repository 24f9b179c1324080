package io.atalaya.deployment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a launch template.
 */
public record LaunchTemplateVersion(
        long number,
        boolean isDefault,
        @Nullable String imageId,
        @Nullable String instanceType,
        List<String> securityGroupIds,
        @Nullable Instant createdAt) {
    public LaunchTemplateVersion {
        securityGroupIds = List.copyOf(securityGroupIds);
    }
}
