package io.atalaya.sandbox.world.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * The tags that everything of a deployment carries besides its name.
 *
 * @param common by key
 */
public record Tagging(Map<String, String> common) {
    public Tagging {
        common = Map.copyOf(common);
    }

    /** {@code Name} first, then the common ones by key. */
    public List<Tag> named(String name) {
        List<Tag> tags = new ArrayList<>();
        tags.add(tag("Name", name));
        new TreeMap<>(common).forEach((key, value) -> tags.add(tag(key, value)));
        return List.copyOf(tags);
    }

    public static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
