package io.atalaya.logs.find;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.atalaya.logs.find.FieldNeedle.Answer;
import java.io.IOException;
import java.util.List;

/** Looks for a field in a JSON object: {@code a.b} is b within a, or a field that is called "a.b"; of an array, any element. */
final class JsonField {
    private final JsonFactory factory = new JsonFactory();
    private final FieldQuery query;

    JsonField(FieldQuery query) {
        this.query = query;
    }

    /** What is there up to where the JSON ends or breaks off. */
    Answer ask(byte[] bytes, int from, int to) {
        var answer = new Seen();
        try (var parser = factory.createParser(bytes, from, to - from)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                object(parser, query.path(), answer);
            }
        } catch (IOException brokenOff) {
            return answer.answer; // a cut message is asked for what there is of it
        }
        return answer.answer;
    }

    private static final class Seen {
        private Answer answer = Answer.ABSENT;
    }

    private void object(JsonParser parser, List<String> path, Seen seen) throws IOException {
        while (seen.answer != Answer.HOLDS && parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var token = parser.nextToken();
            boolean looked = false;
            for (int length = path.size(); length > 0 && !looked; length--) {
                if (isNamed(name, path, length)) {
                    value(parser, token, path.subList(length, path.size()), seen);
                    looked = true;
                }
            }
            if (!looked) {
                parser.skipChildren();
            }
        }
    }

    private static boolean isNamed(String name, List<String> path, int length) {
        return length == 1 ? name.equals(path.getFirst()) : name.equals(String.join(".", path.subList(0, length)));
    }

    private void value(JsonParser parser, JsonToken token, List<String> rest, Seen seen) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            if (rest.isEmpty()) {
                parser.skipChildren();
            } else {
                object(parser, rest, seen);
            }
        } else if (token == JsonToken.START_ARRAY) {
            for (var each = parser.nextToken();
                    each != null && each != JsonToken.END_ARRAY && seen.answer != Answer.HOLDS;
                    each = parser.nextToken()) {
                value(parser, each, rest, seen);
            }
        } else if (rest.isEmpty() && token != null) {
            seen.answer = query.holds(parser.getText()) ? Answer.HOLDS : Answer.DIFFERS;
        }
    }
}
