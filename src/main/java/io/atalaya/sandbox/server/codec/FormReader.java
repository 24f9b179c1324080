package io.atalaya.sandbox.server.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** Fills builders from form parameters, for the query protocols. */
final class FormReader {
    private FormReader() {}

    static void read(Map<String, String> parameters, SdkPojo builder) {
        readMembers(ParameterTree.of(parameters), builder);
    }

    private static void readMembers(ParameterTree tree, SdkPojo builder) {
        for (SdkField<?> field : builder.sdkFields()) {
            tree.child(field.locationName()).ifPresent(node -> field.set(builder, value(field, node)));
        }
    }

    private static Object value(SdkField<?> field, ParameterTree node) {
        return switch (field.marshallingType().getKnownType()) {
            case LIST -> list(field.getRequiredTrait(ListTrait.class), node);
            case MAP -> map(field.getRequiredTrait(MapTrait.class), node);
            case SDK_POJO -> pojo(field, node);
            default -> Scalars.parse(field, node.value().orElse(""), Format.ISO_8601);
        };
    }

    private static List<Object> list(ListTrait trait, ParameterTree node) {
        SdkField<?> member = trait.memberFieldInfo();
        var values = new ArrayList<>();
        for (ParameterTree item : node.items()) {
            values.add(value(member, item));
        }
        return values;
    }

    private static Map<String, Object> map(MapTrait trait, ParameterTree node) {
        var values = new LinkedHashMap<String, Object>();
        for (ParameterTree entry : node.items()) {
            String key = entry.child(Objects.requireNonNullElse(trait.keyLocationName(), "key"))
                    .flatMap(ParameterTree::value)
                    .orElse("");
            entry.child(Objects.requireNonNullElse(trait.valueLocationName(), "value"))
                    .ifPresent(value -> values.put(key, value(trait.valueFieldInfo(), value)));
        }
        return values;
    }

    private static SdkPojo pojo(SdkField<?> field, ParameterTree node) {
        SdkPojo builder = field.constructor().get();
        readMembers(node, builder);
        return Pojos.build(builder);
    }
}
