package io.atalaya.deployment;

import java.util.List;
import java.util.Map;

/**
 * What a scaling group starts (ec2:DescribeLaunchTemplates and its versions).
 *
 * @param versions the default and the latest at least
 */
public record LaunchTemplate(
        String id,
        String name,
        long defaultVersion,
        long latestVersion,
        List<LaunchTemplateVersion> versions,
        Map<String, String> tags)
        implements Resource {
    public LaunchTemplate {
        versions = List.copyOf(versions);
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceType type() {
        return ResourceType.LAUNCH_TEMPLATE;
    }
}
