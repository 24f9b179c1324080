package io.atalaya.sandbox.server.codec;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Making, filling and reading SDK model objects through their field metadata. */
public final class Pojos {
    private Pojos() {}

    /**
     * An empty builder of a request or response class.
     *
     * @throws IllegalArgumentException when the class is not one the SDK generated
     */
    public static SdkPojo builderOf(Class<? extends SdkPojo> type) {
        try {
            return (SdkPojo) type.getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " has no builder()", e);
        }
    }

    /** An empty builder of the same class, nested ones included. */
    static SdkPojo builderOf(SdkPojo pojo) {
        return builderOf(pojo.getClass());
    }

    /** What a builder has gathered, as the immutable object. */
    public static SdkPojo build(SdkPojo builder) {
        return (SdkPojo) ((SdkBuilder<?, ?>) builder).build();
    }

    /** A member's value, or null when it was never set. An explicit empty list or map is a value. */
    static @Nullable Object valueOf(SdkField<?> field, SdkPojo pojo) {
        Object value = field.getValueOrDefault(pojo);
        return value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap ? null : value;
    }

    /** The values of a list member. */
    static List<?> list(Object value) {
        return (List<?>) value;
    }

    /** The entries of a map member; AWS's maps have text keys. */
    @SuppressWarnings("unchecked")
    static Map<String, ?> map(Object value) {
        return (Map<String, ?>) value;
    }
}
