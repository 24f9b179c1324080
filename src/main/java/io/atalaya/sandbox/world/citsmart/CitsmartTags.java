package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.kit.Tagging;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.Tag;

/** The tags everything of the deployment carries. */
final class CitsmartTags {
    static final Map<String, String> COMMON = Map.of("Projeto", "CITSmart", "Ambiente", "produção");
    static final Tagging TAGGING = new Tagging(COMMON);

    private CitsmartTags() {}

    static List<Tag> named(String name) {
        return TAGGING.named(name);
    }
}
