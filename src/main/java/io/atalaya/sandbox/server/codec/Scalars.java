package io.atalaya.sandbox.server.codec;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;
import software.amazon.awssdk.utils.BinaryUtils;

/** Text of single values: numbers, truth values, timestamps and bytes. */
final class Scalars {
    /** AWS writes milliseconds, always three digits, always UTC. */
    private static final DateTimeFormatter ISO_MILLIS = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter RFC_822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Scalars() {}

    /** The timestamp format of a member: its own when the model gives one, else the protocol's. */
    static Format format(SdkField<?> field, Format ofProtocol) {
        return field.getOptionalTrait(TimestampFormatTrait.class)
                .map(TimestampFormatTrait::format)
                .orElse(ofProtocol);
    }

    /**
     * A value from its text.
     *
     * @param timestamps the protocol's timestamp format
     * @throws MalformedInputException when the text is not such a value
     */
    static Object parse(SdkField<?> field, String text, Format timestamps) {
        try {
            return switch (field.marshallingType().getKnownType()) {
                case STRING -> text;
                case INTEGER -> Integer.valueOf(text);
                case LONG -> Long.valueOf(text);
                case SHORT -> Short.valueOf(text);
                case BYTE -> Byte.valueOf(text);
                case FLOAT -> Float.valueOf(text);
                case DOUBLE -> Double.valueOf(text);
                case BIG_DECIMAL -> new BigDecimal(text);
                case BOOLEAN -> truth(text);
                case INSTANT -> instant(text, format(field, timestamps));
                case SDK_BYTES -> SdkBytes.fromByteArray(BinaryUtils.fromBase64(text));
                default -> throw new IllegalStateException(field.memberName() + " is not a single value");
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedInputException("Invalid value for parameter " + field.locationName(), e);
        }
    }

    /** The text of a value. */
    static String text(SdkField<?> field, Object value, Format timestamps) {
        return switch (value) {
            case Instant instant -> instantText(instant, format(field, timestamps));
            case SdkBytes bytes -> BinaryUtils.toBase64(bytes.asByteArrayUnsafe());
            case BigDecimal decimal -> decimal.toPlainString();
            default -> value.toString();
        };
    }

    /** Epoch seconds with their milliseconds, as JSON carries them. */
    static BigDecimal epochSeconds(Instant instant) {
        return BigDecimal.valueOf(instant.toEpochMilli()).movePointLeft(3);
    }

    /** The instant of epoch seconds that may have a fraction. */
    static Instant ofEpochSeconds(BigDecimal seconds) {
        return Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
    }

    private static Boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static Instant instant(String text, Format format) {
        return switch (format) {
            case ISO_8601 -> OffsetDateTime.parse(zoned(text)).toInstant();
            case RFC_822 -> Instant.from(RFC_822.parse(text));
            case UNIX_TIMESTAMP -> ofEpochSeconds(new BigDecimal(text));
            case UNIX_TIMESTAMP_MILLIS -> Instant.ofEpochMilli(Long.parseLong(text));
        };
    }

    /** AWS takes a time without a zone as UTC, and so do its CLIs. */
    private static String zoned(String text) {
        boolean hasZone = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:?\\d\\d$") && text.indexOf('T') > 0;
        return hasZone ? text : (text.indexOf('T') < 0 ? text + "T00:00:00Z" : text + 'Z');
    }

    private static String instantText(Instant instant, Format format) {
        return switch (format) {
            case ISO_8601 -> ISO_MILLIS.format(instant);
            case RFC_822 -> RFC_822.format(instant);
            case UNIX_TIMESTAMP -> epochSeconds(instant).toPlainString();
            case UNIX_TIMESTAMP_MILLIS -> Long.toString(instant.toEpochMilli());
        };
    }
}
