package io.atalaya.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** What a request asks, by AWS's names. */
final class RequestParameters {
    private RequestParameters() {}

    /** Those that were set: texts, numbers, booleans, lists and maps of these. */
    static Map<String, Object> of(SdkPojo request) {
        var parameters = new TreeMap<String, Object>();
        for (var field : request.sdkFields()) {
            var value = plain(field.getValueOrDefault(request));
            if (value != null) {
                parameters.put(field.memberName(), value);
            }
        }
        return parameters;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case SdkAutoConstructList<?> unset -> null;
            case SdkAutoConstructMap<?, ?> unset -> null;
            case SdkPojo inner -> of(inner);
            case Number number -> number;
            case Boolean bool -> bool;
            case SdkBytes bytes -> bytes.asByteArray().length + " bytes";
            case List<?> list -> {
                var plain = new ArrayList<Object>();
                list.forEach(each -> plain.add(orEmpty(plain(each))));
                yield plain;
            }
            case Map<?, ?> map -> {
                var plain = new TreeMap<String, Object>();
                map.forEach((key, each) -> plain.put(String.valueOf(key), orEmpty(plain(each))));
                yield plain;
            }
            default -> value.toString();
        };
    }

    private static Object orEmpty(@Nullable Object value) {
        return value == null ? "" : value;
    }
}
