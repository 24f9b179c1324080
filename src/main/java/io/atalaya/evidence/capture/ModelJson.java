package io.atalaya.evidence.capture;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/** The model as JSON: what a record holds by the names of its components, times in UTC. */
public final class ModelJson {
    private static final JsonMapper MODEL = JsonMapper.builder()
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(Duration.class, ToStringSerializer.instance))
            .disable(com.fasterxml.jackson.databind.SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private final Masks masks;

    public ModelJson(Masks masks) {
        this.masks = masks;
    }

    /** A part with its age and all its items. */
    public <T> ObjectNode part(Deployment deployment, Part<T> part, Instant now, String item) {
        Observed<Listing<T>> observed = deployment.observed(part);
        var node = MODEL.createObjectNode();
        node.put("part", part.id());
        var asked = observed.askedAt();
        if (asked != null) {
            node.put("askedAt", asked.toString());
            node.put("ageMillis", Duration.between(asked, now).toMillis());
        }
        node.put("cadenceMillis", observed.cadence().toMillis());
        var problem = observed.problem();
        if (problem != null) {
            node.set("problem", MODEL.valueToTree(problem));
        }
        var listing = observed.value();
        if (listing != null) {
            node.put("rows", listing.items().size());
            node.put("pages", listing.pages());
            node.put("complete", listing.complete());
            var items = node.putArray("items");
            listing.items().forEach(it -> items.add(MODEL.<JsonNode>valueToTree(it)));
            mask(items, item);
        }
        return node;
    }

    private void mask(JsonNode node, String item) {
        if (node instanceof ObjectNode object) {
            for (var name : new ArrayList<>(object.properties())) {
                var value = name.getValue();
                if (masks.hides(name.getKey()) && !value.isNull()) {
                    leaves(value, name.getKey());
                    masks.count(item, name.getKey());
                    object.put(name.getKey(), Masks.GONE);
                } else if (value.isTextual()) {
                    object.put(name.getKey(), masks.cleared(value.textValue(), item));
                } else {
                    mask(value, item);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isTextual()) {
                    array.set(i, masks.cleared(array.get(i).textValue(), item));
                } else {
                    mask(array.get(i), item);
                }
            }
        }
    }

    private void leaves(JsonNode value, String name) {
        if (value.isContainerNode()) {
            value.forEach(it -> leaves(it, name));
        } else {
            masks.learn(value.asText(), name);
        }
    }

    /** Reads a part for the values of what the user marked, before anything of it is written. */
    public <T> void learn(Deployment deployment, Part<T> part) {
        if (masks.any()) {
            deployment
                    .items(part)
                    .forEach(it -> masks.learn(
                            MODEL.<JsonNode>valueToTree(it).toString().getBytes(StandardCharsets.UTF_8)));
        }
    }
}
