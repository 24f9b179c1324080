package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.act.Settling.Progress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tags of what EC2 tags. */
final class Tags {
    /** Where each is seen again. */
    private static final Map<ResourceType, Part<?>> PARTS = Map.of(
            ResourceType.INSTANCE, Parts.INSTANCES,
            ResourceType.IMAGE, Parts.IMAGES,
            ResourceType.VOLUME, Parts.VOLUMES,
            ResourceType.ELASTIC_IP, Parts.ELASTIC_IPS,
            ResourceType.VPC, Parts.VPCS,
            ResourceType.SUBNET, Parts.SUBNETS,
            ResourceType.SECURITY_GROUP, Parts.SECURITY_GROUPS,
            ResourceType.NETWORK_ACL, Parts.NETWORK_ACLS,
            ResourceType.VPN_CONNECTION, Parts.VPN_CONNECTIONS,
            ResourceType.LAUNCH_TEMPLATE, Parts.LAUNCH_TEMPLATES);

    /** What every service takes: EC2 alone takes more, and the tag then breaks in the next service that copies it. */
    private static final Pattern TEXT = Pattern.compile("[\\p{L}\\p{Zs}\\p{N}_.:/=+\\-@]*");

    private Tags() {}

    static boolean isOfEc2(ResourceType type) {
        return PARTS.containsKey(type);
    }

    static void key(String key) {
        Input.require(!key.isBlank() && key.length() <= 128 && TEXT.matcher(key).matches(), "operate.input.tagKey");
        Input.require(!key.regionMatches(true, 0, "aws:", 0, 4), "operate.input.tagReserved");
    }

    static void value(String value) {
        Input.require(value.length() <= 256 && TEXT.matcher(value).matches(), "operate.input.tagValue");
    }

    static void resource(ResourceRef ref) {
        Input.require(isOfEc2(ref.type()), "operate.input.tagService");
        Input.identifier(ref.id());
    }

    /** Its value; null where the resource has no such tag, or was not read. */
    static @Nullable String of(Deployment deployment, ResourceRef ref, String key) {
        return deployment
                .index()
                .find(ref)
                .map(Resource::tags)
                .map(it -> it.get(key))
                .orElse(null);
    }

    static Settling until(ResourceRef ref, Predicate<Map<String, String>> reached) {
        return new Settling(
                Set.of(PARTS.getOrDefault(ref.type(), Parts.INSTANCES)),
                Duration.ofMinutes(5),
                (before, now) -> now.index()
                        .find(ref)
                        .filter(it -> reached.test(it.tags()))
                        .map(it -> Progress.done(""))
                        .orElseGet(() -> Progress.underWay("")));
    }
}
