package io.atalaya.aws.operations;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Fills a request of the SDK by the names of AWS's API reference, which the SDK keeps with every field. A name or a value that
 * the SDK does not know there is a mistake of this program.
 */
final class RequestFields {
    private RequestFields() {}

    /** @throws IllegalArgumentException naming what the SDK does not know */
    static void fill(SdkPojo builder, Map<?, ?> parameters) {
        var fields = new LinkedHashMap<String, SdkField<?>>();
        builder.sdkFields().forEach(field -> fields.put(field.memberName(), field));
        parameters.forEach((name, value) -> {
            var field = fields.get(name);
            if (field == null) {
                throw new IllegalArgumentException(
                        builder.getClass().getEnclosingClass().getSimpleName() + " has no " + name);
            }
            field.set(builder, value(field, value));
        });
    }

    private static Object value(SdkField<?> field, Object value) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO && value instanceof Map<?, ?> members) {
            var builder = field.constructor().get();
            fill(builder, members);
            return ((Buildable) builder).build();
        }
        if (type == MarshallingType.LIST && value instanceof List<?> items) {
            var member = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
            return items.stream().map(item -> value(member, item)).toList();
        }
        if (type == MarshallingType.MAP && value instanceof Map<?, ?> entries) {
            var member = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
            var sent = new LinkedHashMap<Object, Object>();
            entries.forEach((key, each) -> sent.put(key, value(member, each)));
            return sent;
        }
        if (type == MarshallingType.LONG && value instanceof Integer number) {
            return number.longValue();
        }
        if (type == MarshallingType.STRING && value instanceof String
                || type == MarshallingType.INTEGER && value instanceof Integer
                || type == MarshallingType.DOUBLE && value instanceof Double
                || type == MarshallingType.BOOLEAN && value instanceof Boolean
                || type == MarshallingType.INSTANT && value instanceof Instant) {
            return value;
        }
        throw new IllegalArgumentException(
                field.memberName() + " is no " + value.getClass().getSimpleName());
    }
}
