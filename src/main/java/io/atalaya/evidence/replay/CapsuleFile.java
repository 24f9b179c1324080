package io.atalaya.evidence.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.atalaya.evidence.capsule.Manifest;
import io.atalaya.evidence.capsule.ManifestItem;
import io.atalaya.evidence.capsule.ManifestJson;
import io.atalaya.evidence.capsule.Names;
import io.atalaya.evidence.capsule.Sha256;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * A capsule for reading. Nothing here says that it is intact: that is the verifier's word. But what is read of it is what its
 * manifest names, or an exception.
 */
public final class CapsuleFile {
    /** A manifest of more items than a capsule can have is none. */
    private static final int LARGEST_MANIFEST = 64 << 20;

    private static final String MODEL = "model/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final long size;
    private final Manifest manifest;
    private final String manifestSha256;

    private CapsuleFile(Path file, long size, Manifest manifest, String manifestSha256) {
        this.file = file;
        this.size = size;
        this.manifest = manifest;
        this.manifestSha256 = manifestSha256;
    }

    /**
     * Reads its manifest and nothing else.
     *
     * @throws IOException when there is none, or it is not one
     */
    public static CapsuleFile open(Path file) throws IOException {
        var bytes = read(file, Names.MANIFEST, LARGEST_MANIFEST);
        return new CapsuleFile(file, Files.size(file), ManifestJson.read(bytes), Sha256.of(bytes));
    }

    public Path file() {
        return file;
    }

    /** Of the whole file, in bytes. */
    public long size() {
        return size;
    }

    public Manifest manifest() {
        return manifest;
    }

    /** By which the verifier names the same manifest. */
    public String manifestSha256() {
        return manifestSha256;
    }

    public boolean has(String name) {
        return manifest.items().stream().anyMatch(it -> it.name().equals(name));
    }

    /**
     * The content of an item.
     *
     * @throws IOException when it is not there, or not what the manifest says
     */
    public byte[] item(String name) throws IOException {
        var item = manifest.items().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FileNotFoundException(name));
        return item(item);
    }

    private byte[] item(ManifestItem item) throws IOException {
        var bytes = read(file, item.name(), item.bytes());
        if (!Sha256.of(bytes).equals(item.sha256())) {
            throw new IOException(item.name() + " is not what the manifest says");
        }
        return bytes;
    }

    /** An item of JSON. */
    public JsonNode json(String name) throws IOException {
        return JSON.readTree(item(name));
    }

    /** The claims that were judged, in the recipe's order; none where none were. */
    public List<JudgedClaim> claims() throws IOException {
        return has("claims.json") ? JudgedClaim.read(json("claims.json")) : List.of();
    }

    /** What was asked and answered, in that order. */
    public List<Answer> answers() throws IOException {
        return has("responses.json") ? Answer.read(json("responses.json")) : List.of();
    }

    /** The parts whose rows are in it. */
    public List<String> lists() {
        return manifest.items().stream()
                .map(ManifestItem::name)
                .filter(it -> it.startsWith(MODEL) && it.endsWith(".json"))
                .map(it -> it.substring(MODEL.length(), it.length() - ".json".length()))
                .toList();
    }

    /** All rows of a part, and how it was read. */
    public KeptList list(String part) throws IOException {
        return KeptList.read(part, json(MODEL + part + ".json"));
    }

    /** Names of the pictures, of views first. */
    public List<String> pictures() {
        return manifest.items().stream()
                .map(ManifestItem::name)
                .filter(it -> it.endsWith(".png"))
                .toList();
    }

    private static byte[] read(Path file, String name, int most) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry(name);
            if (entry == null) {
                throw new FileNotFoundException(name);
            }
            try (var in = zip.getInputStream(entry)) {
                var bytes = in.readNBytes(most);
                if (in.read() >= 0) {
                    throw new IOException(name + " is longer than the manifest says");
                }
                return bytes;
            }
        } catch (IllegalArgumentException noName) {
            throw new IOException(noName);
        }
    }
}
