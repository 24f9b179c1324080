package io.atalaya.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.evidence.capsule.Capsules;
import io.atalaya.evidence.capsule.Packing;
import io.atalaya.evidence.capsule.ZipLayout;
import io.atalaya.evidence.verify.Fault.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipFile;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has a key can sign what he likes: it ends as a fault with a name, never as an exception. */
class HostileManifestTest {
    private static final Pattern VALUE = Pattern.compile("(?<=[:\\[,])(\"[^\"]*\"|[0-9]+|true|false)(?=[,}\\]])");
    private static final List<String> HOSTILE = List.of(
            "1e999999999",
            "-1e999999999",
            "99999999999999999999999999",
            "9007199254740993",
            "2147483647",
            "2147483648",
            "4294967296",
            "-1",
            "1.5",
            "null",
            "true",
            "{}",
            "\"\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "[".repeat(3000) + "]".repeat(3000),
            "{\"a\":".repeat(60) + "1" + "}".repeat(60),
            "\"" + "x".repeat(2 << 20) + "\"",
            "1" + "0".repeat(2000),
            "1,\"bytes\":1",
            "nonsense");

    private static final Map<String, byte[]> GOOD = good();
    private static final KeyPair KEY = key();

    @Property(tries = 400)
    void whateverAManifestSays(
            @ForAll @IntRange(max = 400) int place,
            @ForAll @IntRange(max = 20) int value,
            @ForAll @IntRange(max = 400) int otherPlace,
            @ForAll @IntRange(max = 20) int otherValue)
            throws IOException {
        var text = mutated(mutated(manifest(), place, value), otherPlace, otherValue);
        var verification = verify(text.getBytes(StandardCharsets.UTF_8));
        assertThat(verification.verdict()).isNotNull();
        for (var fault : verification.capsules().getFirst().faults()) {
            assertThat(fault.item()).isNotEmpty();
        }
    }

    @Property(tries = 400)
    void whateverBytesThereAre(@ForAll byte[] bytes) throws IOException {
        assertThat(verify(bytes).verdict()).isEqualTo(Verdict.AT_FAULT);
        assertThat(new Verifier(Expected.nothing())
                        .verify(List.of(source(bytes)))
                        .verdict())
                .isEqualTo(Verdict.AT_FAULT);
    }

    @Test
    void whatIsSaidOfEachItemIsHeldAgainstTheFile() throws IOException {
        for (var field : List.of("bytes", "packedBytes")) {
            for (var value : List.of("2147483647", "2147483648", "4294967296", "1e999999999", "-1", "0", "null")) {
                var text = manifest().replaceFirst("\"" + field + "\":[0-9]+", "\"" + field + "\":" + value);
                var faults = verify(text.getBytes(StandardCharsets.UTF_8))
                        .capsules()
                        .getFirst()
                        .faults();
                assertThat(faults).as(field + " " + value).isNotEmpty();
            }
        }
        var twice = manifest().replaceFirst("\"bytes\":", "\"bytes\":7,\"bytes\":");
        assertThat(verify(twice.getBytes(StandardCharsets.UTF_8))
                        .capsules()
                        .getFirst()
                        .faults())
                .extracting(Fault::kind, Fault::item)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.CHANGED, "manifest.json"));
        for (var number : List.of("0", "-3", "1e99")) {
            var text = manifest().replaceFirst("\"number\":1", "\"number\":" + number);
            assertThat(verify(text.getBytes(StandardCharsets.UTF_8))
                            .capsules()
                            .getFirst()
                            .faults())
                    .as(number)
                    .extracting(Fault::kind)
                    .containsExactly(Kind.CHANGED);
        }
    }

    /** Some kilobytes that say they are a manifest of gigabytes, and that are one. */
    @Test
    void aBombIsNotSetOff() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new Deflater(9, true)) {
            var zeros = new byte[1 << 20];
            var buffer = new byte[1 << 16];
            for (int megabyte = 0; megabyte < 1100; megabyte++) {
                deflater.setInput(zeros);
                while (!deflater.needsInput()) {
                    packed.write(buffer, 0, deflater.deflate(buffer));
                }
            }
            deflater.finish();
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        var entry = new ZipLayout.Entry("manifest.json", true, 0, packed.size(), 1100 << 20);
        var zip = zip(List.of(entry), List.of(packed.toByteArray()));
        assertThat(new Verifier(Expected.nothing()).verify(List.of(source(zip))).verdict())
                .isEqualTo(Verdict.AT_FAULT);
    }

    @Test
    void aFileOfFiveGigabytesIsNoCapsule(@TempDir Path folder) throws IOException {
        var file = folder.resolve("huge.zip");
        try (var huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(5L << 30);
        }
        var checked = new Verifier(Expected.nothing()).verify(List.of(Verifier.file("huge", file)));
        assertThat(checked.verdict()).isEqualTo(Verdict.AT_FAULT);
        assertThat(checked.capsules().getFirst().faults())
                .extracting(Fault::kind)
                .containsExactly(Kind.NO_CAPSULE);
    }

    private static String mutated(String text, int place, int value) {
        var places = VALUE.matcher(text).results().toList();
        if (places.isEmpty()) {
            return text;
        }
        var found = places.get(place % places.size());
        return text.substring(0, found.start()) + HOSTILE.get(value % HOSTILE.size()) + text.substring(found.end());
    }

    private static String manifest() {
        var fingerprint = io.atalaya.evidence.capsule.PublicKeys.fingerprint(KEY.getPublic());
        return new String(GOOD.getOrDefault("manifest.json", new byte[0]), StandardCharsets.UTF_8)
                .replaceFirst("\"key\":\"[0-9a-f]{64}\"", "\"key\":\"" + fingerprint + "\"");
    }

    /** With the items of a good capsule as they are, and this manifest, signed. */
    private static Verification verify(byte[] manifest) throws IOException {
        var entries = new ArrayList<ZipLayout.Entry>();
        var contents = new ArrayList<byte[]>();
        var all = new LinkedHashMap<>(GOOD);
        all.put("public-key.pem", pem());
        all.put("manifest.json", manifest);
        all.put("manifest.sig", sign(manifest));
        all.forEach((name, content) -> {
            entries.add(new ZipLayout.Entry(name, false, Packing.crc(content), content.length, content.length));
            contents.add(content);
        });
        return new Verifier(Expected.nothing()).verify(List.of(source(zip(entries, contents))));
    }

    private static byte[] zip(List<ZipLayout.Entry> entries, List<byte[]> contents) {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < entries.size(); i++) {
            out.writeBytes(ZipLayout.local(entries.get(i)));
            out.writeBytes(contents.get(i));
        }
        int start = out.size();
        int offset = 0;
        for (var entry : entries) {
            out.writeBytes(ZipLayout.central(entry, offset));
            offset += (int) entry.length();
        }
        out.writeBytes(ZipLayout.end(entries.size(), out.size() - start, start));
        return out.toByteArray();
    }

    private static Verifier.Source source(byte[] bytes) {
        return new Verifier.Source() {
            @Override
            public String name() {
                return "hostile";
            }

            @Override
            public byte[] read() {
                return bytes;
            }
        };
    }

    private static byte[] pem() {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(KEY.getPublic().getEncoded());
        return ("-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] sign(byte[] bytes) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(KEY.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair key() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, byte[]> good() {
        try {
            var folder = Files.createTempDirectory("capsule");
            var entries = new LinkedHashMap<String, byte[]>();
            try (var zip = new ZipFile(new Capsules(folder).next().toFile())) {
                for (var entry : zip.stream().toList()) {
                    entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            }
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
            return entries;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
