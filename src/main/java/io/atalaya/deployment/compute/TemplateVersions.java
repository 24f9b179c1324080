package io.atalaya.deployment.compute;

import io.atalaya.deployment.LaunchTemplate;
import io.atalaya.deployment.LaunchTemplateVersion;
import io.atalaya.deployment.ScalingGroup;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which version of a launch template a scaling group starts. */
public final class TemplateVersions {
    private TemplateVersions() {}

    /**
     * The version that {@code $Default}, {@code $Latest} or a number names; Auto Scaling takes the default version where a
     * group names none. Empty when that version was not read.
     */
    public static Optional<LaunchTemplateVersion> resolve(LaunchTemplate template, @Nullable String version) {
        long number =
                switch (version) {
                    case null -> template.defaultVersion();
                    case "", "$Default" -> template.defaultVersion();
                    case "$Latest" -> template.latestVersion();
                    default -> number(version);
                };
        return template.versions().stream()
                .filter(each -> each.number() == number)
                .findFirst();
    }

    /** The version that the next instance of this group will be started from. */
    public static Optional<LaunchTemplateVersion> of(ScalingGroup group, ComputeIndex index) {
        var template = index.template(group.launchTemplateId());
        return template == null ? Optional.empty() : resolve(template, group.launchTemplateVersion());
    }

    private static long number(String version) {
        try {
            return Long.parseLong(version);
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }
}
