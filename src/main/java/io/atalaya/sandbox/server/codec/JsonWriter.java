package io.atalaya.sandbox.server.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** Writes the body members of responses as JSON. */
public final class JsonWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonWriter() {}

    /** The object of every body member that is set; absent members leave no trace. */
    public static byte[] object(SdkPojo pojo) {
        var bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            writeObject(pojo, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An object of texts, for errors. */
    static byte[] object(Map<String, String> members) {
        return object(members, Map.of());
    }

    /** An object of texts and objects, for errors. */
    static byte[] object(Map<String, String> members, Map<String, SdkPojo> objects) {
        var bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            out.writeStartObject();
            for (var member : members.entrySet()) {
                out.writeStringField(member.getKey(), member.getValue());
            }
            for (var member : objects.entrySet()) {
                out.writeFieldName(member.getKey());
                writeObject(member.getValue(), out);
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeObject(SdkPojo pojo, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = Pojos.valueOf(field, pojo);
            if (value != null && field.location() == MarshallLocation.PAYLOAD) {
                out.writeFieldName(field.locationName());
                write(field, value, out);
            }
        }
        out.writeEndObject();
    }

    private static void write(SdkField<?> field, Object value, JsonGenerator out) throws IOException {
        switch (value) {
            case String text -> writeText(text, out);
            case Boolean truth -> out.writeBoolean(truth);
            case Instant instant -> writeInstant(field, instant, out);
            case SdkBytes bytes -> out.writeString(Scalars.text(field, bytes, Format.UNIX_TIMESTAMP));
            case Double number -> writeDouble(number, out);
            case Float number -> writeDouble(number, out);
            case Number number -> out.writeNumber(number.toString());
            case SdkPojo pojo -> writeObject(pojo, out);
            default -> writeCollection(field, value, out);
        }
    }

    private static void writeText(String text, JsonGenerator out) throws IOException {
        if (RawText.isRaw(text)) {
            byte[] raw = RawText.bytes(text);
            out.writeRawUTF8String(raw, 0, raw.length);
        } else {
            out.writeString(text);
        }
    }

    private static void writeCollection(SdkField<?> field, Object value, JsonGenerator out) throws IOException {
        if (field.containsTrait(ListTrait.class)) {
            SdkField<?> member = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
            out.writeStartArray();
            for (Object item : Pojos.list(value)) {
                write(member, item, out);
            }
            out.writeEndArray();
        } else {
            SdkField<?> member = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
            out.writeStartObject();
            for (var entry : Pojos.map(value).entrySet()) {
                out.writeFieldName(entry.getKey());
                write(member, Objects.requireNonNull(entry.getValue()), out);
            }
            out.writeEndObject();
        }
    }

    private static void writeInstant(SdkField<?> field, Instant instant, JsonGenerator out) throws IOException {
        String text = Scalars.text(field, instant, Format.UNIX_TIMESTAMP);
        switch (Scalars.format(field, Format.UNIX_TIMESTAMP)) {
            case UNIX_TIMESTAMP, UNIX_TIMESTAMP_MILLIS -> out.writeNumber(text);
            case ISO_8601, RFC_822 -> out.writeString(text);
        }
    }

    /** JSON has no word for these three numbers; AWS writes them as text. */
    private static void writeDouble(Number number, JsonGenerator out) throws IOException {
        if (Double.isFinite(number.doubleValue())) {
            out.writeNumber(number.toString());
        } else {
            out.writeString(number.toString());
        }
    }
}
