package io.atalaya.evidence.capture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds in JSON what is to be masked: fields by name, values beside their key in either order, JSON within a text. */
final class JsonMask {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A value and where it stands.
     *
     * @param name of its field; empty in a list
     * @param text that it is; null for what is no text
     * @param leaves all scalars in it
     */
    private record Value(
            String name,
            int from,
            int to,
            @org.jspecify.annotations.Nullable String text,
            List<String> leaves) {}

    private final Masks masks;
    private final String item;
    private final Spans spans = new Spans();

    private JsonMask(Masks masks, String item) {
        this.masks = masks;
        this.item = item;
    }

    /** Empty where it is no JSON. Characters are bytes. */
    static Optional<String> masked(String text, Masks masks, String item) {
        var mask = new JsonMask(masks, item);
        try (var parser = JSON.createParser(Spans.toBytes(text))) {
            boolean any = false;
            while (parser.nextToken() != null) {
                mask.value(parser, "");
                any = true;
            }
            return any ? Optional.of(mask.spans.in(text)) : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private Value value(JsonParser parser, String name) throws IOException {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        var token = parser.currentToken();
        var leaves = new ArrayList<String>();
        String text = null;
        if (token == JsonToken.START_OBJECT) {
            var fields = new ArrayList<Value>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var field = parser.currentName();
                parser.nextToken();
                fields.add(value(parser, field));
            }
            fields.forEach(it -> leaves.addAll(it.leaves));
            pairs(fields);
        } else if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                leaves.addAll(value(parser, "").leaves);
            }
        } else {
            text = parser.getText();
            leaves.add(text);
        }
        int to = (int) parser.currentLocation().getByteOffset();
        var value = new Value(name, from, to, token == JsonToken.VALUE_STRING ? text : null, leaves);
        if (token != JsonToken.VALUE_NULL && masks.hides(name)) {
            hide(value, name);
        } else if (value.text != null) {
            var clean = masks.inside(value.text, item);
            if (!clean.equals(value.text)) {
                spans.replace(from, to, Spans.write('"' + Escapes.toJson(clean) + '"'));
            }
        }
        return value;
    }

    private void pairs(List<Value> fields) {
        for (var key : fields) {
            var name = key.text;
            if (name != null && Masks.isKey(key.name) && masks.hidesTag(name)) {
                fields.stream()
                        .filter(it -> it != key && Masks.isValue(it.name))
                        .forEach(it -> hide(it, name));
            }
        }
    }

    private void hide(Value value, String name) {
        if (value.leaves.stream().anyMatch(it -> !it.isEmpty())) {
            value.leaves.forEach(it -> masks.learn(it, name));
            masks.count(item, name);
            spans.replace(value.from, value.to, '"' + Masks.GONE + '"');
        }
    }
}
