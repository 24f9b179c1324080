package io.atalaya.sandbox.server.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Texts that no correct writer of JSON would write. Lone surrogates are escaped one by one, which JSON allows; the low ones from
 * U+DC80 to U+DCFF stand for the bytes 80 to FF, which are written as they are, whether that is UTF-8 or not.
 */
final class RawText {
    private static final char FIRST_BYTE = '\uDC80';
    private static final char LAST_BYTE = '\uDCFF';

    private RawText() {}

    /** Whether a text holds a surrogate without its other half. */
    static boolean isRaw(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (isPair(text, i)) {
                    i++;
                } else {
                    return true;
                }
            }
        }
        return false;
    }

    /** What stands between the quotes. */
    static byte[] bytes(String text) {
        var out = new ByteArrayOutputStream(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPair(text, i)) {
                out.writeBytes(text.substring(i, i + 2).getBytes(StandardCharsets.UTF_8));
                i++;
            } else if (c >= FIRST_BYTE && c <= LAST_BYTE) {
                out.write(c & 0xFF);
            } else if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                out.writeBytes(String.format("\\u%04x", (int) c).getBytes(StandardCharsets.US_ASCII));
            } else {
                out.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }
}
