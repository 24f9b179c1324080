package io.atalaya.operate.act;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A structure inside of a request, in the order it is shown: the command a person copies is the same every time. */
final class Structure {
    private final Map<String, Object> members = new LinkedHashMap<>();

    /** A null value leaves it out. */
    Structure with(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    Map<String, Object> map() {
        return Collections.unmodifiableMap(members);
    }
}
