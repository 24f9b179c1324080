package io.atalaya.sandbox.world.checkop;

import java.util.List;
import software.amazon.awssdk.services.ec2.model.Tag;

/** The tags everything of the deployment carries. */
final class Tags {
    private Tags() {}

    static List<Tag> named(String name) {
        return List.of(tag("Name", name), tag("Project", "CheckOP"), tag("Environment", "produccion"));
    }

    static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
