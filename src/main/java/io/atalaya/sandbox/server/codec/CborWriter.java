package io.atalaya.sandbox.server.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Writes responses as CBOR (RFC 8949): maps of unknown length, timestamps as tagged seconds. */
final class CborWriter {
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int TAG = 6;
    private static final int UNKNOWN_LENGTH_MAP = 0xbf;
    private static final int END = 0xff;
    private static final int FALSE = 0xf4;
    private static final int TRUE = 0xf5;
    private static final int DOUBLE = 0xfb;

    /** The tag of seconds since 1970. */
    private static final int EPOCH_SECONDS = 1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);

    private CborWriter() {}

    static byte[] object(SdkPojo pojo) {
        var writer = new CborWriter();
        writer.pojo(pojo);
        return writer.out.toByteArray();
    }

    static byte[] object(Map<String, String> members) {
        var writer = new CborWriter();
        writer.map(members);
        return writer.out.toByteArray();
    }

    private void pojo(SdkPojo pojo) {
        out.write(UNKNOWN_LENGTH_MAP);
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = Pojos.valueOf(field, pojo);
            if (value != null) {
                text(field.locationName());
                value(value);
            }
        }
        out.write(END);
    }

    private void value(Object value) {
        switch (value) {
            case String text -> text(text);
            case Boolean truth -> out.write(truth ? TRUE : FALSE);
            case Instant instant -> {
                head(TAG, EPOCH_SECONDS);
                decimal(instant.toEpochMilli() / 1000.0);
            }
            case SdkBytes bytes -> string(BYTES, bytes.asByteArrayUnsafe());
            case Double number -> decimal(number);
            case Float number -> decimal(number);
            case Number number -> integer(number.longValue());
            case SdkPojo pojo -> pojo(pojo);
            case List<?> list -> {
                head(ARRAY, list.size());
                list.forEach(item -> value(Objects.requireNonNull(item)));
            }
            case Map<?, ?> map -> map(map);
            default -> throw new IllegalStateException("no CBOR for " + value.getClass());
        }
    }

    private void map(Map<?, ?> map) {
        head(MAP, map.size());
        map.forEach((key, item) -> {
            text(Objects.requireNonNull(key).toString());
            value(Objects.requireNonNull(item));
        });
    }

    private void text(String text) {
        string(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    private void string(int type, byte[] bytes) {
        head(type, bytes.length);
        out.writeBytes(bytes);
    }

    private void decimal(double number) {
        out.write(DOUBLE);
        out.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(number).array());
    }

    private void integer(long number) {
        head(number < 0 ? 1 : 0, number < 0 ? -1 - number : number);
    }

    private void head(int type, long argument) {
        int major = type << 5;
        if (argument < 24) {
            out.write(major | (int) argument);
        } else if (argument <= 0xffffffffL) {
            out.write(major | 26);
            out.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt((int) argument).array());
        } else {
            out.write(major | 27);
            out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(argument).array());
        }
    }
}
