package io.atalaya.operate.run;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person marked as protected: there, what can hurt is confirmed by typing the resource's name.
 *
 * @param profiles of the AWS configuration: everything reached through them
 * @param tags {@code key}, whatever its value, or {@code key=value}; both exactly as AWS has them
 */
public record Protection(Set<String> profiles, Set<String> tags) {
    /** Nothing is. */
    public static final Protection NONE = new Protection(Set.of(), Set.of());

    public Protection {
        profiles = Set.copyOf(profiles);
        tags = Set.copyOf(tags);
    }

    /** Whether a resource with these tags, reached through this profile, is protected. */
    public boolean covers(@Nullable String profile, Map<String, String> tagsOfResource) {
        return (profile != null && profiles.contains(profile))
                || tagsOfResource.entrySet().stream()
                        .anyMatch(tag ->
                                tags.contains(tag.getKey()) || tags.contains(tag.getKey() + "=" + tag.getValue()));
    }
}
