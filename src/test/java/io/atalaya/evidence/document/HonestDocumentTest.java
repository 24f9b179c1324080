package io.atalaya.evidence.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckOp;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.sandbox.monster.MonsterTexts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document never looks more complete than it is, and text of AWS is text in it. */
class HonestDocumentTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "pt-BR"})
    void whatIsDeniedSaysSoInItsPlace(String language) throws IOException {
        var deployment = CheckOp.healthy();
        deployment = DriftTest.denied(deployment, Parts.INSTANCES);
        deployment = DriftTest.denied(deployment, Parts.INSTANCE_TYPES);
        deployment = DriftTest.denied(deployment, Parts.SECURITY_GROUPS);
        var document = Printouts.of(deployment);
        var page = Printouts.dom(Printouts.html(document, language, null));
        for (var key : List.of("instances", "security-groups", "security-rules")) {
            var place = Printouts.all(page.getDocumentElement(), "div").stream()
                    .filter(it -> it.getAttribute("id").equals("table-" + key))
                    .findFirst()
                    .orElseThrow();
            assertThat(Printouts.text(place))
                    .contains("ec2:Describe")
                    .doesNotContain(Printouts.words(language).text("table.none"));
        }
        assertThat(Printouts.htmlTable(page, "databases")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("vCPU", Printouts.words(language).text("value.unread")));
        var markdown = Printouts.markdown(document, language, null);
        assertThat(markdown.substring(
                        markdown.indexOf("### " + Printouts.words(language).text("table.instances"))))
                .contains("ec2:Describeinstances");
    }

    @Test
    void whatIsHalfReadOrOldSaysSo() {
        var half = Sample.empty()
                .with(
                        Parts.INSTANCES,
                        Observed.of(
                                new Listing<>(List.of(Sample.instance("i-1", "running")), 1, false),
                                Sample.NOW,
                                Duration.ofSeconds(15)));
        assertThat(Printouts.markdown(Printouts.of(half), "en", null))
                .contains("INCOMPLETE: 1 read on 1 pages, more were to come");
        var old = CheckOp.healthy();
        old = old.with(
                Parts.INSTANCES,
                old.observed(Parts.INSTANCES)
                        .failed(
                                new Problem(
                                        Problem.Kind.TIMEOUT,
                                        "ec2:DescribeInstances",
                                        "Timeout",
                                        "no answer",
                                        null,
                                        null,
                                        Sample.NOW),
                                Sample.NOW));
        assertThat(Printouts.markdown(Printouts.of(old), "en", null))
                .contains("LAST KNOWN: 3, as of ")
                .contains("ec2:DescribeInstances failed");
    }

    @Test
    void nothingAtAllIsNotReadAndNotEmpty() throws IOException {
        var document = Printouts.of(Sample.empty());
        var markdown = Printouts.markdown(document, "en", null);
        assertThat(markdown).doesNotContain("There are none").contains("NOT READ: AWS had not answered");
        assertThat(Printouts.html(document, "pt-BR", null)).contains("NÃO LIDO");
        assertThat(Printouts.pdf(document, "es", null)).isNotEmpty();
    }

    @Test
    void anEmptyDeploymentHasNone() throws IOException {
        var empty = Sample.empty();
        for (var part : Parts.all()) {
            empty = none(empty, part);
        }
        var document = Printouts.of(empty);
        var markdown = Printouts.markdown(document, "en", null);
        assertThat(markdown.split("There are none", -1))
                .hasSize(document.tables().size() + 1);
        assertThat(markdown).doesNotContain("NOT READ").contains("0 of 0 (pages 1 of 1)");
        try (var pdf = Loader.loadPDF(Printouts.pdf(document, "en", null))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("There are none.");
        }
    }

    private static <T> Deployment none(Deployment deployment, io.atalaya.deployment.Part<T> part) {
        return Sample.with(deployment, part, List.of());
    }

    @Test
    void hostileNamesAreText() throws IOException {
        var names = Stream.concat(
                        Stream.of(
                                "<script>alert(1)</script>",
                                "\"><img src=x onerror=alert(1)>",
                                "' onmouseover='alert(1)",
                                "]]></style><script>",
                                "| pipe | table |\n|---|",
                                "[link](javascript:alert(1)) ![x](http://evil/x.png)",
                                "`code` **bold** # head",
                                "<!-- &amp; &lt; {0} '{1}' %s",
                                "\\u0000 \u0000\u0007\u001b[31m \u202E\u2066 txt.exe",
                                "</svg><a href=\"http://evil\">",
                                "名前 🏰 اسم",
                                "lone \uD800 half"),
                        Stream.concat(MonsterTexts.texts().stream(), MonsterTexts.broken().stream()))
                .toList();
        var document = Printouts.of(named(names));

        var html = Printouts.html(document, "en", null);
        var page = Printouts.dom(html);
        assertThat(Printouts.all(page.getDocumentElement(), "script")).isEmpty();
        assertThat(Printouts.all(page.getDocumentElement(), "img")).isEmpty();
        assertThat(Printouts.all(page.getDocumentElement(), "a"))
                .allSatisfy(it -> assertThat(it.getAttribute("href")).startsWith("#"));
        var rows = Printouts.htmlTable(page, "instances");
        assertThat(rows).hasSize(names.size());
        assertThat(rows)
                .extracting(row -> row.get("Name"))
                .contains("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "名前 🏰 اسم")
                .noneMatch(it -> it.contains("\u202E") || it.contains("\u0000") || it.contains("\n"));

        var markdown = Printouts.markdown(document, "en", null);
        assertThat(Printouts.markdownTable(markdown, "Instances")).hasSize(names.size());
        assertThat(markdown)
                .doesNotContain("<script>")
                .as("no link but to the diagrams")
                .doesNotContainPattern("(?<!\\\\)\\]\\((?!figure-)")
                .doesNotContain("\u202E");

        try (var pdf = Loader.loadPDF(Printouts.pdf(Printouts.of(named(names.subList(0, 12))), "en", null))) {
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("<script>alert(1)</script>");
            assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
            for (var it : pdf.getPages()) {
                assertThat(it.getAnnotations())
                        .allSatisfy(link ->
                                assertThat(link.getCOSObject().toString()).doesNotContain("evil"));
            }
        }
    }

    private static Deployment named(List<String> names) {
        var instances = new ArrayList<Instance>();
        var groups = new ArrayList<SecurityGroup>();
        for (int i = 0; i < names.size(); i++) {
            instances.add(new Instance(
                    "i-" + i,
                    names.get(i),
                    "t3.xlarge",
                    "running",
                    null,
                    "us-east-1a",
                    "vpc-1",
                    "subnet-1a",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of("sg-" + i),
                    List.of(),
                    Map.of()));
            groups.add(new SecurityGroup(
                    "sg-" + i,
                    names.get(i),
                    names.get(i),
                    "vpc-1",
                    List.of(Sample.fromGroup(443, "sg-" + (i + 1) % names.size())),
                    Map.of()));
        }
        return Sample.with(Sample.with(CheckOp.healthy(), Parts.INSTANCES, instances), Parts.SECURITY_GROUPS, groups);
    }
}
