package io.atalaya.sandbox.world.fleet;

import static io.atalaya.sandbox.world.kit.Tagging.tag;

import java.util.List;
import software.amazon.awssdk.services.ec2.model.Tag;

/** The tags everything of the company carries. */
final class FleetTags {
    private FleetTags() {}

    static List<Tag> of(String name, String environment) {
        return List.of(tag("Name", name), tag("Environment", environment));
    }

    static List<Tag> of(Service service, String name) {
        return List.of(
                tag("Name", name),
                tag("Environment", service.environment()),
                tag("Service", service.role().team() + '-' + service.role().name()),
                tag("Country", service.country()),
                tag("Team", service.role().team()));
    }
}
