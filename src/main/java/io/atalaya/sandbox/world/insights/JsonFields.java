package io.atalaya.sandbox.world.insights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.Map;

/** The fields Insights discovers in JSON events: {@code a.b}, {@code list.0}; at most 200 an event. */
final class JsonFields {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int MOST = 200;

    private JsonFields() {}

    static Map<String, Object> of(String message) {
        Map<String, Object> fields = new HashMap<>();
        int start = message.indexOf('{');
        if (start < 0 || !message.stripTrailing().endsWith("}")) {
            return fields;
        }
        try {
            flatten("", MAPPER.readTree(message.substring(start)), fields);
        } catch (JsonProcessingException notJson) {
            fields.clear();
        }
        return fields;
    }

    private static void flatten(String path, JsonNode node, Map<String, Object> fields) {
        if (fields.size() >= MOST) {
            return;
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(e -> flatten(path.isEmpty() ? e.getKey() : path + '.' + e.getKey(), e.getValue(), fields));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + '.' + i, node.get(i), fields);
            }
        } else if (!node.isNull()) {
            fields.put(path, node.isBoolean() ? (node.asBoolean() ? "1" : "0") : node.asText());
        }
    }
}
