package io.atalaya.evidence.capsule;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON in the one form that RFC 8785 gives it, so that who writes the same says the same bytes. */
public final class Json {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static {
        STRICT.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(50)
                        .maxStringLength(1 << 20)
                        .build());
    }

    private Json() {}

    public static ObjectNode object() {
        return STRICT.createObjectNode();
    }

    /** The canonical form, UTF-8. */
    public static byte[] canonical(JsonNode node) {
        try {
            return new JsonCanonicalizer(node.toString()).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalStateException("a tree that Jackson wrote is JSON", e);
        }
    }

    /**
     * Reads what must be canonical JSON.
     *
     * @throws IOException when it is not
     */
    public static JsonNode read(byte[] bytes) throws IOException {
        JsonNode node;
        byte[] again;
        try {
            node = STRICT.readTree(bytes);
            again = new JsonCanonicalizer(node.toString()).getEncodedUTF8();
        } catch (RuntimeException odd) {
            // numbers beyond all bounds, half characters: neither library says what it throws at these
            throw new IOException("not in canonical form", odd);
        }
        if (!java.util.Arrays.equals(again, bytes)) {
            throw new IOException("not in canonical form");
        }
        return node;
    }
}
