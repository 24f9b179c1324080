package io.atalaya.evidence.capsule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.atalaya.evidence.capsule.EvidenceException.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys, the chain, and what happens when the disk, the clock or the power does not play along. */
class CapsuleWriterTest {
    @TempDir
    Path folder;

    @Test
    void theKeyIsMadeOnceAndIsItsOwnersAlone() throws IOException {
        var keys = new KeyFolder(folder.resolve("keys"));
        var first = keys.open(null).fingerprint();
        assertThat(keys.open(null).fingerprint()).isEqualTo(first).hasSize(64);
        var file = folder.resolve("keys/key.pem");
        if (Disk.posix(file)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            assertReason(() -> keys.open(null), Reason.KEY_NOT_PRIVATE);
        }
    }

    @Test
    void aPassphraseOpensItsKeyAndNoOther() throws IOException, InterruptedException {
        var keys = new KeyFolder(folder.resolve("keys"));
        assertThat(keys.locked()).isFalse();
        var fingerprint = keys.open("cóndor".toCharArray()).fingerprint();
        assertThat(keys.locked()).isTrue();
        assertThat(keys.open("cóndor".toCharArray()).fingerprint()).isEqualTo(fingerprint);
        assertReason(() -> keys.open("condor".toCharArray()), Reason.PASSPHRASE_WRONG);
        assertReason(() -> keys.open(null), Reason.PASSPHRASE_NEEDED);
        assertThat(Files.readString(folder.resolve("keys/key.pem"))).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY");
    }

    @Test
    void aPassphraseOfAnyLanguageIsTheSameForOpenssl() throws IOException, InterruptedException {
        for (var phrase : List.of("cóndor de los Andes", "contraseña €", "условие 鍵 \uD83D\uDD11")) {
            var keys = new KeyFolder(folder.resolve("keys of " + phrase.hashCode()));
            var open = keys.open(phrase.toCharArray());
            var apart = java.text.Normalizer.normalize(phrase, java.text.Normalizer.Form.NFD);
            assertThat(keys.open(apart.toCharArray()).fingerprint()).isEqualTo(open.fingerprint());
            var flat = phrase.replaceAll("[^\\x20-\\x7e]", "s");
            assertReason(() -> keys.open(flat.toCharArray()), Reason.PASSPHRASE_WRONG);
            var file = keys.folder().resolve("key.pem").toString();
            Process process;
            try {
                process = new ProcessBuilder("openssl", "pkey", "-in", file, "-passin", "stdin", "-pubout").start();
            } catch (IOException none) {
                assumeTrue(false, "SKIPPED: no openssl on this machine");
                return;
            }
            try (var in = process.getOutputStream()) {
                in.write((phrase + "\n").getBytes(StandardCharsets.UTF_8));
            }
            assertThat(process.getInputStream().readAllBytes()).as(phrase).isEqualTo(open.publicPem());
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aPassphraseThatProtectsNothingIsNotPassedOver() throws IOException {
        var keys = new KeyFolder(folder.resolve("keys"));
        assertReason(() -> keys.open(new char[0]), Reason.PASSPHRASE_EMPTY);
        assertThat(folder.resolve("keys/key.pem")).doesNotExist();
        var fingerprint = keys.open(null).fingerprint();
        assertReason(() -> keys.open("cóndor".toCharArray()), Reason.PASSPHRASE_UNUSED);
        assertThat(keys.open(null).fingerprint()).isEqualTo(fingerprint);
    }

    @Test
    void aFileThatCameMeanwhileStays() throws IOException {
        var keys = new KeyFolder(folder.resolve("evidence"));
        var key = keys.open(null);
        var chain = new Chain(keys, key);
        var file = folder.resolve("capsule.zip");
        try (var writer = CapsuleWriter.begin(file, "1")) {
            writer.add("text", new byte[10]);
            Files.writeString(file, "mine");
            assertReason(() -> writer.seal(facts(Capsules.NOON), key, chain, null, ""), Reason.FILE_EXISTS);
        }
        assertThat(file).hasContent("mine");
        try (var files = Files.list(folder)) {
            assertThat(files.map(Path::toString)).noneMatch(it -> it.endsWith(".part"));
        }
        new Capsules(folder).next();
        assertThat(Chain.read(chain.file())).extracting(Link::number).containsExactly(1L);
    }

    @Test
    void aPublicKeyOfSomebodyElseIsNoticed() throws IOException {
        var keys = new KeyFolder(folder.resolve("keys"));
        keys.open(null);
        Files.write(
                folder.resolve("keys/public-key.pem"),
                new KeyFolder(folder.resolve("b")).open(null).publicPem());
        assertReason(() -> keys.open(null), Reason.KEY_UNREADABLE);
    }

    @Test
    void aFileThatIsThereStays() throws IOException {
        var file = Files.writeString(folder.resolve("capsule.zip"), "mine");
        assertReason(() -> CapsuleWriter.begin(file, "1"), Reason.FILE_EXISTS);
        assertThat(file).hasContent("mine");
    }

    @Test
    void aFolderThatIsNoneIsNamed() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        assertReason(() -> CapsuleWriter.begin(file.resolve("capsule.zip"), "1"), Reason.FOLDER_NOT_WRITABLE);
    }

    @Test
    void aFullDiskIsCalledOneAndLeavesNothing() throws IOException {
        var full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "SKIPPED: no /dev/full on this system");
        var target = folder.resolve("capsule.zip");
        try (var writer = CapsuleWriter.begin(
                target, "1", CapsuleWriter.MOST, file -> FileChannel.open(full, StandardOpenOption.WRITE))) {
            assertReason(() -> writer.add("a", new byte[10]), Reason.DISK_FULL);
        }
        assertThat(folder).isEmptyDirectory();
    }

    /** A small file system of its own; where none can be made, /dev/full above stands for it. */
    @Test
    void aDiskThatIsReallyFullLeavesNothing() throws IOException, InterruptedException {
        var disk = Files.createDirectory(folder.resolve("disk"));
        var mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", disk.toString())
                .redirectErrorStream(true);
        boolean mounted;
        try {
            mounted = mount.start().waitFor() == 0;
        } catch (IOException none) {
            mounted = false;
        }
        assumeTrue(mounted, "SKIPPED: no file system can be mounted here");
        try (var writer = CapsuleWriter.begin(disk.resolve("capsule.zip"), "1")) {
            var noise = new byte[200_000];
            new java.util.Random(1).nextBytes(noise);
            writer.add("a", noise);
            assertReason(() -> writer.add("b", noise), Reason.DISK_FULL);
        } finally {
            try (var left = Files.list(disk)) {
                assertThat(left).isEmpty();
            }
            assertThat(new ProcessBuilder("umount", disk.toString()).start().waitFor())
                    .isZero();
        }
    }

    @Test
    void whatIsGivenUpLeavesNothing() throws IOException {
        try (var writer = CapsuleWriter.begin(folder.resolve("capsule.zip"), "1")) {
            writer.add("a", new byte[10]);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aClockThatWasSetBackIsRefused() throws IOException {
        var capsules = new Capsules(folder);
        capsules.next();
        var keys = new KeyFolder(folder.resolve("evidence"));
        var chain = new Chain(keys, keys.open(null));
        chain.refuseIfBehind(Capsules.NOON.plusSeconds(1));
        assertReason(() -> chain.refuseIfBehind(Capsules.NOON), Reason.CLOCK_SET_BACK);
        try (var writer = CapsuleWriter.begin(folder.resolve("late.zip"), "x")) {
            assertReason(
                    () -> writer.seal(facts(Capsules.NOON), keys.open(null), chain, null, ""), Reason.CLOCK_SET_BACK);
        }
        assertThat(folder.resolve("late.zip")).doesNotExist();
    }

    @Test
    void aCrashAfterTheNameIsSettledByAddingTheLink() throws IOException {
        var capsules = new Capsules(folder);
        capsules.next();
        var second = capsules.next();
        var lines = Files.readAllLines(capsules.chain());
        // as it is between the capsule's name and the chain's line, half of which was written
        Files.writeString(next(capsules), lines.get(1) + "\n" + second + "\n");
        Files.writeString(capsules.chain(), lines.get(0) + "\n" + lines.get(1).substring(0, 20));
        capsules.next();
        assertThat(Chain.read(capsules.chain())).extracting(Link::number).containsExactly(1L, 2L, 3L);
        assertThat(next(capsules)).doesNotExist();
    }

    @Test
    void aCrashBeforeTheNameIsSettledByForgetting() throws IOException {
        var capsules = new Capsules(folder);
        capsules.next();
        var second = capsules.next();
        var lines = Files.readAllLines(capsules.chain());
        Files.writeString(next(capsules), lines.get(1) + "\n" + second + "\n");
        Files.writeString(capsules.chain(), lines.get(0) + "\n");
        Files.delete(second);
        capsules.next();
        assertThat(Chain.read(capsules.chain())).extracting(Link::number).containsExactly(1L, 2L);
    }

    @Test
    void aChainThatWasChangedIsNotGoneOnWith() throws IOException {
        var capsules = new Capsules(folder);
        capsules.next();
        capsules.next();
        Files.writeString(capsules.chain(), Files.readAllLines(capsules.chain()).get(1) + "\n");
        assertReason(capsules::next, Reason.CHAIN_UNREADABLE);
    }

    /** Whenever it is killed: what has a capsule's name is whole, and the chain goes on. */
    @Test
    void noHalfCapsuleEverLooksWhole() throws IOException, InterruptedException {
        int kills = Integer.getInteger("atalaya.kills", 4);
        var random = new java.util.Random(4);
        for (int kill = 0; kill < kills; kill++) {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            EndlessCapsules.class.getName(),
                            folder.toString(),
                            String.valueOf(kill))
                    .redirectErrorStream(true)
                    .start();
            try (var out = process.inputReader()) {
                for (int line = 1 + random.nextInt(20); line > 0; line--) {
                    assertThat(out.readLine()).startsWith("made");
                }
                process.destroyForcibly();
            }
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        new Capsules(folder).next(Capsules.items(0), Capsules.AWS, null); // settles the last
        try (var files = Files.list(folder)) {
            var named = files.filter(it -> it.toString().endsWith(".zip")).toList();
            var sha256 = named.stream()
                    .map(it -> CapsuleReader.manifestSha256(it).orElseThrow())
                    .toList();
            var keys = new KeyFolder(folder.resolve("evidence"));
            assertThat(Chain.read(new Chain(keys, keys.open(null)).file()))
                    .extracting(Link::manifest)
                    .containsExactlyInAnyOrderElementsOf(sha256);
        }
    }

    private static Path next(Capsules capsules) {
        return Path.of(capsules.chain().toString().replace(".jsonl", ".next"));
    }

    static Facts facts(Instant at) {
        return new Facts("id", at, Capsules.AWS, "all", "0.1.0", Sha256.NONE, List.of());
    }

    private static void assertReason(ThrowingCallable act, Reason reason) {
        assertThatThrownBy(act).isInstanceOfSatisfying(EvidenceException.class, it -> assertThat(it.reason())
                .isEqualTo(reason));
    }

    /** Makes capsules until it is killed. */
    static final class EndlessCapsules {
        private EndlessCapsules() {}

        public static void main(String[] args) throws IOException {
            var keys = new KeyFolder(new File(args[0], "evidence").toPath());
            var key = keys.open(null);
            var chain = new Chain(keys, key);
            for (int i = 0; ; i++) {
                var name = args[1] + "-" + i;
                try (var writer = CapsuleWriter.begin(Path.of(args[0], name + ".zip"), name)) {
                    writer.add("text", "x".repeat(20_000).getBytes(StandardCharsets.UTF_8));
                    writer.seal(facts(Capsules.NOON), key, chain, null, Guide.of(Locale.ENGLISH));
                }
                System.out.println("made " + name);
            }
        }
    }
}
