package io.atalaya.ui.acting;

import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.act.CreateTag;
import io.atalaya.operate.act.DeleteTag;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tags of what EC2 tags. */
final class TagActs {
    private static final Set<ResourceType> TAGGED = Set.of(
            ResourceType.INSTANCE,
            ResourceType.IMAGE,
            ResourceType.VOLUME,
            ResourceType.ELASTIC_IP,
            ResourceType.VPC,
            ResourceType.SUBNET,
            ResourceType.SECURITY_GROUP,
            ResourceType.NETWORK_ACL,
            ResourceType.VPN_CONNECTION,
            ResourceType.LAUNCH_TEMPLATE);

    private TagActs() {}

    static Stream<ActOffer> of(Resource resource) {
        if (!TAGGED.contains(resource.type())) {
            return Stream.empty();
        }
        var on = resource.ref();
        var set = ActOffer.of(
                CreateTag.class,
                on,
                () -> List.of(ActField.text("key", "", "key"), ActField.text("value", "", "value")),
                values -> new CreateTag(on, values.text("key"), values.text("value")));
        var own = resource.tags().keySet().stream()
                .filter(key -> !key.startsWith("aws:"))
                .sorted()
                .toArray(String[]::new);
        if (own.length == 0) {
            return Stream.of(set);
        }
        var remove = ActOffer.of(
                DeleteTag.class,
                on,
                () -> List.of(ActField.choice("key", ActField.words(own))),
                values -> new DeleteTag(on, values.text("key")));
        return Stream.of(set, remove);
    }
}
