package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.kit.Tagging;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.Tag;

/** The tags everything of the deployment carries. */
final class Tags {
    static final Tagging TAGGING = new Tagging(Map.of("Project", "CheckOP", "Environment", "produccion"));

    private Tags() {}

    static List<Tag> named(String name) {
        return TAGGING.named(name);
    }

    static Tag tag(String key, String value) {
        return Tagging.tag(key, value);
    }
}
