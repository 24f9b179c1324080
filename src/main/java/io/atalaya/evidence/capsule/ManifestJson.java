package io.atalaya.evidence.capsule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Manifests as canonical JSON. */
public final class ManifestJson {
    public static final String FORMAT = "atalaya-capsule/1";

    private ManifestJson() {}

    public static byte[] write(Manifest manifest) {
        var facts = manifest.facts();
        var root = Json.object();
        root.put("format", FORMAT);
        root.put("capsule", facts.id());
        root.put("number", manifest.number());
        var share = manifest.share();
        if (share.of() > 1) {
            root.putObject("part").put("number", share.number()).put("of", share.of());
        }
        root.put("previous", manifest.previous());
        root.put("key", manifest.key());
        root.put("takenAt", facts.takenAt().toString());
        root.put("recipe", facts.recipe());
        root.putObject("program").put("version", facts.version()).put("sha256", facts.programSha256());
        origin(root.putObject("origin"), facts.origin());
        var stamping = manifest.stamping();
        var stamp = root.putObject("timeStamp").put("stamped", stamping.stamped());
        putIfThere(stamp, "authority", stamping.authority());
        putIfThere(stamp, "why", stamping.why());
        var items = root.putArray("items");
        for (var item : manifest.items()) {
            items.addObject()
                    .put("name", item.name())
                    .put("bytes", item.bytes())
                    .put("sha256", item.sha256())
                    .put("packedBytes", item.packedBytes())
                    .put("packedSha256", item.packedSha256());
        }
        var leftOut = root.putArray("leftOut");
        for (var each : facts.leftOut()) {
            leftOut.addObject()
                    .put("where", each.where())
                    .put("what", each.what())
                    .put("times", each.times())
                    .put("asked", each.asked());
        }
        return Json.canonical(root);
    }

    private static void origin(ObjectNode node, Origin origin) {
        node.put("kind", origin.kind().name().toLowerCase(Locale.ROOT));
        putIfThere(node, "endpoint", origin.endpoint());
        node.put("deployment", origin.deployment());
        node.put("account", origin.account());
        putIfThere(node, "alias", origin.alias());
        node.put("caller", origin.caller());
        node.put("region", origin.region());
    }

    private static void putIfThere(ObjectNode node, String field, @Nullable String text) {
        if (text != null) {
            node.put(field, text);
        }
    }

    /**
     * Reads a manifest.
     *
     * @throws IOException when it is none, of another format, or not in canonical form
     */
    public static Manifest read(byte[] bytes) throws IOException {
        var root = Json.read(bytes);
        if (!FORMAT.equals(text(root, "format"))) {
            throw new IOException("its format is not " + FORMAT);
        }
        try {
            var manifest = of(root);
            if (!java.util.Arrays.equals(write(manifest), bytes)) {
                throw new IOException("it says more than a manifest does");
            }
            return manifest;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Manifest of(JsonNode root) throws IOException {
        var items = new ArrayList<ManifestItem>();
        var names = new HashSet<String>();
        for (var item : root.path("items")) {
            var name = text(item, "name");
            if (!Names.plain(name) || Names.sealed(name) || !names.add(name)) {
                throw new IOException("an item cannot be called " + name);
            }
            items.add(new ManifestItem(
                    name,
                    size(item, "bytes"),
                    text(item, "sha256"),
                    size(item, "packedBytes"),
                    text(item, "packedSha256")));
        }
        var leftOut = new ArrayList<LeftOut>();
        for (var each : root.path("leftOut")) {
            leftOut.add(new LeftOut(
                    text(each, "where"),
                    text(each, "what"),
                    size(each, "times"),
                    each.path("asked").asBoolean()));
        }
        var program = root.path("program");
        var stamp = root.path("timeStamp");
        return new Manifest(
                new Facts(
                        text(root, "capsule"),
                        Instant.parse(text(root, "takenAt")),
                        origin(root.path("origin")),
                        text(root, "recipe"),
                        text(program, "version"),
                        text(program, "sha256"),
                        leftOut),
                share(root.path("part")),
                number(root),
                text(root, "previous"),
                text(root, "key"),
                new Stamping(orNull(stamp, "authority"), stamp.path("stamped").asBoolean(), orNull(stamp, "why")),
                items);
    }

    private static Origin origin(JsonNode node) throws IOException {
        return new Origin(
                Origin.Kind.valueOf(text(node, "kind").toUpperCase(Locale.ROOT)),
                orNull(node, "endpoint"),
                text(node, "deployment"),
                text(node, "account"),
                orNull(node, "alias"),
                text(node, "caller"),
                text(node, "region"));
    }

    private static Share share(JsonNode node) throws IOException {
        if (node.isMissingNode()) {
            return Share.WHOLE;
        }
        var share = new Share(size(node, "number"), size(node, "of"));
        if (share.number() < 1 || share.number() > share.of()) {
            throw new IOException("it is no part of several");
        }
        return share;
    }

    /** As far as a number of JSON is exact. */
    private static long number(JsonNode root) throws IOException {
        var value = root.path("number");
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 1
                || value.longValue() > 1L << 53) {
            throw new IOException("it does not say its number");
        }
        return value.longValue();
    }

    private static String text(JsonNode node, String field) throws IOException {
        var value = node.path(field);
        if (!value.isTextual()) {
            throw new IOException("it does not say its " + field);
        }
        return value.textValue();
    }

    private static int size(JsonNode node, String field) throws IOException {
        var value = node.path(field);
        if (!value.isInt() || value.intValue() < 0) {
            throw new IOException("it does not say its " + field);
        }
        return value.intValue();
    }

    private static @Nullable String orNull(JsonNode node, String field) {
        var value = node.path(field);
        return value.isTextual() ? value.textValue() : null;
    }
}
