package io.atalaya.ui.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.readers.SandboxDeployment;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.NameSeen;
import io.atalaya.deployment.NameSeen.Outcome;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Sample;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.LayoutMemory;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.inspector.InspectorController;
import io.atalaya.ui.inspector.InspectorModel;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

class DnsViewTest extends UiTest {
    private final Contexts world = new Contexts();
    private final LayoutMemory memory = new LayoutMemory() {
        @Override
        public Optional<String> get(String key) {
            return Optional.empty();
        }

        @Override
        public void put(String key, String value) {}
    };

    private DnsController open(Locale locale, boolean looksUp) throws Exception {
        return onFx(() -> {
            var context = world.context(texts(
                    locale,
                    "io.atalaya.ui.common.common",
                    "io.atalaya.ui.dns.dns",
                    "io.atalaya.ui.acting.acting",
                    "io.atalaya.ui.inspector.inspector"));
            var inspector = new InspectorController(context, new InspectorModel(Runnable::run, Runnable::run), null);
            var controller = new DnsController(context, memory, inspector, looksUp, Runnable::run, Runnable::run);
            controller.activate();
            return controller;
        });
    }

    private void see(Deployment deployment) throws Exception {
        doOnFx(() -> world.deployment.set(deployment));
    }

    @Test
    void theZoneOfCheckopIsOnScreenAndNoNameOfItIsAskedOfTheWorld() throws Exception {
        see(SandboxDeployment.calm("checkop", Contexts.NOW));
        for (var locale : Texts.LANGUAGES) {
            show(open(locale, false).root(), 944, 624);
            show(open(locale, false).root(), 1240, 824);
            assertThat(words())
                    .contains("app.checkop.co", "correo.checkop.co", "www.checkop.co", "Progresus-ELB", "172 800 s")
                    .contains(locale.equals(Locale.ENGLISH) ? "Records 8" : "Registros 8")
                    .contains("203.0.113.31", "203.0.113.32");
        }
        show(open(Locale.ENGLISH, false).root(), 1240, 824);
        assertThat(words())
                .contains("not asked: not AWS", "Not asked: this endpoint is not AWS, its names are not real.")
                .doesNotContain("the same", "Failover pairs");
        robot.clickOn("Hosted zones 1");
        assertThat(words()).contains("Route 53 gave it", "ns-412.awsdns-51.com", "checkop.co");
        robot.clickOn("Health checks 1");
        assertThat(words())
                .contains("16 / 16 healthy", "8 of 8", "sa-east-1", "Success: HTTP Status Code 200, OK")
                .contains("app.checkop.co:443/health");
    }

    @Test
    void thePairOfCitsmartAnswersWithItsPrimaryAndAClickLeadsToASide() throws Exception {
        see(SandboxDeployment.calm("citsmart", Contexts.NOW));
        var controller = open(Locale.ENGLISH, false);
        show(controller.root(), 1240, 824);
        assertThat(words())
                .contains("itsm.citsmart.example A", "primario-sa-east-1", "secundario-manutencao")
                .containsOnlyOnce("answers");
        robot.clickOn("secundario-manutencao");
        assertThat(Objects.requireNonNull(
                                onFx(() -> controller.detailedProperty().get()))
                        .type())
                .isEqualTo(ResourceType.RECORD_SET);
        assertThat(words())
                .contains("failover SECONDARY", "Página de manutenção")
                .anyMatch(it -> it.startsWith("s3-website-sa-east-1"));
        picture("dns-citsmart");
    }

    @Test
    void onAwsWhatIsSeenHereStandsBesideWhatRoute53Says() throws Exception {
        see(Sample.with(
                SandboxDeployment.calm("checkop", Contexts.NOW),
                Parts.NAMES_SEEN,
                List.of(
                        seen("app.checkop.co", "A", Outcome.ANSWERED, "203.0.113.32"),
                        seen("www.checkop.co", "A", Outcome.ANSWERED, "198.51.100.66"),
                        seen("correo.checkop.co", "CNAME", Outcome.NOT_THERE),
                        seen("checkop.co", "NS", Outcome.ANSWERED, "ns1.registrar.example"))));
        show(open(Locale.ENGLISH, true).root(), 1240, 824);
        assertThat(words()).contains("the same", "different", "not there").doesNotContain("not asked: not AWS");
        robot.clickOn("www.checkop.co");
        assertThat(words()).contains("198.51.100.66").anyMatch(it -> it.startsWith("Other values than Route 53 says"));
        robot.clickOn("Hosted zones 1");
        assertThat(words())
                .contains("answered elsewhere", "ns1.registrar.example")
                .anyMatch(it -> it.startsWith("Others answer for this domain"));
        picture("dns-elsewhere");
    }

    private static NameSeen seen(String name, String type, Outcome outcome, String... data) {
        return new NameSeen(name, type, outcome, List.of(data), "", Contexts.NOW);
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private List<String> words() throws Exception {
        settle();
        return onFx(() -> robot.lookup(node -> node instanceof Labeled && isShown(node)).queryAll().stream()
                .map(node -> ((Labeled) node).getText())
                .filter(Objects::nonNull)
                .map(text -> text.replace('\u00a0', ' '))
                .toList());
    }
}
