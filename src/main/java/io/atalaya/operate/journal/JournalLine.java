package io.atalaya.operate.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A journal entry as a line of text: one JSON object whose first member is the hash of the line before and whose last is its
 * own, the SHA-256 of everything that stands before it in the line. Nothing is made canonical: what is hashed is what stands in
 * the file.
 *
 * @param number from 1
 * @param previous hash of the line before, {@link #BEGINNING} in the first
 * @param hash of this line
 */
record JournalLine(long number, String previous, JournalEntry entry, String hash) {
    /** Stands before the first line. */
    static final String BEGINNING = "0".repeat(64);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String TAIL = ",\"hash\":\"";
    /** Length of {@code ,"hash":"…"}} at the end of a line. */
    private static final int TAIL_LENGTH = TAIL.length() + 64 + 2;

    /** The line that follows another, without its line end. */
    static String write(long number, String previous, JournalEntry entry) {
        var node = JSON.createObjectNode();
        node.put("previous", previous);
        node.put("number", number);
        node.put("at", entry.at().toString());
        node.put("kind", entry.kind().name());
        node.put("operation", entry.operation());
        node.put("act", entry.act());
        node.put("action", entry.action());
        node.put("account", entry.account());
        node.put("region", entry.region());
        if (entry.endpoint() != null) {
            node.put("endpoint", entry.endpoint());
        }
        node.put("caller", entry.caller());
        node.put("resource", entry.resource());
        node.put("cli", entry.cli());
        texts(node, "preflight", entry.preflight());
        if (entry.verdict() != null) {
            node.put("verdict", entry.verdict().name());
        }
        node.put("detail", entry.detail());
        texts(node, "requestIds", entry.requestIds());
        if (entry.tookMillis() != null) {
            node.put("tookMillis", entry.tookMillis());
        }
        node.put("arguments", entry.arguments());
        node.put("process", entry.process());
        try {
            var body = JSON.writeValueAsString(node);
            var hashed = body.substring(0, body.length() - 1);
            return hashed + TAIL + sha256(hashed) + "\"}";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is always JSON", e);
        }
    }

    private static void texts(ObjectNode node, String name, List<String> texts) {
        var array = node.putArray(name);
        texts.forEach(array::add);
    }

    /**
     * Reads a line and holds its own hash against it; the hash of the line before is the verifier's business.
     *
     * @throws BadLineException saying what is wrong with it
     */
    static JournalLine read(String text) throws BadLineException {
        if (text.length() < TAIL_LENGTH || !text.startsWith(TAIL, text.length() - TAIL_LENGTH)) {
            throw new BadLineException(JournalFault.NO_HASH, "");
        }
        var hashed = text.substring(0, text.length() - TAIL_LENGTH);
        var hash = text.substring(text.length() - 66, text.length() - 2);
        if (!sha256(hashed).equals(hash)) {
            throw new BadLineException(JournalFault.CHANGED, "");
        }
        try {
            var node = (ObjectNode) JSON.readTree(text);
            return new JournalLine(number(node), text(node, "previous"), entry(node), hash);
        } catch (JsonProcessingException | ClassCastException | IllegalArgumentException | DateTimeException e) {
            throw new BadLineException(JournalFault.NO_ENTRY, String.valueOf(e.getMessage()));
        }
    }

    /** Whether a text is the beginning of the line of this number after the line of this hash, as far as both go. */
    static boolean begins(String text, long number, String previous) {
        var due = "{\"previous\":\"" + previous + "\",\"number\":" + number + ",";
        return text.startsWith(due) || due.startsWith(text);
    }

    private static JournalEntry entry(ObjectNode node) throws BadLineException {
        var verdict = maybe(node, "verdict");
        return new JournalEntry(
                Instant.parse(text(node, "at")),
                JournalEntry.Kind.valueOf(text(node, "kind")),
                text(node, "operation"),
                text(node, "act"),
                text(node, "action"),
                text(node, "account"),
                text(node, "region"),
                maybe(node, "endpoint"),
                text(node, "caller"),
                text(node, "resource"),
                text(node, "cli"),
                list(node, "preflight"),
                verdict == null ? null : JournalEntry.Verdict.valueOf(verdict),
                text(node, "detail"),
                list(node, "requestIds"),
                node.has("tookMillis") ? Long.valueOf(node.get("tookMillis").longValue()) : null,
                Objects.requireNonNullElse(maybe(node, "arguments"), ""),
                Objects.requireNonNullElse(maybe(node, "process"), ""));
    }

    private static long number(ObjectNode node) throws BadLineException {
        var number = node.get("number");
        if (number == null || !number.isIntegralNumber()) {
            throw new BadLineException(JournalFault.NO_ENTRY, "number");
        }
        return number.longValue();
    }

    private static String text(ObjectNode node, String name) throws BadLineException {
        var text = maybe(node, name);
        if (text == null) {
            throw new BadLineException(JournalFault.NO_ENTRY, name);
        }
        return text;
    }

    private static @Nullable String maybe(ObjectNode node, String name) {
        var value = node.get(name);
        return value == null || !value.isTextual() ? null : value.textValue();
    }

    private static List<String> list(ObjectNode node, String name) {
        var texts = new ArrayList<String>();
        Objects.requireNonNullElseGet(node.get(name), JSON::createArrayNode).forEach(item -> texts.add(item.asText()));
        return texts;
    }

    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What is wrong with a line. */
    static final class BadLineException extends Exception {
        private static final long serialVersionUID = 1;

        private final JournalFault fault;

        BadLineException(JournalFault fault, String detail) {
            super(detail);
            this.fault = fault;
        }

        JournalFault fault() {
            return fault;
        }
    }
}
