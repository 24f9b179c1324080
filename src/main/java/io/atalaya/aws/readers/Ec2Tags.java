package io.atalaya.aws.readers;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Tags as EC2 sends them. */
final class Ec2Tags {
    private Ec2Tags() {}

    static Map<String, String> of(List<Tag> tags) {
        return Absent.tags(tags, Tag::key, Tag::value);
    }
}
