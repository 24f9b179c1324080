package io.atalaya.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.evidence.capsule.Capsules;
import io.atalaya.evidence.capsule.Chain;
import io.atalaya.evidence.capsule.Link;
import io.atalaya.evidence.capsule.Origin;
import io.atalaya.evidence.verify.Fault.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a capsule is found, and what it was done to is named. */
class VerifierTest {
    @TempDir
    Path folder;

    private Capsules capsules;

    @BeforeEach
    void key() throws IOException {
        capsules = new Capsules(folder);
    }

    @Test
    void aCapsuleIsAZipThatTheJdkReadsAndIsIntact() throws IOException {
        var file = capsules.next();
        try (var zip = new ZipFile(file.toFile())) {
            var names = zip.stream().map(Object::toString).toList();
            assertThat(names).startsWith("model/instances.json").endsWith("manifest.json", "manifest.sig");
            var csv = zip.getEntry("lists/instances.csv");
            assertThat(new String(zip.getInputStream(csv).readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(Capsules.items(0).get("lists/instances.csv"));
        }
        var result = verify(Expected.nothing(), file);
        assertThat(result.verdict()).isEqualTo(Verdict.INTACT);
        assertThat(result.capsules().getFirst().faults()).isEmpty();
        assertThat(Objects.requireNonNull(result.capsules().getFirst().manifest())
                        .number())
                .isEqualTo(1);
    }

    @Test
    void tenThousandFlipsAreFoundAndTheItemIsNamed() throws IOException {
        var whole = Files.readAllBytes(capsules.next());
        var regions = regions(whole);
        var random = new Random(8);
        for (int i = 0; i < 10_000; i++) {
            var bytes = whole.clone();
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 + random.nextInt(255));
            assertNamed(bytes, at, regions);
        }
    }

    @Test
    void aFlipOfAnyByteOfTheFrameIsFound() throws IOException {
        var whole = Files.readAllBytes(capsules.next());
        var regions = regions(whole);
        for (int at = 0; at < whole.length; at++) {
            var bytes = whole.clone();
            bytes[at] ^= 1;
            assertNamed(bytes, at, regions);
        }
    }

    private static void assertNamed(byte[] bytes, int at, TreeMap<Integer, String> regions) throws IOException {
        var checked = new Verifier(Expected.nothing())
                .verify(List.of(source("flipped", bytes)))
                .capsules()
                .getFirst();
        assertThat(checked.faults())
                .as("byte %d", at)
                .extracting(Fault::item)
                .containsOnly(regions.floorEntry(at).getValue());
    }

    @Test
    void whatIsDroppedAddedOrMovedIsNamed() throws IOException {
        var entries = entries(capsules.next());
        var less = new LinkedHashMap<>(entries);
        less.remove("responses/0001.xml");
        assertThat(faults(less)).containsExactly(new Fault(Kind.DROPPED, "responses/0001.xml", ""));
        var noSignature = new LinkedHashMap<>(entries);
        noSignature.remove("manifest.sig");
        assertThat(faults(noSignature)).containsExactly(new Fault(Kind.DROPPED, "manifest.sig", ""));
        var more = new LinkedHashMap<>(entries);
        more.put("responses/0002.xml", new byte[] {1});
        assertThat(faults(more)).containsExactly(new Fault(Kind.ADDED, "responses/0002.xml", ""));
        var moved = new LinkedHashMap<String, byte[]>();
        moved.put("lists/instances.csv", entries.get("lists/instances.csv"));
        entries.forEach(moved::putIfAbsent);
        assertThat(faults(moved)).containsExactly(new Fault(Kind.REORDERED, "lists/instances.csv", ""));
    }

    @Test
    void aPackedItemIsChangedInItsContent() throws IOException {
        var entries = entries(capsules.next());
        entries.put("lists/instances.csv", "id,name\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(faults(entries))
                .extracting(Fault::kind, Fault::item)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.CHANGED, "lists/instances.csv"));
    }

    @Test
    void anotherZipOfTheSameItemsIsNotTheFileThatWasSealed() throws IOException {
        assertThat(faults(entries(capsules.next()))).isNotEmpty().allMatch(it -> it.kind() == Kind.FRAME);
    }

    @Test
    void anItemOfAnotherCapsuleIsRecognised() throws IOException {
        var first = capsules.next();
        var second = capsules.next();
        var entries = entries(second);
        entries.put("responses/0001.xml", entries(first).get("responses/0001.xml"));
        var swapped = Files.write(folder.resolve("swapped.zip"), zip(entries));
        var result = verify(Expected.nothing(), first, swapped);
        assertThat(result.verdict()).isEqualTo(Verdict.AT_FAULT);
        assertThat(result.capsules().get(1).faults())
                .extracting(Fault::kind, Fault::item, Fault::detail)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        Kind.SWAPPED, "responses/0001.xml", "responses/0001.xml · " + first));
    }

    @Test
    void whoSignsAnewHasAnotherKey() throws IOException {
        var theirs = new Capsules(folder.resolve("theirs"));
        var forged = theirs.next();
        var ours = new Expected(capsules.fingerprint(), null, List.of(), false);
        assertThat(verify(ours, capsules.next()).verdict()).isEqualTo(Verdict.INTACT);
        assertThat(verify(ours, forged).capsules().getFirst().faults())
                .containsExactly(new Fault(Kind.OTHER_KEY, "manifest.json", theirs.fingerprint()));
    }

    @Test
    void aManifestThatSomebodyElseWroteIsNotSigned() throws IOException {
        var entries = entries(capsules.next());
        var text = new String(entries.get("manifest.json"), StandardCharsets.UTF_8);
        entries.put("manifest.json", text.replace("\"all\"", "\"cc6\"").getBytes(StandardCharsets.UTF_8));
        assertThat(faults(entries)).contains(new Fault(Kind.SIGNATURE, "manifest.json", ""));
        entries.put(
                "manifest.json",
                text.replace("\"recipe\"", "\"x\":1,\"recipe\"").getBytes(StandardCharsets.UTF_8));
        assertThat(faults(entries)).extracting(Fault::kind).containsExactly(Kind.CHANGED);
    }

    @Test
    void theChainNamesWhatIsMissing() throws IOException {
        var first = capsules.next();
        var second = capsules.next();
        var third = capsules.next();
        var chain = Chain.read(capsules.chain());
        assertThat(chain).extracting(Link::number).containsExactly(1L, 2L, 3L);
        assertThat(verify(Expected.nothing(), third, first, second).verdict()).isEqualTo(Verdict.INTACT);
        assertThat(verify(Expected.nothing(), first, third).chain()).containsExactly(new Fault(Kind.MISSING, "2", ""));
        var whole = new Expected(null, chain, List.of(), false);
        assertThat(verify(whole, first, second, third).chain()).isEmpty();
        assertThat(verify(whole, first, second).chain())
                .containsExactly(new Fault(Kind.MISSING, "3", chain.get(2).capsule()));
        assertThat(verify(whole, second, third).chain())
                .containsExactly(new Fault(Kind.MISSING, "1", chain.get(0).capsule()));
        var cut = new Expected(null, chain.subList(0, 2), List.of(), false);
        assertThat(verify(cut, first, second, third).chain())
                .extracting(Fault::kind)
                .containsExactly(Kind.UNCHAINED);
    }

    @Test
    void twoCapsulesInOnePlaceAreAFork() throws IOException {
        var first = capsules.next();
        Files.delete(capsules.chain());
        var again = capsules.next(Capsules.items(7), Capsules.AWS, null);
        assertThat(verify(Expected.nothing(), first, again).chain())
                .containsExactly(new Fault(Kind.FORKED, "1", again.toString()));
    }

    @Test
    void whatIsNotAwsIsNoEvidenceUnlessToldOtherwise() throws IOException {
        var origin = new Origin(
                Origin.Kind.SANDBOX, "http://127.0.0.1:5000", "checkop", "111122223333", null, "arn", "us-east-1");
        var file = capsules.next(Capsules.items(1), origin, null);
        assertThat(verify(Expected.nothing(), file).verdict()).isEqualTo(Verdict.NOT_AWS);
        assertThat(verify(new Expected(null, null, List.of(), true), file).verdict())
                .isEqualTo(Verdict.INTACT);
    }

    @Test
    void whatIsNoCapsuleIsCalledNone() throws IOException {
        for (var bytes : List.of(new byte[0], new byte[] {'P', 'K'}, new byte[1000], zip(Map.of("a", new byte[9])))) {
            var result = new Verifier(Expected.nothing()).verify(List.of(source("x", bytes)));
            assertThat(result.capsules().getFirst().faults())
                    .extracting(Fault::kind)
                    .containsExactly(Kind.NO_CAPSULE);
        }
        var whole = Files.readAllBytes(capsules.next());
        for (int length = 1; length < whole.length; length += 97) {
            var cut = new Verifier(Expected.nothing()).verify(List.of(source("cut", Arrays.copyOf(whole, length))));
            assertThat(cut.verdict()).isEqualTo(Verdict.AT_FAULT);
        }
    }

    private static Verification verify(Expected expected, Path... files) throws IOException {
        return new Verifier(expected)
                .verify(Arrays.stream(files)
                        .map(it -> Verifier.file(it.toString(), it))
                        .toList());
    }

    private static List<Fault> faults(Map<String, byte[]> entries) throws IOException {
        return new Verifier(Expected.nothing())
                .verify(List.of(source("made anew", zip(entries)))).capsules().getFirst().faults().stream()
                        .map(it -> it.kind() == Kind.CHANGED ? it : new Fault(it.kind(), it.item(), it.detail()))
                        .toList();
    }

    private static Verifier.Source source(String name, byte[] bytes) {
        return new Verifier.Source() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public byte[] read() {
                return bytes;
            }
        };
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    /** As any other program would pack them. */
    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var out = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new java.util.zip.ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** Which item each byte belongs to, by the zip's own headers. */
    private static TreeMap<Integer, String> regions(byte[] bytes) {
        var view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var regions = new TreeMap<Integer, String>();
        int at = 0;
        while (view.getInt(at) == 0x04034b50) {
            var name = name(bytes, at + 30, view.getShort(at + 26));
            regions.put(at, name);
            at += 30 + name.length() + view.getInt(at + 18);
        }
        while (view.getInt(at) == 0x02014b50) {
            var name = name(bytes, at + 46, view.getShort(at + 28));
            regions.put(at, name);
            at += 46 + name.length();
        }
        regions.put(at, StrictZip.END);
        return regions;
    }

    private static String name(byte[] bytes, int from, short length) {
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }
}
