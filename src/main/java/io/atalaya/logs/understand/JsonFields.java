package io.atalaya.logs.understand;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.atalaya.logs.understand.Fields.Form;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The leaves of a JSON object by their paths. One object for one text. */
final class JsonFields {
    private final List<Field> fields = new ArrayList<>();
    private boolean more;

    private JsonFields() {}

    static Fields of(String json) {
        var read = new JsonFields();
        try (var parser = JsonText.FACTORY.createParser(json)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                read.object(parser, "");
            }
        } catch (IOException cutShort) {
            read.more = true; // what came before it stands
        }
        return new Fields(read.fields.isEmpty() ? Form.NONE : Form.JSON, read.fields, read.more);
    }

    private void object(JsonParser parser, String path) throws IOException {
        while (room() && parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = path.isEmpty() ? parser.currentName() : path + "." + parser.currentName();
            value(parser, parser.nextToken(), name);
        }
    }

    private void array(JsonParser parser, String path) throws IOException {
        for (int i = 0; room(); i++) {
            var token = parser.nextToken();
            if (token == JsonToken.END_ARRAY || token == null) {
                return;
            }
            value(parser, token, path + "[" + i + "]");
        }
    }

    private void value(JsonParser parser, JsonToken token, String name) throws IOException {
        switch (token) {
            case START_OBJECT -> object(parser, name);
            case START_ARRAY -> array(parser, name);
            case VALUE_STRING -> add(name, parser.getText(), Field.Type.TEXT);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> add(name, parser.getText(), Field.Type.NUMBER);
            case VALUE_TRUE, VALUE_FALSE -> add(name, parser.getText(), Field.Type.BOOLEAN);
            case VALUE_NULL -> add(name, "null", Field.Type.NULL);
            default -> more = true;
        }
    }

    private boolean room() {
        if (fields.size() < Fields.MOST) {
            return true;
        }
        more = true;
        return false;
    }

    private void add(String name, String value, Field.Type type) {
        if (room()) {
            fields.add(new Field(cut(name, 500), cut(value, Fields.MOST_VALUE), type));
        }
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
