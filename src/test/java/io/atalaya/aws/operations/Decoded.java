package io.atalaya.aws.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** A request that arrived, in the names and plain values of AWS's API reference. */
final class Decoded {
    private Decoded() {}

    static Map<String, Object> of(SdkPojo request) {
        var members = new LinkedHashMap<String, Object>();
        for (var field : request.sdkFields()) {
            var value = field.getValueOrDefault(request);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                members.put(field.memberName(), plain(value));
            }
        }
        return members;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case SdkPojo structure -> of(structure);
            case List<?> items -> items.stream().map(Decoded::plain).toList();
            case Long number -> Math.toIntExact(number);
            default -> value;
        };
    }
}
