package io.atalaya.noc.probe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a host answered to a request by HTTP/1.1, read as far as is needed and no further.
 *
 * @param status 200 to 999: what comes before, such as 103, is passed over
 * @param location where it sends the one who asks; null where it does not
 */
record HttpAnswer(int status, @Nullable String location) {
    private static final int MOST_HEAD = 16 * 1024;
    private static final int MOST_BODY = 4 * 1024;
    private static final int LONGEST_LOCATION = 300;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9]\\d\\d)(?: .*)?");
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /**
     * Reads the head and up to 4 KB of the body; whatever else there is, nobody asked for.
     *
     * @param firstByte told when the first byte of it came
     * @param headRead told when its head was read, the body may still be long in coming
     * @throws IOException when it is no HTTP, or more than can be a head, or nothing
     */
    static HttpAnswer read(InputStream from, Runnable firstByte, Consumer<HttpAnswer> headRead) throws IOException {
        var buffer = new byte[MOST_HEAD + MOST_BODY];
        var filled = 0;
        var begin = 0;
        while (true) {
            var end = endOfHead(buffer, begin, filled);
            if (end < 0) {
                if (filled - begin >= 5 && !startsAsHttp(buffer, begin)) {
                    throw new IOException("answers, but not HTTP: " + shown(buffer, begin, filled));
                }
                if (filled >= MOST_HEAD) {
                    throw new IOException("head of the answer longer than " + MOST_HEAD / 1024 + " KB");
                }
                var count = from.read(buffer, filled, MOST_HEAD - filled);
                if (count < 0) {
                    throw new IOException(
                            filled == 0
                                    ? "closed without an answer"
                                    : startsAsHttp(buffer, begin)
                                            ? "closed within the head of its answer"
                                            : "answers, but not HTTP: " + shown(buffer, begin, filled));
                }
                if (filled == 0 && count > 0) {
                    firstByte.run();
                }
                filled += count;
                continue;
            }
            var head = new String(buffer, begin, end - begin, StandardCharsets.ISO_8859_1).split("\r?\n", -1);
            var status = STATUS.matcher(head[0]);
            if (!status.matches()) {
                throw new IOException("answers, but not HTTP: " + shown(buffer, begin, filled));
            }
            var code = Integer.parseInt(status.group(1));
            if (code >= 200) {
                var location = code < 400 ? field(head, "location") : null;
                var answer = new HttpAnswer(code, location == null ? null : shown(location, LONGEST_LOCATION));
                headRead.accept(answer);
                body(from, head, code, buffer, end, filled);
                return answer;
            }
            begin = end;
        }
    }

    private static void body(InputStream from, String[] head, int code, byte[] buffer, int begin, int filled)
            throws IOException {
        if (code == 204 || code == 304) {
            return;
        }
        var most = MOST_BODY;
        var length = field(head, "content-length");
        if (length != null && length.matches("\\d{1,18}")) {
            most = (int) Math.min(most, Long.parseLong(length));
        }
        var coding = field(head, "transfer-encoding");
        var chunked = coding != null && coding.toLowerCase(Locale.ROOT).endsWith("chunked");
        var end = Math.min(buffer.length, begin + most);
        while (filled < end && !(chunked && endsWithLastChunk(buffer, begin, filled))) {
            var count = from.read(buffer, filled, end - filled);
            if (count < 0) {
                return;
            }
            filled += count;
        }
    }

    private static boolean endsWithLastChunk(byte[] buffer, int begin, int filled) {
        return filled - begin >= LAST_CHUNK.length
                && Arrays.equals(buffer, filled - LAST_CHUNK.length, filled, LAST_CHUNK, 0, LAST_CHUNK.length);
    }

    private static @Nullable String field(String[] head, String name) {
        for (var i = 1; i < head.length; i++) {
            var colon = head[i].indexOf(':');
            if (colon > 0 && head[i].substring(0, colon).equalsIgnoreCase(name)) {
                return head[i].substring(colon + 1).strip();
            }
        }
        return null;
    }

    /** After the empty line; -1 where it is not there yet. */
    private static int endOfHead(byte[] buffer, int begin, int filled) {
        for (var i = begin; i < filled; i++) {
            if (buffer[i] == '\n') {
                if (i + 1 < filled && buffer[i + 1] == '\n') {
                    return i + 2;
                }
                if (i + 2 < filled && buffer[i + 1] == '\r' && buffer[i + 2] == '\n') {
                    return i + 3;
                }
            }
        }
        return -1;
    }

    private static boolean startsAsHttp(byte[] buffer, int begin) {
        return new String(buffer, begin, 5, StandardCharsets.ISO_8859_1).equals("HTTP/");
    }

    private static String shown(byte[] buffer, int begin, int filled) {
        return '"'
                + shown(new String(buffer, begin, Math.min(filled - begin, 40), StandardCharsets.ISO_8859_1), 40)
                + '"';
    }

    /** A host's text is no more than text: printable, and not long. */
    static String shown(String text, int most) {
        var shown = new StringBuilder();
        text.chars().limit(most).forEach(c -> shown.append(c >= ' ' && c < 127 ? (char) c : '?'));
        return text.length() > most ? shown + "..." : shown.toString();
    }
}
