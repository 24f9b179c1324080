package io.atalaya.noc.desk.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.Words;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Function;

/** A desk as JSON, on one line. What a newer version of the program added is passed over. */
public final class DeskJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(types())
            .build();

    private DeskJson() {}

    public static String write(DeskState state) {
        try {
            return JSON.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain values is always JSON", e);
        }
    }

    /** @throws IOException where it is not a desk */
    public static DeskState read(String json) throws IOException {
        try {
            return JSON.readValue(json, DeskState.class);
        } catch (JsonProcessingException | RuntimeException e) {
            // the parser's words quote what is in the file
            throw new IOException("not a desk: " + e.getClass().getSimpleName(), e);
        }
    }

    private static SimpleModule types() {
        return new SimpleModule()
                .addSerializer(Instant.class, ToStringSerializer.instance)
                .addDeserializer(Instant.class, text(Instant.class, Instant::parse))
                .addSerializer(Words.class, new WordsOut())
                .addDeserializer(Words.class, new WordsIn());
    }

    private static <T> FromStringDeserializer<T> text(Class<T> type, Function<String, T> parse) {
        return new FromStringDeserializer<>(type) {
            private static final long serialVersionUID = 1;

            @Override
            protected T _deserialize(String text, DeserializationContext context) {
                return parse.apply(text);
            }
        };
    }

    /** Each argument keeps its type, or a sentence could not be made of it again. */
    private static final class WordsOut extends StdSerializer<Words> {
        private static final long serialVersionUID = 1;

        WordsOut() {
            super(Words.class);
        }

        @Override
        public void serialize(Words words, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject();
            out.writeStringField("key", words.key());
            out.writeArrayFieldStart("arguments");
            for (var argument : words.arguments()) {
                switch (argument) {
                    case String text -> out.writeString(text);
                    case Integer number -> typed(out, "int", number);
                    case Long number -> typed(out, "long", number);
                    case Double number -> typed(out, "double", number);
                    case Instant at -> typed(out, "at", at);
                    case Duration span -> typed(out, "for", span);
                    default -> out.writeString(argument.toString());
                }
            }
            out.writeEndArray();
            out.writeEndObject();
        }

        private static void typed(JsonGenerator out, String type, Object value) throws IOException {
            out.writeStartObject();
            out.writeStringField(type, value.toString());
            out.writeEndObject();
        }
    }

    private static final class WordsIn extends StdDeserializer<Words> {
        private static final long serialVersionUID = 1;

        WordsIn() {
            super(Words.class);
        }

        @Override
        public Words deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode tree = context.readTree(in);
            var arguments = new ArrayList<Object>();
            for (var argument : tree.path("arguments")) {
                try {
                    arguments.add(value(argument));
                } catch (NumberFormatException | DateTimeException e) {
                    throw new IOException("not an argument of a sentence", e);
                }
            }
            return new Words(tree.path("key").asText(), arguments);
        }

        private static Object value(JsonNode argument) {
            if (!argument.isObject() || argument.isEmpty()) {
                return argument.asText();
            }
            var field = argument.properties().iterator().next();
            var text = field.getValue().asText();
            return switch (field.getKey()) {
                case "int" -> Integer.valueOf(text);
                case "long" -> Long.valueOf(text);
                case "double" -> Double.valueOf(text);
                case "at" -> Instant.parse(text);
                case "for" -> Duration.parse(text);
                default -> text;
            };
        }
    }
}
