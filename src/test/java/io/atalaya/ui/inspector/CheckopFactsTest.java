package io.atalaya.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.app.TestProgram;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.facts.Fact;
import io.atalaya.deployment.facts.FactValue;
import io.atalaya.ui.common.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every row of the tables in the CheckOP service-architecture document, read from the model of the view that shows it, over
 * the real wire: sandbox, SDK, readers, refresh loop, inspector.
 */
class CheckopFactsTest {
    private static final Texts TEXTS =
            new Texts(Locale.ENGLISH, List.of("io.atalaya.ui.inspector.inspector", "io.atalaya.ui.acting.acting"));

    @TempDir
    static Path home;

    private static Deployment checkop;

    @BeforeAll
    static void read() throws InterruptedException {
        checkop = TestProgram.checkop(home);
    }

    @Test
    void instancesEc2() {
        var rows = inspected(Parts.INSTANCES);
        assertThat(rows).hasSize(3);
        assertThat(rows).allSatisfy(row -> assertThat(row)
                .contains("t3.xlarge")
                .contains("CentOS 7")
                .contains("4 vCPU")
                .contains("16 GiB")
                .contains("50 GiB"));
        assertThat(rows)
                .filteredOn(row -> row.startsWith("AUTOChOp\n"))
                .satisfiesExactlyInAnyOrder(row -> assertThat(row).contains("us-east-1d"), row -> assertThat(row)
                        .contains("us-east-1a"));
        assertThat(rows)
                .filteredOn(row -> row.startsWith("Base ChOp\n"))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("us-east-1a"));
    }

    @Test
    void elasticLoadBalancing() {
        assertThat(inspected(Parts.LOAD_BALANCERS)).singleElement().satisfies(row -> assertThat(row)
                .startsWith("Progresus-ELB\n")
                .contains("Progresus-ELB-195469790.us-east-1.elb.amazonaws.com")
                .contains("active")
                .contains("us-east-1a, us-east-1d")
                .contains("application"));
    }

    @Test
    void anElasticIpForEachInstance() {
        var attached = checkop.items(Parts.ELASTIC_IPS).stream()
                .map(ip -> Objects.requireNonNull(ip.instanceId()))
                .toList();
        assertThat(attached)
                .containsExactlyInAnyOrderElementsOf(checkop.items(Parts.INSTANCES).stream()
                        .map(Resource::id)
                        .toList());
        assertThat(inspected(Parts.ELASTIC_IPS))
                .allSatisfy(row -> assertThat(row).containsPattern(Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+")));
    }

    @Test
    void amazonRoute53() {
        assertThat(inspected(Parts.HOSTED_ZONES)).singleElement().satisfies(row -> assertThat(row)
                .startsWith("checkop.co\n")
                .containsIgnoringCase("public")
                .contains(": 8\n"));
        assertThat(checkop.items(Parts.RECORD_SETS)).hasSize(8);
    }

    @Test
    void elasticFileSystem() {
        assertThat(inspected(Parts.FILE_SYSTEMS)).singleElement().satisfies(row -> assertThat(row)
                .startsWith("ChOp-Temp\n")
                .containsPattern(Pattern.compile("\\b200(\\.\\d)? GiB")));
    }

    @Test
    void relationalDatabaseService() {
        assertThat(inspected(Parts.DATABASES)).singleElement().satisfies(row -> assertThat(row)
                .startsWith("dbprogressus\n")
                .contains(": Instance\n")
                .contains("MySQL Community")
                .contains("us-east-1a")
                .contains("db.r5.xlarge")
                .contains("4 vCPU")
                .contains("32 GiB")
                .contains("217 GiB")
                .contains(": " + TEXTS.get("fact.yes") + "\n")
                .contains("1000 GiB"));
    }

    @Test
    void amazonMachineImage() {
        var template = checkop.items(Parts.LAUNCH_TEMPLATES).getFirst();
        var started = template.versions().stream()
                .filter(version -> version.isDefault())
                .findFirst()
                .orElseThrow()
                .imageId();
        var base = checkop.items(Parts.INSTANCES).stream()
                .filter(instance -> instance.name().equals("Base ChOp"))
                .findFirst()
                .orElseThrow();
        assertThat(checkop.items(Parts.IMAGES))
                .filteredOn(image -> image.id().equals(started))
                .singleElement()
                .satisfies(image -> assertThat(image.sourceInstanceId()).isEqualTo(base.id()));
        assertThat(checkop.items(Parts.SCALING_GROUPS)).singleElement().satisfies(group -> {
            assertThat(group.min()).isEqualTo(2);
            assertThat(group.max()).isEqualTo(4);
            assertThat(group.members()).hasSize(2);
        });
    }

    /** Name and all facts of every resource of a part, as the inspector's model has them, a line each. */
    private static <T extends Resource> List<String> inspected(Part<T> part) {
        Executor atOnce = Runnable::run;
        var rows = new ArrayList<String>();
        for (var resource : checkop.items(part)) {
            var model = new InspectorModel(atOnce, atOnce);
            model.deployment(checkop);
            model.show(resource.ref());
            var report = Objects.requireNonNull(model.reportProperty().get());
            var text =
                    new StringBuilder(Objects.requireNonNull(report.resource()).name()).append('\n');
            for (var fact : report.facts()) {
                text.append(fact.label()).append(": ").append(words(fact)).append('\n');
            }
            rows.add(text.toString());
        }
        return rows;
    }

    private static String words(Fact fact) {
        return switch (fact.value()) {
            case FactValue.Text it -> it.text();
            case FactValue.Moment it -> it.at().toString();
            case FactValue.Words it -> TEXTS.get(it.key(), it.arguments().toArray());
            case FactValue.Link it -> it.text();
        };
    }
}
