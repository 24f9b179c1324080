package io.atalaya.sandbox.server.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads CBOR (RFC 8949) as far as AWS's clients write it, into the tree that JSON makes: integers, byte and text strings,
 * arrays and maps of known and unknown length, tags (ignored: a timestamp's number says all), truth values and floats.
 */
final class CborReader {
    /** Deeper than any AWS request; a body of nothing but array heads must not exhaust the stack. */
    private static final int DEEPEST = 64;

    private static final int UNKNOWN_LENGTH = 31;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ByteBuffer in;

    private CborReader(byte[] body) {
        this.in = ByteBuffer.wrap(body);
    }

    /** @throws MalformedInputException when the body is no CBOR */
    static JsonNode read(byte[] body) {
        try {
            return new CborReader(body).value(0);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new MalformedInputException("The request body is not valid CBOR", e);
        }
    }

    private JsonNode value(int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("nested too deep");
        }
        int head = in.get() & 0xff;
        int info = head & 0x1f;
        return switch (head >> 5) {
            case 0 -> NODES.numberNode(argument(info));
            case 1 -> NODES.numberNode(-1 - argument(info));
            case 2 -> NODES.binaryNode(string(info));
            case 3 -> NODES.textNode(new String(string(info), StandardCharsets.UTF_8));
            case 4 -> array(info, depth);
            case 5 -> map(info, depth);
            case 6 -> {
                argument(info);
                yield value(depth + 1);
            }
            default -> simple(info);
        };
    }

    private long argument(int info) {
        return switch (info) {
            case 24 -> in.get() & 0xffL;
            case 25 -> in.getShort() & 0xffffL;
            case 26 -> in.getInt() & 0xffffffffL;
            case 27 -> in.getLong();
            case 28, 29, 30, UNKNOWN_LENGTH -> throw new IllegalArgumentException("no such length: " + info);
            default -> info;
        };
    }

    private byte[] string(int info) {
        if (info != UNKNOWN_LENGTH) {
            return bytes(argument(info));
        }
        var pieces = new ByteArrayOutputStream();
        while (!ended()) {
            pieces.writeBytes(bytes(argument(in.get() & 0x1f)));
        }
        return pieces.toByteArray();
    }

    private byte[] bytes(long length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[(int) length];
        in.get(bytes);
        return bytes;
    }

    private ArrayNode array(int info, int depth) {
        ArrayNode items = NODES.arrayNode();
        long left = info == UNKNOWN_LENGTH ? Long.MAX_VALUE : argument(info);
        for (; left > 0 && !(info == UNKNOWN_LENGTH && ended()); left--) {
            items.add(value(depth + 1));
        }
        return items;
    }

    private ObjectNode map(int info, int depth) {
        ObjectNode members = NODES.objectNode();
        long left = info == UNKNOWN_LENGTH ? Long.MAX_VALUE : argument(info);
        for (; left > 0 && !(info == UNKNOWN_LENGTH && ended()); left--) {
            String key = value(depth + 1).asText();
            members.set(key, value(depth + 1));
        }
        return members;
    }

    /** Whether the mark that ends something of unknown length comes next; steps over it. */
    private boolean ended() {
        if ((in.get(in.position()) & 0xff) != 0xff) {
            return false;
        }
        in.get();
        return true;
    }

    private JsonNode simple(int info) {
        return switch (info) {
            case 20 -> NODES.booleanNode(false);
            case 21 -> NODES.booleanNode(true);
            case 22, 23 -> NODES.nullNode();
            case 25 -> NODES.numberNode(Float.float16ToFloat(in.getShort()));
            case 26 -> NODES.numberNode(in.getFloat());
            case 27 -> NODES.numberNode(in.getDouble());
            default -> throw new IllegalArgumentException("no such simple value: " + info);
        };
    }
}
