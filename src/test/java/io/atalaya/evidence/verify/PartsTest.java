package io.atalaya.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.evidence.capsule.CapsuleWriter;
import io.atalaya.evidence.capsule.Capsules;
import io.atalaya.evidence.capsule.Chain;
import io.atalaya.evidence.capsule.EvidenceException;
import io.atalaya.evidence.capsule.Facts;
import io.atalaya.evidence.capsule.Guide;
import io.atalaya.evidence.capsule.KeyFolder;
import io.atalaya.evidence.capsule.LeftOut;
import io.atalaya.evidence.capsule.Sha256;
import io.atalaya.evidence.verify.Fault.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A capture that is too large for one file is several capsules, which are one piece of evidence. */
class PartsTest {
    private static final long LIMIT = 200_000;

    @TempDir
    Path folder;

    @Test
    void partsStayWithinTheLimitAndAreVerifiedTogether() throws IOException {
        var files = capture("evidence.zip", 20);
        assertThat(files).hasSizeGreaterThan(5);
        int count = files.size();
        for (int i = 0; i < count; i++) {
            assertThat(files.get(i)).hasFileName("evidence-" + (i + 1) + "of" + count + ".zip");
            assertThat(Files.size(files.get(i))).isLessThanOrEqualTo(LIMIT);
        }
        assertThat(folder.resolve("evidence.zip")).doesNotExist();
        var whole = verify(files);
        assertThat(whole.verdict()).isEqualTo(Verdict.INTACT);
        var items = new ArrayList<String>();
        var leftOut = new ArrayList<LeftOut>();
        whole.capsules().forEach(it -> {
            var manifest = java.util.Objects.requireNonNull(it.manifest());
            manifest.items().forEach(item -> items.add(item.name()));
            leftOut.addAll(manifest.facts().leftOut());
            assertThat(manifest.share().of()).isEqualTo(count);
        });
        assertThat(items.stream().filter(it -> it.startsWith("responses/")))
                .hasSize(20)
                .doesNotHaveDuplicates();
        assertThat(leftOut)
                .as("each said once")
                .containsExactlyInAnyOrder(
                        new LeftOut("", "Authorization", 3, false),
                        new LeftOut("responses/00017.bin", "Owner", 1, true));
    }

    @Test
    void aPartThatIsNotThereIsNamed() throws IOException {
        var files = new ArrayList<>(capture("evidence.zip", 20));
        int count = files.size();
        files.remove(2);
        var chain = verify(files);
        assertThat(chain.verdict()).isEqualTo(Verdict.AT_FAULT);
        assertThat(chain.chain()).contains(new Fault(Kind.PART_MISSING, "3/" + count, "2026"));
        assertThat(verify(files.subList(0, 1)).chain())
                .extracting(Fault::kind)
                .hasSize(count - 1)
                .containsOnly(Kind.PART_MISSING);
    }

    @Test
    void whatFitsIsOneCapsuleAndSaysNothingOfParts() throws IOException {
        var files = capture("small.zip", 3);
        assertThat(files).containsExactly(folder.resolve("small.zip"));
        assertThat(verify(files).verdict()).isEqualTo(Verdict.INTACT);
    }

    @Test
    void anItemThatIsLargerThanAFileMayBeIsRefusedAndLeavesNothing() throws IOException {
        try (var writer = CapsuleWriter.begin(folder.resolve("evidence.zip"), "2026", LIMIT)) {
            assertThatThrownBy(() -> writer.add("model/instances.json", noise(190_000)))
                    .isInstanceOfSatisfying(EvidenceException.class, it -> {
                        assertThat(it.reason()).isEqualTo(EvidenceException.Reason.TOO_LARGE);
                        assertThat(it.details().getFirst()).endsWith("evidence.zip: model/instances.json");
                    });
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPartOfThatNameStays() throws IOException {
        var count = capture("first.zip", 20).size();
        var there = Files.writeString(folder.resolve("evidence-2of" + count + ".zip"), "mine");
        assertThatThrownBy(() -> capture("evidence.zip", 20)).isInstanceOf(EvidenceException.class);
        assertThat(there).hasContent("mine");
        assertThat(folder.resolve("evidence-1of" + count + ".zip")).doesNotExist();
        try (var left = Files.list(folder)) {
            assertThat(left.map(Path::toString)).noneMatch(it -> it.endsWith(".part"));
        }
    }

    private List<Path> capture(String name, int items) throws IOException {
        var keys = new KeyFolder(folder.resolve("keys"));
        var key = keys.open(null);
        try (var writer = CapsuleWriter.begin(folder.resolve(name), "2026", LIMIT)) {
            for (int i = 0; i < items; i++) {
                writer.add(String.format(Locale.ROOT, "responses/%05d.bin", i), noise(40_000));
            }
            var facts = new Facts(
                    "2026",
                    Capsules.NOON,
                    Capsules.AWS,
                    "all",
                    "0.1.0",
                    Sha256.NONE,
                    List.of(
                            new LeftOut("", "Authorization", 3, false),
                            new LeftOut("responses/00017.bin", "Owner", 1, true)));
            writer.seal(facts, key, new Chain(keys, key), null, Guide.of(Locale.ENGLISH));
            return writer.files();
        }
    }

    private static byte[] noise(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static Verification verify(List<Path> files) throws IOException {
        return new Verifier(Expected.nothing())
                .verify(files.stream()
                        .map(it -> Verifier.file(it.toString(), it))
                        .toList());
    }
}
