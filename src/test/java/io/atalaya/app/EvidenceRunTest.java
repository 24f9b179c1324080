package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.atalaya.connect.ConnectRequest;
import io.atalaya.deployment.Parts;
import io.atalaya.evidence.capsule.EvidenceException;
import io.atalaya.evidence.capsule.KeyFolder;
import io.atalaya.evidence.claim.Claim;
import io.atalaya.evidence.recipe.Recipe;
import io.atalaya.evidence.verify.Expected;
import io.atalaya.evidence.verify.Verdict;
import io.atalaya.evidence.verify.Verifier;
import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.FaultMatch;
import io.atalaya.sandbox.server.route.AwsService;
import io.atalaya.ui.UiTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A capsule of a living deployment, made as the command line makes it. */
class EvidenceRunTest extends UiTest {
    private static final Recipe RECIPE = new Recipe(
            "some",
            "Some",
            List.of(),
            List.of("balancing"),
            List.of(Parts.INSTANCES, Parts.LISTENERS, Parts.CERTIFICATES),
            List.of(Claim.HTTPS_ONLY, Claim.AUDIT_TRAIL));

    @TempDir
    Path home;

    @Test
    void aCapsuleHoldsWhatWasSeenAndWhatWasAnswered() throws Exception {
        var file = home.resolve("capsule.zip");
        try (var test = new TestProgram(home, it -> it)) {
            var made = make(test, new EvidenceWish("some", file, null, null, List.of()));
            assertThat(made.pictures()).isEqualTo(4);
            assertThat(made.findings()).hasSize(2);
        }
        var checked = new Verifier(Expected.nothing()).verify(List.of(Verifier.file("it", file)));
        assertThat(checked.verdict()).isEqualTo(Verdict.NOT_AWS);
        try (var zip = new ZipFile(file.toFile())) {
            var picture = ImageIO.read(new ByteArrayInputStream(bytes(zip, "pictures/balancing.png")));
            assertThat(picture.getWidth()).isEqualTo(2880);
            assertThat(picture.getHeight()).isEqualTo(1920);
            assertThat(picture.getRGB(2, 1915) & 0xffffff).as("the band").isEqualTo(0x15181c);
            var rows = json(zip, "model/instances.json").path("rows").asInt();
            assertThat(rows).isEqualTo(3);
            assertThat(new String(bytes(zip, "lists/instances.csv"), StandardCharsets.UTF_8).lines())
                    .hasSize(rows + 1);
            var calls = json(zip, "responses.json");
            var caller = calls.valueStream()
                    .filter(it -> it.path("call").asText().equals("sts:GetCallerIdentity"))
                    .findFirst()
                    .orElseThrow();
            assertThat(new String(bytes(zip, caller.path("item").asText()), StandardCharsets.UTF_8))
                    .as("who asked, in AWS's words")
                    .contains("<Arn>"
                            + json(zip, "manifest.json")
                                    .path("origin")
                                    .path("caller")
                                    .asText() + "</Arn>");
            var instances = calls.valueStream()
                    .filter(it -> it.path("call").asText().equals("ec2:DescribeInstances"))
                    .findFirst()
                    .orElseThrow();
            assertThat(instances.path("requestId").asText()).isNotEmpty();
            assertThat(instances.has("awsMinusHereMillis")).isTrue();
            assertThat(new String(bytes(zip, instances.path("item").asText()), StandardCharsets.UTF_8))
                    .contains("<DescribeInstancesResponse", "i-0f3d8a6617be2c904");
            for (var entry : zip.stream().toList()) {
                assertThat(new String(bytes(zip, entry.getName()), StandardCharsets.ISO_8859_1))
                        .as(entry.getName())
                        .doesNotContain("AWS4-HMAC-SHA256", "BEGIN PRIVATE");
            }
        }
    }

    @Test
    void aDeniedPageMeansNoCapsule() throws Exception {
        var file = home.resolve("capsule.zip");
        try (var test = new TestProgram(home, it -> it)) {
            test.connect().close(); // from now on there is a sandbox
            test.sandbox().faults().plan(FaultMatch.of(AwsService.EC2, "DescribeInstances"), new Fault.Denied("*"));
            assertThatThrownBy(() -> make(test, new EvidenceWish("some", file, null, null, List.of())))
                    .isInstanceOfSatisfying(EvidenceException.class, it -> {
                        assertThat(it.reason()).isEqualTo(EvidenceException.Reason.INCOMPLETE);
                        assertThat(it.details().getFirst()).startsWith("instances: ec2:DescribeInstances");
                    });
        }
        assertThat(file).doesNotExist();
        try (var files = Files.list(home)) {
            assertThat(files.map(Path::toString)).noneMatch(it -> it.endsWith(".part"));
        }
    }

    private EvidenceRun.Made make(TestProgram test, EvidenceWish wish) throws IOException, InterruptedException {
        return new EvidenceRun(test.program, new KeyFolder(home.resolve("evidence")))
                .make(test.program, ConnectRequest.sandbox("checkop"), RECIPE, wish);
    }

    private static JsonNode json(ZipFile zip, String name) throws IOException {
        return JsonMapper.builder().build().readTree(bytes(zip, name));
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        try (var in = zip.getInputStream(Objects.requireNonNull(zip.getEntry(name), name))) {
            return in.readAllBytes();
        }
    }
}
