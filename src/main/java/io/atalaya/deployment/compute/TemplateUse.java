package io.atalaya.deployment.compute;

import io.atalaya.deployment.Image;
import io.atalaya.deployment.LaunchTemplate;
import io.atalaya.deployment.LaunchTemplateVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A launch template and what it starts.
 *
 * @param started the version its groups start, else its default; null where that was not read
 * @param image of that version; null where it names none, or it was not read
 * @param newest the newest image of the family; null when the version starts it
 * @param groups names of the scaling groups that use the template
 */
public record TemplateUse(
        LaunchTemplate template,
        @Nullable LaunchTemplateVersion started,
        @Nullable Image image,
        @Nullable Image newest,
        List<String> groups) {
    public TemplateUse {
        groups = List.copyOf(groups);
    }
}
