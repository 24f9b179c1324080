package io.atalaya.evidence.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.Vpc;
import io.atalaya.evidence.capsule.CapsuleWriter;
import io.atalaya.evidence.capsule.Capsules;
import io.atalaya.evidence.capsule.Chain;
import io.atalaya.evidence.capsule.EvidenceException;
import io.atalaya.evidence.capsule.Facts;
import io.atalaya.evidence.capsule.Guide;
import io.atalaya.evidence.capsule.KeyFolder;
import io.atalaya.evidence.capsule.Origin;
import io.atalaya.evidence.capsule.Sha256;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret in every kind of text, under the name that is masked and under none: nothing of it is in the capsule. */
class MaskedCapsuleTest {
    private static final String SECRET = "Qz\"7<é&/+ñ' Secreto~";
    private static final String XML = SECRET.replace("&", "&amp;").replace("<", "&lt;");
    private static final String JSON = SECRET.replace("\"", "\\\"");

    @TempDir
    Path folder;

    @Test
    void whatIsMaskedIsNowhereInTheCapsuleHoweverItIsWritten() throws IOException {
        var bodies = bodies();
        var masks = new Masks(List.of("Owner"));
        var file = folder.resolve("masked.zip");
        make(file, masks, bodies, Capsules.AWS);
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().filter(it -> it.getName().startsWith("responses/")))
                    .hasSize(bodies.size());
            for (var entry : zip.stream().toList()) {
                var bytes = zip.getInputStream(entry).readAllBytes();
                for (var shape : shapes()) {
                    assertThat(new String(bytes, StandardCharsets.UTF_8))
                            .as(entry.getName() + " as " + shape)
                            .doesNotContain(shape);
                }
                for (var run : new String(bytes, StandardCharsets.UTF_8).split("[^A-Za-z0-9+/=]+", -1)) {
                    assertThat(decoded(run)).as(entry.getName()).doesNotContain("Secreto~", "Qz\"7");
                }
            }
            assertThat(new String(
                            zip.getInputStream(zip.getEntry("manifest.json")).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"asked\":true")
                    .contains("Owner");
        }
    }

    /** The test above looks for what is there without a mask. */
    @Test
    void withoutAMaskAllOfItIsThere() throws IOException {
        var file = folder.resolve("plain.zip");
        make(file, new Masks(List.of()), bodies(), Capsules.AWS);
        try (var zip = new ZipFile(file.toFile())) {
            for (var body : bodies().values()) {
                assertThat(zip.stream()
                                .filter(it -> it.getName().startsWith("responses/"))
                                .map(it -> {
                                    try {
                                        return new String(
                                                zip.getInputStream(it).readAllBytes(), StandardCharsets.UTF_8);
                                    } catch (IOException e) {
                                        throw new java.io.UncheckedIOException(e);
                                    }
                                }))
                        .as("byte for byte")
                        .contains(body);
            }
        }
    }

    @Test
    void whereAValueCannotBeTakenOutThereIsNoCapsule() {
        var file = folder.resolve("refused.zip");
        var origin = new Origin(Origin.Kind.AWS, null, SECRET, "111122223333", null, "arn", "us-east-1");
        assertThatThrownBy(() -> make(file, new Masks(List.of("Owner")), bodies(), origin))
                .isInstanceOfSatisfying(EvidenceException.class, it -> {
                    assertThat(it.reason()).isEqualTo(EvidenceException.Reason.MASK_LEAKS);
                    assertThat(it.details().getFirst()).isEqualToIgnoringCase("Owner");
                    assertThat(it.details().getLast()).isEqualTo("manifest.json");
                });
        assertThat(file).doesNotExist();
    }

    @Test
    void aShortValueIsTakenOutWhereItIsAWord() {
        var masks = new Masks(List.of("Owner"));
        masks.learn("<item><key>Owner</key><value>ana</value></item>".getBytes(StandardCharsets.UTF_8));
        assertThat(masks.cleared("asked by ana, about a banana", "item"))
                .isEqualTo("asked by [left out], about a banana");
    }

    @Test
    void whatCannotBeLookedIntoIsLeftOut() throws IOException {
        var file = folder.resolve("binary.zip");
        make(file, new Masks(List.of("Owner")), Map.of("cloudwatch:GetMetricData", "\u0001\u00a1eOwner"), Capsules.AWS);
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(Object::toString)).noneMatch(it -> it.startsWith("responses/"));
        }
    }

    private static Map<String, String> bodies() {
        var bodies = new LinkedHashMap<String, String>();
        bodies.put("ec2:A", "<r><owner>" + XML + "</owner><note>of " + XML + "</note></r>");
        bodies.put("ec2:B", "<r><item><value>" + XML + "</value><key>Owner</key></item></r>");
        bodies.put(
                "ec2:C",
                "<r><tag Owner=\"" + XML.replace("\"", "&quot;") + "\"/><Owner><![CDATA[" + SECRET + "]]></Owner></r>");
        bodies.put(
                "rds:D",
                "<r><Tag><Key>Owner</Key>\n<x>1</x><Value>" + XML.replace("é", "&#233;") + "</Value></Tag></r>");
        bodies.put(
                "efs:E",
                "{\"Tags\":[{\"Value\":\"" + JSON + "\",\"Key\":\"Owner\"}],\"Owner\":[{\"a\":\"" + JSON + "\"}]}");
        bodies.put("efs:F", "{\"Description\":\"Owner=" + JSON.replace("é", "\\u00e9") + "\",\"n\":1}");
        bodies.put(
                "cloudtrail:G",
                "{\"CloudTrailEvent\":\""
                        + ("{\"owner\":\"" + JSON + "\"}").replace("\\", "\\\\").replace("\"", "\\\"") + "\"}");
        bodies.put(
                "ec2:H", "<r><link>https://x/?o=" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8) + "</link></r>");
        for (int before = 0; before < 3; before++) {
            var text = "x".repeat(before) + SECRET + "!";
            bodies.put(
                    "ec2:I" + before,
                    "<r><data>" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                            + "</data></r>");
        }
        return bodies;
    }

    private static List<String> shapes() {
        var shapes =
                new ArrayList<>(List.of(SECRET, XML, JSON, "Secreto~", "Secreto%7E", SECRET.replace("\"", "\"\"")));
        var url = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        shapes.addAll(List.of(url, url.toLowerCase(Locale.ROOT), url.replace("+", "%20")));
        return shapes;
    }

    private static String decoded(String run) {
        try {
            return new String(Base64.getDecoder().decode(run), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException none) {
            return "";
        }
    }

    private void make(Path file, Masks masks, Map<String, String> bodies, Origin origin) throws IOException {
        var responses = new Responses();
        bodies.forEach((call, body) -> responses.accept(new RawAnswer(
                call,
                Map.of("Filters", List.of(Map.of("Name", "tag:Owner", "Values", List.of(SECRET)))),
                "https://ec2.amazonaws.com/",
                Capsules.NOON,
                Duration.ofMillis(20),
                Capsules.NOON,
                "id",
                200,
                Map.of("Content-Type", "text/xml", "X-Note", SECRET),
                call.equals("cloudwatch:GetMetricData")
                        ? body.getBytes(StandardCharsets.ISO_8859_1)
                        : body.getBytes(StandardCharsets.UTF_8))));
        var vpc =
                new Vpc("vpc-1", "of " + SECRET, List.of(), List.of(), false, Map.of("Owner", SECRET, "also", SECRET));
        var deployment = Sample.empty()
                .with(Parts.VPCS, Observed.of(Listing.complete(List.of(vpc)), Capsules.NOON, Duration.ofMinutes(1)));
        var journal =
                "{\"account\":\"111122223333\",\"region\":\"us-east-1\",\"command\":\"aws ec2 create-tags --tags Key=Owner,Value='"
                        + JSON + "'\"}";
        try (var writer = CapsuleWriter.begin(file, "1")) {
            writer.guard(masks::refuse);
            responses.learn(masks);
            new ModelJson(masks).learn(deployment, Parts.VPCS);
            masks.learn(journal.getBytes(StandardCharsets.UTF_8));
            var node = new ModelJson(masks).part(deployment, Parts.VPCS, Capsules.NOON, "model/vpcs.json");
            writer.add("model/vpcs.json", node.toPrettyString().getBytes(StandardCharsets.UTF_8));
            writer.add("lists/vpcs.csv", Table.of(node).csv());
            writer.add("journal.jsonl", JournalLines.of(List.of(journal), Capsules.AWS, masks, "journal.jsonl"));
            var claims = "[{\"fact\":\"owner\",\"value\":\"" + JSON + "\"},{\"value\":\"[" + JSON + "]\"}]";
            writer.add("claims.json", masks.claims("claims.json", claims.getBytes(StandardCharsets.UTF_8)));
            responses.write(writer, masks);
            var keys = new KeyFolder(folder.resolve("evidence"));
            var key = keys.open(null);
            var facts = new Facts("1", Capsules.NOON, origin, "all", "0.1.0", Sha256.NONE, masks.leftOut());
            writer.seal(facts, key, new Chain(keys, key), null, Guide.of(Locale.ENGLISH));
        }
        assertThat(Files.exists(file)).isTrue();
    }
}
