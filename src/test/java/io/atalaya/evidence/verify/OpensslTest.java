package io.atalaya.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.atalaya.evidence.capsule.Capsules;
import io.atalaya.evidence.capsule.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of VERIFY.md, as they stand there, agree with the verifier. */
class OpensslTest {
    private static final Pattern COMMAND = Pattern.compile("(?m)^ {7}(\\S.*)$");

    @TempDir
    Path folder;

    private Path unpacked;
    private Path capsule;
    private List<String> commands;

    /** What a command wrote, and how it ended. */
    private record Ran(int exit, String out) {}

    @BeforeEach
    void capsule() throws IOException, InterruptedException {
        for (var tool : List.of("openssl version", "sha256sum --version", "sh -c true")) {
            assumeTrue(there(tool), () -> "SKIPPED: no " + tool + " on this machine");
        }
        var capsules = new Capsules(folder);
        capsules.next();
        capsule = capsules.next();
        unpacked = Files.createDirectory(folder.resolve("unpacked"));
        try (var zip = new ZipFile(capsule.toFile())) {
            for (var entry : zip.stream().toList()) {
                var file = unpacked.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip.getInputStream(entry), file);
            }
        }
        commands = new ArrayList<>();
        var found = COMMAND.matcher(Files.readString(unpacked.resolve("VERIFY.md")));
        while (found.find()) {
            commands.add(found.group(1));
        }
    }

    @Test
    void theGuideAgreesThatItIsIntact() throws IOException, InterruptedException {
        var manifest = Files.readString(unpacked.resolve("manifest.json"));
        assertThat(run(command("pkeyutl"))).isEqualTo(new Ran(0, "Signature Verified Successfully\n"));
        var key = run(command("openssl pkey ")).out().substring(0, 64);
        assertThat(manifest).contains("\"key\":\"" + key + "\"");
        var sums = run(command("sha256sum SHA256SUMS")).out().substring(0, 64);
        assertThat(run(command("grep -o")).out().strip()).endsWith("\"sha256\":\"" + sums + "\"");
        var checked = run(command("sha256sum -c"));
        assertThat(checked.exit()).isZero();
        assertThat(checked.out().lines()).hasSizeGreaterThan(5).allMatch(it -> it.endsWith(": OK"));
        assertThat(run(command("find")).out().lines()).containsExactly("SHA256SUMS", "manifest.json", "manifest.sig");
        var previous = Files.readAllBytes(folder.resolve("capsule-1.zip"));
        assertThat(manifest)
                .contains("\"previous\":\""
                        + new Verifier(Expected.nothing())
                                .verify(List.of(Verifier.file("1", folder.resolve("capsule-1.zip"))))
                                .capsules()
                                .getFirst()
                                .manifestSha256()
                        + "\"");
        assertThat(previous).isNotEmpty();
    }

    @Test
    void theGuideFindsWhatWasChanged() throws IOException, InterruptedException {
        Files.writeString(unpacked.resolve("lists/instances.csv"), "id\r\n");
        var checked = run(command("sha256sum -c"));
        assertThat(checked.exit()).isNotZero();
        assertThat(checked.out()).contains("lists/instances.csv: FAILED");
        Files.writeString(unpacked.resolve("responses/0002.xml"), "<x/>");
        assertThat(run(command("find")).out()).contains("responses/0002.xml");
        var manifest = unpacked.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"all\"", "\"cc6\""));
        assertThat(run(command("pkeyutl")).exit()).isNotZero();
    }

    /** A name that begins, ends or continues another one's is as new as any, and so is one that no list can hold. */
    @Test
    void theGuideFindsWhatWasAddedWhateverItIsCalled() throws IOException, InterruptedException {
        assertThat(run(oddNames()).out()).isEmpty();
        var added =
                List.of("lists/instances.cs", "instances.csv", "journal.jsonl2", "model/instances.json ", "-e", ".*");
        for (var name : added) {
            Files.writeString(unpacked.resolve(name), "x");
        }
        Files.createSymbolicLink(unpacked.resolve("responses/0001"), Path.of("0001.xml"));
        assertThat(run(command("cut -c67-")).out().lines())
                .containsAll(added)
                .contains("responses/0001", "manifest.json", "manifest.sig", "SHA256SUMS")
                .hasSize(added.size() + 4);
        // two lines, each of which is the name of an item
        Files.writeString(unpacked.resolve("journal.jsonl\nVERIFY.md"), "x");
        assertThat(run(oddNames()).out()).contains("VERIFY.md", "instances.json ");
    }

    private String oddNames() {
        return command("find . -name");
    }

    @Test
    void theThreeLanguagesHaveTheSameCommands() throws IOException {
        for (var language : List.of("es", "pt_BR")) {
            var text = Files.readString(Path.of("resources/io/atalaya/evidence/VERIFY_" + language + ".md"));
            var found = new ArrayList<String>();
            COMMAND.matcher(text).results().forEach(it -> found.add(it.group(1)));
            assertThat(found).isEqualTo(commands);
        }
    }

    @Test
    void sumsAreThoseOfSha256sum() throws IOException, InterruptedException {
        assertThat(run("sha256sum manifest.json").out())
                .startsWith(Sha256.of(Files.readAllBytes(unpacked.resolve("manifest.json"))));
        assertThat(capsule).exists();
    }

    private String command(String part) {
        return commands.stream().filter(it -> it.contains(part)).findFirst().orElseThrow();
    }

    private Ran run(String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder("sh", "-c", command)
                .directory(unpacked.toFile())
                .redirectErrorStream(true)
                .start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), out);
    }

    private static boolean there(String command) throws InterruptedException {
        try {
            return new ProcessBuilder(command.split(" "))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        }
    }
}
