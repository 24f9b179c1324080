package io.atalaya.sandbox.server.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** Fills builders from JSON bodies. */
final class JsonReader {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonReader() {}

    /** Reads the body's object; an empty body is an empty object. */
    static void read(byte[] body, SdkPojo builder) {
        if (body.length == 0) {
            return;
        }
        try {
            readMembers(MAPPER.readTree(body), builder);
        } catch (JsonProcessingException e) {
            throw new MalformedInputException("The request body is not valid JSON", e);
        } catch (IOException e) {
            throw new MalformedInputException("The request body cannot be read", e);
        }
    }

    /** Fills a builder from an object's members. */
    static void readMembers(JsonNode object, SdkPojo builder) {
        for (SdkField<?> field : builder.sdkFields()) {
            JsonNode node = object.get(field.locationName());
            if (node != null && !node.isNull() && field.location() == MarshallLocation.PAYLOAD) {
                field.set(builder, value(field, node));
            }
        }
    }

    private static Object value(SdkField<?> field, JsonNode node) {
        return switch (field.marshallingType().getKnownType()) {
            case LIST -> list(field.getRequiredTrait(ListTrait.class).memberFieldInfo(), node);
            case MAP -> map(field.getRequiredTrait(MapTrait.class).valueFieldInfo(), node);
            case SDK_POJO -> {
                SdkPojo builder = field.constructor().get();
                readMembers(node, builder);
                yield Pojos.build(builder);
            }
            case INSTANT ->
                Scalars.parse(
                        field,
                        node.isNumber() ? node.decimalValue().toPlainString() : node.asText(),
                        Format.UNIX_TIMESTAMP);
            default -> Scalars.parse(field, node.asText(), Format.UNIX_TIMESTAMP);
        };
    }

    private static List<Object> list(SdkField<?> member, JsonNode array) {
        var values = new ArrayList<>();
        array.forEach(item -> values.add(value(member, item)));
        return values;
    }

    private static Map<String, Object> map(SdkField<?> member, JsonNode object) {
        var values = new LinkedHashMap<String, Object>();
        object.properties().forEach(entry -> values.put(entry.getKey(), value(member, entry.getValue())));
        return values;
    }
}
