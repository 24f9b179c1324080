package io.atalaya.sandbox.site;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The few of ASN.1's distinguished encoding rules that a certificate is written by. */
final class Der {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] tagged(int tag, byte[]... contents) {
        var body = join(contents);
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (body.length < 128) {
            out.write(body.length);
        } else {
            var length = BigInteger.valueOf(body.length).toByteArray();
            var from = length[0] == 0 ? 1 : 0;
            out.write(0x80 | (length.length - from));
            out.write(length, from, length.length - from);
        }
        out.writeBytes(body);
        return out.toByteArray();
    }

    static byte[] sequence(byte[]... contents) {
        return tagged(0x30, contents);
    }

    static byte[] set(byte[]... contents) {
        return tagged(0x31, contents);
    }

    static byte[] integer(BigInteger value) {
        return tagged(0x02, value.toByteArray());
    }

    static byte[] bool(boolean value) {
        return tagged(0x01, new byte[] {(byte) (value ? 0xff : 0)});
    }

    static byte[] text(String value) {
        return tagged(0x0c, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Whole octets. */
    static byte[] bits(byte[] value) {
        return tagged(0x03, new byte[1], value);
    }

    static byte[] octets(byte[] value) {
        return tagged(0x04, value);
    }

    /** Before 2050 certificates write two digits of the year. */
    static byte[] time(Instant at) {
        var text = TIME.format(at);
        var utc = text.compareTo("2050") < 0 && text.compareTo("1950") >= 0;
        return tagged(utc ? 0x17 : 0x18, (utc ? text.substring(2) : text).getBytes(StandardCharsets.US_ASCII));
    }

    /** {@code 2.5.29.17}. */
    static byte[] oid(String dotted) {
        var parts = dotted.split("\\.", -1);
        var out = new ByteArrayOutputStream();
        out.write(Integer.parseInt(parts[0]) * 40 + Integer.parseInt(parts[1]));
        for (var i = 2; i < parts.length; i++) {
            var value = Long.parseLong(parts[i]);
            for (var shift = 63 - Long.numberOfLeadingZeros(value | 1); shift >= 0; shift--) {
                if (shift % 7 == 0) {
                    out.write((int) ((value >> shift) & 0x7f) | (shift == 0 ? 0 : 0x80));
                }
            }
        }
        return tagged(0x06, out.toByteArray());
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
