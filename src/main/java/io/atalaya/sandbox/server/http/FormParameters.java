package io.atalaya.sandbox.server.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Query strings and {@code application/x-www-form-urlencoded} bodies. */
final class FormParameters {
    private FormParameters() {}

    /**
     * Splits and unescapes. A name may come several times in REST requests (EFS tag keys).
     *
     * @throws IllegalArgumentException when an escape is malformed
     */
    static Map<String, List<String>> parse(String text) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('&', start);
            end = end < 0 ? text.length() : end;
            if (end > start) {
                int equals = text.indexOf('=', start);
                boolean named = equals >= 0 && equals < end;
                String name = unescape(text.substring(start, named ? equals : end));
                String value = named ? unescape(text.substring(equals + 1, end)) : "";
                parameters.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
            }
            start = end + 1;
        }
        return parameters;
    }

    private static String unescape(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
