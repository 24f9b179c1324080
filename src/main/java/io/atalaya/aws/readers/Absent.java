package io.atalaya.aws.readers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to make of fields that AWS, or an endpoint that takes after it, did not send. */
final class Absent {
    private Absent() {}

    /** Empty for a text that the model cannot do without. */
    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    static String text(@Nullable String value, String otherwise) {
        return value == null || value.isEmpty() ? otherwise : value;
    }

    /** Null for a text that says nothing. */
    static @Nullable String orNull(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    static long number(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    static boolean yes(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    /** Without the elements that have no text. */
    static <T> List<String> texts(List<T> from, Function<T, @Nullable String> text) {
        return texts(from.stream().map(text));
    }

    static List<String> texts(Stream<@Nullable String> texts) {
        return texts.filter(Objects::nonNull).toList();
    }

    /** Tags of any service; a tag without a value has an empty one. */
    static <T> Map<String, String> tags(
            List<T> tags, Function<T, @Nullable String> key, Function<T, @Nullable String> value) {
        var map = new HashMap<String, String>();
        for (var tag : tags) {
            map.put(text(key.apply(tag)), text(value.apply(tag)));
        }
        return Map.copyOf(map);
    }

    /** What a person calls it: the Name tag, or the id where there is none. */
    static String name(Map<String, String> tags, @Nullable String id) {
        var name = tags.get("Name");
        return name == null || name.isBlank() ? text(id) : name;
    }
}
