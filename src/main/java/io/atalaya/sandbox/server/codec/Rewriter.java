package io.atalaya.sandbox.server.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Makes a changed copy of a request or response: other texts, fewer members. */
public final class Rewriter {
    /** What to change. Paths are member names from the outermost in: {@code Reservations/Instances/Tags/Value}. */
    public interface Rule {
        /** The text to put instead, or the same. */
        String text(String path, String text);

        /** Whether a member that is set stays set. */
        default boolean keeps(String path) {
            return true;
        }
    }

    private final Rule rule;

    public Rewriter(Rule rule) {
        this.rule = rule;
    }

    /** The copy; the original is left as it was. */
    public SdkPojo rewrite(SdkPojo pojo) {
        return rewrite(pojo, "");
    }

    private SdkPojo rewrite(SdkPojo pojo, String path) {
        SdkPojo builder = Pojos.builderOf(pojo);
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = Pojos.valueOf(field, pojo);
            var inside = path + field.memberName();
            if (value != null && rule.keeps(inside)) {
                field.set(builder, value(field, value, inside));
            }
        }
        return Pojos.build(builder);
    }

    private @Nullable Object value(SdkField<?> field, Object value, String path) {
        return switch (field.marshallingType().getKnownType()) {
            case STRING -> rule.text(path, (String) value);
            case SDK_POJO -> rewrite((SdkPojo) value, path + "/");
            case LIST -> list(field.getRequiredTrait(ListTrait.class), Pojos.list(value), path);
            case MAP -> {
                var trait = field.getRequiredTrait(MapTrait.class);
                var copy = new LinkedHashMap<String, @Nullable Object>();
                Pojos.map(value)
                        .forEach((key, item) ->
                                copy.put(key, item == null ? null : value(trait.valueFieldInfo(), item, path)));
                yield copy;
            }
            default -> value;
        };
    }

    private List<@Nullable Object> list(ListTrait trait, List<?> items, String path) {
        var copy = new ArrayList<@Nullable Object>();
        for (var item : items) {
            copy.add(item == null ? null : value(trait.memberFieldInfo(), item, path));
        }
        return copy;
    }
}
