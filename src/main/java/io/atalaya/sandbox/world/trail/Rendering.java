package io.atalaya.sandbox.world.trail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * Requests and answers as CloudTrail writes them: names with a small first letter, EC2's lists as sets of items, secrets hidden.
 * Taken from published events of each service.
 */
public final class Rendering {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS";
    private static final Set<String> SECRETS = Set.of("MasterUserPassword", "PreSignedUrl");
    private static final DateTimeFormatter RDS_TIME = DateTimeFormatter.ofPattern(
                    "MMM d, uuuu, h:mm:ss a", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** EC2's sets whose names do not follow from the list's. */
    private static final Map<String, String> SETS = Map.of("InstanceIds", "instancesSet", "Resources", "resourcesSet");

    private static final Map<String, String> ITEMS = Map.of("InstanceIds", "instanceId", "Resources", "resourceId");

    private final boolean ec2;
    private final boolean rds;

    private Rendering(String service) {
        this.ec2 = service.equals("ec2");
        this.rds = service.equals("rds");
    }

    /**
     * The parameters of a request, or the elements of an answer.
     *
     * @param service the signing name
     */
    public static ObjectNode of(String service, SdkPojo pojo) {
        return new Rendering(service).object(pojo);
    }

    private ObjectNode object(SdkPojo pojo) {
        var object = JSON.objectNode();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value == null || value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap) {
                continue;
            }
            String name = field.memberName();
            if (SECRETS.contains(name)) {
                object.put(small(name), HIDDEN);
            } else if (ec2 && value instanceof List<?> items) {
                object.set(SETS.getOrDefault(name, small(singular(name)) + "Set"), set(name, items));
            } else {
                object.set(small(name), node(value));
            }
        }
        return object;
    }

    private ObjectNode set(String name, List<?> items) {
        var set = JSON.objectNode();
        var array = set.putArray("items");
        for (Object item : items) {
            if (item instanceof SdkPojo pojo) {
                array.add(object(pojo));
            } else {
                array.addObject().set(ITEMS.getOrDefault(name, small(singular(name))), node(item));
            }
        }
        return set;
    }

    private JsonNode node(@Nullable Object value) {
        return switch (value) {
            case null -> JSON.nullNode();
            case SdkPojo pojo -> object(pojo);
            case List<?> items -> {
                var array = JSON.arrayNode();
                items.forEach(item -> array.add(node(item)));
                yield array;
            }
            case Map<?, ?> entries -> {
                var object = JSON.objectNode();
                entries.forEach((key, each) -> object.set(String.valueOf(key), node(each)));
                yield object;
            }
            case Boolean truth -> JSON.booleanNode(truth);
            case Integer number -> JSON.numberNode(number);
            case Long number -> JSON.numberNode(number);
            case Double number -> JSON.numberNode(number);
            case Instant moment -> JSON.textNode(rds ? RDS_TIME.format(moment) : moment.toString());
            default -> JSON.textNode(value.toString());
        };
    }

    private static String singular(String name) {
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }

    private static String small(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
