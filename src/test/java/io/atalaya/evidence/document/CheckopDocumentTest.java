package io.atalaya.evidence.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.app.TestProgram;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tables of the CheckOP service-architecture document, as people once wrote them, against those generated over the real
 * wire: sandbox, SDK, readers, document, and back from its Markdown, HTML and PDF.
 */
class CheckopDocumentTest {
    @TempDir
    static Path home;

    private static Architecture document;
    private static Deployment checkop;

    @BeforeAll
    static void read() throws InterruptedException {
        checkop = TestProgram.checkop(home);
        document = Printouts.of(checkop);
    }

    @Test
    void markdownHoldsEveryFactOfTheSeed() {
        var text = Printouts.markdown(document, "en", null);
        everyFactOfTheSeed(
                key -> Printouts.markdownTable(text, Printouts.words("en").text("table." + key)));
        assertThat(text).contains("3 of 3 instances have an Elastic IP address");
    }

    @Test
    void htmlHoldsEveryFactOfTheSeed() throws IOException {
        var page = Printouts.dom(Printouts.html(document, "en", null));
        everyFactOfTheSeed(key -> Printouts.htmlTable(page, key));
        assertThat(Printouts.text(page.getDocumentElement())).contains("3 of 3 instances have an Elastic IP address");
        assertThat(Printouts.all(page.getDocumentElement(), "svg")).hasSize(2);
    }

    private static void everyFactOfTheSeed(Function<String, List<Map<String, String>>> table) {
        assertThat(columns(
                        table.apply("instances"),
                        "Name",
                        "Type",
                        "Operating system",
                        "CPU (cores)",
                        "RAM (GiB)",
                        "Disk (GiB)",
                        "Zone"))
                .containsExactlyInAnyOrder(
                        "autochop|t3.xlarge|centos 7|4|16|50|us-east-1d",
                        "autochop|t3.xlarge|centos 7|4|16|50|us-east-1a",
                        "base chop|t3.xlarge|centos 7|4|16|50|us-east-1a");
        assertThat(columns(table.apply("load-balancers"), "Name", "DNS name", "State", "Availability zones", "Type"))
                .containsExactly("progresus-elb|progresus-elb-195469790.us-east-1.elb.amazonaws.com|active"
                        + "|us-east-1a, us-east-1d|application");
        assertThat(columns(table.apply("elastic-ips"), "Attached to"))
                .as("a public address for each instance")
                .containsExactlyInAnyOrder("autochop", "autochop", "base chop");
        assertThat(columns(table.apply("hosted-zones"), "Domain name", "Type", "Record sets"))
                .containsExactly("checkop.co|public|8");
        assertThat(table.apply("record-sets")).hasSize(8);
        assertThat(table.apply("file-systems")).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("Name", "ChOp-Temp");
            assertThat(Double.parseDouble(row.get("Size (GiB)"))).isBetween(200.0, 201.0);
        });
        assertThat(columns(
                        table.apply("databases"),
                        "Name",
                        "Role",
                        "Engine",
                        "Zone",
                        "Class",
                        "vCPU",
                        "RAM (GiB)",
                        "Allocated storage (GiB)",
                        "Storage auto-scaling",
                        "Maximum storage (GiB)"))
                .containsExactly("dbprogressus|instance|mysql community|us-east-1a|db.r5.xlarge|4|32|217|yes|1000");
        assertThat(columns(table.apply("scaling-groups"), "Minimum", "Desired", "Maximum"))
                .as("two to four machines, two now")
                .containsExactly("2|2|4");
        assertThat(columns(table.apply("images"), "Made from")).containsOnly("base chop", "–");
        assertThat(table.apply("alarms")).isNotEmpty();
        assertThat(columns(table.apply("security-rules"), "Group", "Direction", "Rule"))
                .contains(
                        "chop-elb|inbound|allows tcp 443 (https) from anywhere on the internet (0.0.0.0/0)",
                        "chop-db|inbound|allows tcp 3306 (mysql) from members of the group chop-app");
        assertThat(columns(table.apply("network-acls"), "ACL", "Direction", "Rule"))
                .contains("nacl-data|inbound|refuses everything else");
    }

    private static List<String> columns(List<Map<String, String>> rows, String... names) {
        return rows.stream()
                .map(row -> String.join(
                        "|",
                        List.of(names).stream()
                                .map(name -> {
                                    assertThat(row).containsKey(name);
                                    return Objects.requireNonNull(row.get(name))
                                            .replace("\n", ", ")
                                            .toLowerCase(Locale.ROOT);
                                })
                                .toList()))
                .toList();
    }

    @Test
    void pdfHoldsTheFactsAsTextInThreeLanguages() throws IOException {
        for (var language : List.of("en", "es", "pt-BR")) {
            try (var pdf = Loader.loadPDF(Printouts.pdf(document, language, null))) {
                var text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
                assertThat(text)
                        .as(language)
                        .contains("AUTOChOp t3.xlarge CentOS 7 4 16 50 us-east-1d")
                        .contains("AUTOChOp t3.xlarge CentOS 7 4 16 50 us-east-1a")
                        .contains("Base ChOp t3.xlarge CentOS 7 4 16 50 us-east-1a")
                        .contains("ChOp-Temp 200")
                        .contains("(18:51:00 UTC)");
                assertThat(text.replace(" ", ""))
                        .as(language)
                        .contains("Progresus-ELB-195469790.us-east-1.elb.amazonaws.com")
                        .contains("dbprogressus")
                        .contains("db.r5.xlarge");
                assertThat(text)
                        .contains(
                                switch (language) {
                                    case "es" -> "Sistema operativo";
                                    case "pt-BR" -> "Segurança perimetral";
                                    default -> "Perimeter security";
                                });
                for (var page : pdf.getPages()) {
                    for (var name : page.getResources().getFontNames()) {
                        var font = page.getResources().getFont(name);
                        assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    }
                }
            }
        }
    }

    @Test
    void everyTableTellsWhenAndHowCompletely() throws IOException {
        var page = Printouts.dom(Printouts.html(document, "en", null));
        var told = Printouts.all(page.getDocumentElement(), "p").stream()
                .filter(it -> it.getAttribute("class").startsWith("reading"))
                .map(Printouts::text)
                .toList();
        assertThat(told).hasSize(document.tables().size() + 2);
        assertThat(told.stream().filter(it -> !it.startsWith("Drawn from"))).allSatisfy(it -> assertThat(it)
                .containsPattern(
                        "\\d+ of \\d+ \\(pages \\d+ of \\d+\\), as of \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d -05:00"
                                + " \\((\\d{4}-\\d\\d-\\d\\d )?\\d\\d:\\d\\d:\\d\\d UTC\\)"));
    }

    @Test
    void nothingIsFetchedFromElsewhere() throws IOException {
        var html = Printouts.html(document, "en", null);
        assertThat(html)
                .doesNotContain("<script")
                .doesNotContain("<link")
                .doesNotContain("<img")
                .doesNotContain("<iframe")
                .doesNotContain("@import")
                .doesNotContain("url(")
                .doesNotContainPattern("(src|href)=\"(?!#)");
    }

    @Test
    void diagramsShowTheWayAndThePerimeter() throws IOException {
        var html = Printouts.html(document, "en", null);
        assertThat(html)
                .contains(">Progresus-ELB<")
                .contains(">checkop.co<")
                .contains(">ChOp-Temp<")
                .contains(">dbprogressus<")
                .contains(">chop-vpc<")
                .contains(">Internet gateway<")
                .contains(">public-1a<")
                .contains(">data-1d<")
                .contains(">chop-efs<");
        assertThat(checkop.items(Parts.SUBNETS)).hasSize(4);
    }
}
