package io.atalaya.evidence.stamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.atalaya.evidence.capsule.Capsules;
import io.atalaya.evidence.verify.Checked;
import io.atalaya.evidence.verify.Expected;
import io.atalaya.evidence.verify.Fault;
import io.atalaya.evidence.verify.Verifier;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time stamps of an authority that openssl plays. */
class StampTest {
    @TempDir
    Path folder;

    @BeforeEach
    void openssl() throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException none) {
            there = false;
        }
        assumeTrue(there, "SKIPPED: no openssl on this machine");
    }

    @Test
    void aStampIsObtainedAndVerifiedHereAndByOpenssl() throws Exception {
        try (var authority = new OpensslAuthority(folder.resolve("tsa"))) {
            var capsule = stamped(new Capsules(folder), authority);
            var checked = check(capsule, authority.certificate());
            assertThat(checked.faults()).isEmpty();
            assertThat(checked.stamp().state()).isEqualTo(Stamp.State.TRUSTED);
            assertThat(Duration.between(checked.stamp().at(), Instant.now()).abs())
                    .isLessThan(Duration.ofMinutes(10));
            assertThat(check(capsule).stamp().state()).isEqualTo(Stamp.State.OF_SOMEBODY);
            byOpenssl(capsule, authority);
        }
    }

    private void byOpenssl(Path capsule, OpensslAuthority authority) throws IOException, InterruptedException {
        try (var zip = new ZipFile(capsule.toFile())) {
            for (var name : List.of("manifest.sig", "timestamp.tsr")) {
                Files.copy(zip.getInputStream(zip.getEntry(name)), folder.resolve(name));
            }
        }
        var process = new ProcessBuilder(
                        "openssl",
                        "ts",
                        "-verify",
                        "-in",
                        "timestamp.tsr",
                        "-data",
                        "manifest.sig",
                        "-CAfile",
                        authority.pem().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("Verification: OK");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anAuthorityThatNobodyTrustsDoesNotCount() throws Exception {
        try (var authority = new OpensslAuthority(folder.resolve("tsa"));
                var other = new OpensslAuthority(folder.resolve("other"))) {
            var capsule = stamped(new Capsules(folder), authority);
            var checked = check(capsule, other.certificate());
            assertThat(checked.stamp().state()).isEqualTo(Stamp.State.BAD);
            assertThat(checked.faults())
                    .extracting(Fault::kind, Fault::item)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(Fault.Kind.STAMP, "timestamp.tsr"));
        }
    }

    @Test
    void whoWantsAStampGetsNoGoodWordForACapsuleWithoutOne() throws Exception {
        try (var authority = new OpensslAuthority(folder.resolve("tsa"))) {
            var capsules = new Capsules(folder);
            var nobody = new HttpStamper(URI.create("http://127.0.0.1:1/"));
            for (var capsule : List.of(capsules.next(), capsules.next(Capsules.items(1), Capsules.AWS, nobody))) {
                assertThat(check(capsule).faults()).isEmpty();
                assertThat(check(capsule, authority.certificate()).faults())
                        .extracting(Fault::kind, Fault::item)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(Fault.Kind.UNSTAMPED, "timestamp.tsr"));
            }
            assertThat(check(stamped(capsules, authority), authority.certificate())
                            .faults())
                    .isEmpty();
        }
    }

    @Test
    void theStampOfSomethingElseIsRejected() throws Exception {
        try (var authority = new OpensslAuthority(folder.resolve("tsa"))) {
            var capsules = new Capsules(folder);
            stamped(capsules, authority);
            authority.repeatItself();
            var unstamped = check(stamped(capsules, authority));
            assertThat(unstamped.faults()).isEmpty();
            assertThat(unstamped.stamp().state()).isEqualTo(Stamp.State.UNSTAMPED);
        }
    }

    @Test
    void anUnreachableAuthorityLeavesACapsuleThatSaysSo() throws IOException {
        var nobody = new HttpStamper(URI.create("http://127.0.0.1:1/"));
        var checked = check(new Capsules(folder).next(Capsules.items(0), Capsules.AWS, nobody));
        assertThat(checked.faults()).isEmpty();
        assertThat(checked.stamp().state()).isEqualTo(Stamp.State.UNSTAMPED);
        assertThat(checked.stamp().detail()).startsWith("http://127.0.0.1:1/: ").contains("ConnectException");
    }

    private static Path stamped(Capsules capsules, OpensslAuthority authority) throws IOException {
        return capsules.next(Capsules.items(0), Capsules.AWS, new HttpStamper(authority.address()));
    }

    private static Checked check(Path capsule, X509Certificate... trusted) throws IOException {
        return new Verifier(new Expected(null, null, List.of(trusted), false))
                .verify(List.of(Verifier.file("capsule", capsule)))
                .capsules()
                .getFirst();
    }
}
