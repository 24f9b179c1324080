package io.atalaya.aws.readers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Recognises a page of EC2 that says what it said before, apart from its request id and the token of the next page, and has
 * an empty answer with the same id and token unmarshalled in its place. Only for requests of a {@link PageMemory}.
 */
public final class UnchangedPages implements ExecutionInterceptor {
    /** EC2 names the request right after the root. */
    private static final int HEAD = 1_024;

    private static final byte[] REQUEST_ID = bytes("<requestId>");
    private static final byte[] REQUEST_ID_END = bytes("</requestId>");
    private static final byte[] TOKEN = bytes("<nextToken>");
    private static final byte[] TOKEN_END = bytes("</nextToken>");

    /** A piece of a body with its tags. */
    private record Piece(int from, int to) {
        static final Piece NONE = new Piece(0, 0);
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        var reading = attributes.getAttribute(PageMemory.READING);
        if (reading == null || !context.httpResponse().isSuccessful()) {
            return context.responseBody();
        }
        return context.responseBody().map(body -> lookAt(body, reading));
    }

    private static InputStream lookAt(InputStream content, PageMemory<?>.Reading reading) {
        var whole = new ByteArrayOutputStream(1 << 16);
        try (content) {
            content.transferTo(whole);
        } catch (IOException brokenOff) {
            // whoever unmarshals finds it broken off at the same place
            return new SequenceInputStream(new ByteArrayInputStream(whole.toByteArray()), new BrokenOff(brokenOff));
        }
        var body = whole.toByteArray();
        var id = piece(body, 0, Math.min(HEAD, body.length), REQUEST_ID, REQUEST_ID_END);
        var token = lastPiece(body);
        var root = root(body);
        boolean same = reading.arrives(digest(body, id, token), token.to() > token.from());
        return new ByteArrayInputStream(same && root != null ? empty(body, root, id, token) : body);
    }

    /** Where a connection ended too early. */
    private static final class BrokenOff extends InputStream {
        private final IOException why;

        BrokenOff(IOException why) {
            this.why = why;
        }

        @Override
        public int read() throws IOException {
            throw why;
        }
    }

    /** The bytes of the root's opening tag. */
    private static @Nullable Piece root(byte[] body) {
        int from = 0;
        while (from < body.length - 1 && !(body[from] == '<' && Character.isLetter(body[from + 1]))) {
            from++;
        }
        int to = from;
        while (to < body.length && body[to] != '>') {
            to++;
        }
        return to < body.length ? new Piece(from, to + 1) : null;
    }

    private static byte[] empty(byte[] body, Piece root, Piece id, Piece token) {
        var opening = text(body, root);
        var name = opening.substring(1, opening.length() - 1).split("\\s", 2)[0];
        return bytes(opening + text(body, id) + text(body, token) + "</" + name + ">");
    }

    private static String digest(byte[] body, Piece id, Piece token) {
        var digest = sha256();
        digest.update(body, 0, id.from());
        int end = token.to() > token.from() ? token.from() : body.length;
        digest.update(body, id.to(), Math.max(0, end - id.to()));
        if (token.to() > token.from()) {
            digest.update(body, token.to(), body.length - token.to());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The token, wherever it stands: looked for from the end, where EC2 writes it. */
    private static Piece lastPiece(byte[] body) {
        for (int at = body.length - TOKEN.length; at >= 0; at--) {
            if (body[at] == '<' && starts(body, at, TOKEN)) {
                return piece(body, at, body.length, TOKEN, TOKEN_END);
            }
        }
        return Piece.NONE;
    }

    private static Piece piece(byte[] body, int from, int to, byte[] start, byte[] end) {
        for (int at = from; at < to; at++) {
            if (starts(body, at, start)) {
                for (int close = at; close < body.length; close++) {
                    if (starts(body, close, end)) {
                        return new Piece(at, close + end.length);
                    }
                }
            }
        }
        return Piece.NONE;
    }

    private static boolean starts(byte[] body, int at, byte[] with) {
        if (at + with.length > body.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if (body[at + i] != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] body, Piece piece) {
        return new String(body, piece.from(), piece.to() - piece.from(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
