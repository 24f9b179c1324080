package io.atalaya.ui.perimeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.readers.SandboxDeployment;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.audit.Finding;
import io.atalaya.deployment.reach.Change;
import io.atalaya.deployment.reach.Changes;
import io.atalaya.operate.run.Decision;
import io.atalaya.operate.trail.PerimeterTrail;
import io.atalaya.operate.trail.Touches;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.LayoutMemory;
import io.atalaya.ui.Reach;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.inspector.InspectorController;
import io.atalaya.ui.inspector.InspectorModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class PerimeterViewTest extends UiTest {
    private final Contexts world = new Contexts();
    private final LayoutMemory memory = new LayoutMemory() {
        @Override
        public Optional<String> get(String key) {
            return Optional.empty();
        }

        @Override
        public void put(String key, String value) {}
    };

    private final List<io.atalaya.watch.Change> changes = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private PerimeterTrail trail = Touches.none();
    private PastPerimeters kept = PastPerimeters.NONE;

    private PerimeterController open(Locale locale) throws Exception {
        return onFx(() -> {
            var context = world.context(texts(
                    locale,
                    "io.atalaya.ui.common.common",
                    "io.atalaya.ui.perimeter.perimeter",
                    "io.atalaya.ui.acting.acting",
                    "io.atalaya.ui.inspector.inspector"));
            var inspector = new InspectorController(context, new InspectorModel(Runnable::run, Runnable::run), null);
            var controller = new PerimeterController(
                    context,
                    memory,
                    inspector,
                    new PerimeterPorts(
                            "checkop",
                            () -> changes,
                            trail,
                            kept,
                            decisions::add,
                            "m.rojas",
                            name -> Optional.empty(),
                            Runnable::run,
                            Runnable::run));
            controller.activate();
            return controller;
        });
    }

    private void see(Deployment deployment) throws Exception {
        doOnFx(() -> world.deployment.set(deployment));
        second();
    }

    @Test
    void rulesReadAsSentencesInEveryLanguage() throws Exception {
        see(SandboxDeployment.calm("checkop", Contexts.NOW));
        var anyone = List.of(
                "Anyone may reach TCP 443", "Cualquiera puede llegar a TCP 443", "Qualquer um pode alcançar TCP 443");
        for (int i = 0; i < Texts.LANGUAGES.size(); i++) {
            var controller = open(Texts.LANGUAGES.get(i));
            show(controller.root(), 944, 624);
            doOnFx(() -> controller.reveal(new ResourceRef(ResourceType.SECURITY_GROUP, group("chop-elb"))));
            assertThat(words()).contains(anyone.get(i));
            picture("perimeter-groups-narrow-" + i);
            show(controller.root(), 1240, 824);
            assertThat(words()).contains("HTTPS for everybody");
            picture("perimeter-groups-" + i);
        }
        var controller = open(Locale.ENGLISH);
        show(controller.root(), 1240, 824);
        doOnFx(() -> controller.reveal(new ResourceRef(ResourceType.SECURITY_GROUP, group("chop-efs"))));
        assertThat(words())
                .contains("Subnet public-1a may reach TCP 2049", "Instances of chop-base may reach TCP 2049");
    }

    @Test
    void theInternetToTheBalancerIsAskedFirstAndTheRestOfTheWayStandsBelow() throws Exception {
        see(SandboxDeployment.calm("checkop", Contexts.NOW));
        var controller = open(Locale.ENGLISH);
        show(controller.root(), 1240, 824);
        assertThat(words())
                .contains(
                        "Yes",
                        "There",
                        "Back",
                        "nacl-public, in",
                        "chop-elb, in",
                        "chop-elb, out",
                        "tracked connection")
                .contains("computed from rules, no packet was sent", "Anyone may reach TCP 443", "dbprogressus");
        picture("perimeter-ask");
        show(controller.root(), 944, 624);
        picture("perimeter-ask-narrow");
    }

    @Test
    void aRuleThatWentDecidesAndSaysSinceWhen() throws Exception {
        var calm = SandboxDeployment.calm("checkop", Contexts.NOW);
        var group = calm.items(Parts.SECURITY_GROUPS).stream()
                .filter(each -> each.name().equals("chop-efs"))
                .findFirst()
                .orElseThrow();
        var rule = group.rules().stream()
                .filter(each -> "10.20.1.0/24".equals(each.cidr()))
                .findFirst()
                .orElseThrow();
        changes.add(new io.atalaya.watch.Change(
                Instant.parse("2026-11-24T18:52:08Z"),
                null,
                io.atalaya.watch.Change.Kind.CHANGED,
                group.ref(),
                group.name(),
                null,
                "IpPermissions",
                "ingress tcp 2049 10.20.1.0/24",
                null));
        see(Changes.apply(calm, new Change.RemoveRule(group.id(), rule)));
        var controller = open(Locale.ENGLISH);
        show(controller.root(), 1240, 824);
        type("#perimeter-from", "from 10.20.1.57 to ChOp-Temp mount us-east-1d tcp 2049");
        assertThat(words())
                .contains("No, since 13:52:08", "chop-efs, in", "decides: refused", "decides")
                .contains(
                        "Subnet public-1d may reach TCP 2049",
                        "Add to chop-efs the inbound rule: TCP 2049 from 10.20.1.57/32");
        picture("perimeter-no");
        robot.clickOn("#perimeter-swap");
        assertThat(words()).doesNotContain("No, since 13:52:08");
        picture("perimeter-swapped");
        type("#perimeter-to", "nobody knows this");
        assertThat(words()).anyMatch(it -> it.startsWith("Nothing here is called nobody knows this"));
    }

    @Test
    void whoTookARuleAwayIsSaidByCloudTrail() throws Exception {
        var calm = SandboxDeployment.calm("checkop", Contexts.NOW);
        var group = calm.items(Parts.SECURITY_GROUPS).stream()
                .filter(each -> each.name().equals("chop-efs"))
                .findFirst()
                .orElseThrow();
        var rule = group.rules().stream()
                .filter(each -> "10.20.1.0/24".equals(each.cidr()))
                .findFirst()
                .orElseThrow();
        see(Changes.apply(calm, new Change.RemoveRule(group.id(), rule)));
        trail = Touches.of(Touches.revoked(group.id(), 2049, "10.20.1.0/24", Instant.parse("2026-11-24T18:52:08Z")));
        var controller = open(Locale.ENGLISH);
        show(controller.root(), 1240, 824);
        type("#perimeter-from", "from 10.20.1.57 to ChOp-Temp mount us-east-1d tcp 2049");
        second();
        assertThat(words())
                .contains("No, since 13:52:08", "decides: refused")
                .anyMatch(it -> it.contains("Last changed 13:52:08 by d.parra: RevokeSecurityGroupIngress,"));
        picture("perimeter-trail");
        trail = Touches.denied();
        var other = open(Locale.ENGLISH);
        show(other.root(), 1240, 824);
        second();
        assertThat(words())
                .anyMatch(it -> it.contains("Who changed it last is not known, because CloudTrail was not read"));
    }

    @Test
    void whatTheWorldReachesTheMatrixAndWhatOpenedAreTold() throws Exception {
        var calm = SandboxDeployment.calm("checkop", Contexts.NOW);
        see(calm);
        var controller = open(Locale.ENGLISH);
        show(controller.root(), 1240, 824);
        tab("What opened");
        assertThat(words()).anyMatch(it -> it.startsWith("This is the first moment"));
        var group = calm.items(Parts.SECURITY_GROUPS).stream()
                .filter(each -> each.name().equals("chop-base"))
                .findFirst()
                .orElseThrow();
        doOnFx(() -> world.now.set(Contexts.NOW.plusSeconds(60)));
        see(Changes.apply(calm, new Change.AddRule(group.id(), Sample.fromCidr(3389, "0.0.0.0/0"))));
        picture("perimeter-differences");
        assertThat(words())
                .contains("opened", "rule added")
                .anyMatch(it -> it.startsWith("TCP 3389 · ") && it.endsWith(" · everybody"));
        picture("perimeter-differences");
        tab("Open to the world");
        assertThat(words()).contains("needs a reason", "served", "Base ChOp", "Progresus-ELB", "everybody");
        picture("perimeter-world");
        tab("Findings");
        assertThat(words()).contains("The internet reaches it", "Base ChOp");
        doOnFx(() -> {
            var table = (TableView<?>) stage().getScene().getRoot().lookup("#perimeter-findings");
            for (int i = 0; i < table.getItems().size(); i++) {
                if (((FindingRow) table.getItems().get(i)).name().equals("Base ChOp")) {
                    table.getSelectionModel().select(i);
                }
            }
        });
        robot.clickOn("#perimeter-reason");
        doOnFx(() ->
                ((TextField) stage().getScene().getRoot().lookup("#perimeter-reason")).setText("kept for the move"));
        robot.clickOn("#perimeter-accept");
        assertThat(words())
                .contains("accepted")
                .anyMatch(it -> it.contains("m.rojas") && it.contains("kept for the move"));
        picture("perimeter-findings");
        robot.clickOn("#perimeter-withdraw");
        assertThat(words()).doesNotContain("accepted");
        assertThat(decisions).extracting(Decision::act).containsExactly("AcceptFinding", "WithdrawAcceptance");
        assertThat(decisions.getFirst().detail()).isEqualTo("kept for the move");
        assertThat(decisions.getFirst().said())
                .contains("m.rojas")
                .anyMatch(each -> each.contains("Base ChOp"))
                .anyMatch(each -> each.startsWith("until 2026-12-24"));
        tab("Matrix");
        assertThat(words()).contains("internet", "databases", "TCP 3306");
        picture("perimeter-matrix");
        doOnFx(() -> controller.answer(
                Reach.of(calm.items(Parts.DATABASES).getFirst().ref())));
        assertThat(words()).contains("No", "Who reaches it", "dbprogressus");
        picture("perimeter-who");
    }

    @Test
    void findingsStandInTheOrderOfTheirWeightInEveryLanguage() throws Exception {
        see(SandboxDeployment.calm("fleet", Contexts.NOW));
        for (var language : Texts.LANGUAGES) {
            var texts = texts(language, "io.atalaya.ui.perimeter.perimeter");
            var controller = open(language);
            show(controller.root(), 800, 624);
            doOnFx(() -> robot.lookup("#perimeter-pills .toggle-button").queryAll().stream()
                    .map(ToggleButton.class::cast)
                    .toList()
                    .get(Tab.FINDINGS.ordinal())
                    .fire());
            second();
            var said = onFx(() -> ((TableView<?>) stage().getScene().getRoot().lookup("#perimeter-findings"))
                    .getItems().stream()
                            .map(each -> ((FindingRow) each).seen().condition().word())
                            .toList());
            var weights = java.util.Arrays.stream(Finding.Severity.values())
                    .map(each -> texts.get("perimeter.severity." + each))
                    .toList();
            assertThat(said).hasSizeGreaterThan(5);
            assertThat(said.stream().map(weights::indexOf).toList()).isSorted();
            var filter = stage().getScene().getRoot().lookup("#perimeter-filter");
            assertThat(filter.localToScene(filter.getBoundsInLocal()).getMaxX())
                    .as("the filter is on screen")
                    .isLessThanOrEqualTo(800);
        }
    }

    @Test
    void theEntriesOfAnAclStandInTheOrderInWhichTheyDecide() throws Exception {
        see(SandboxDeployment.calm("checkop", Contexts.NOW));
        var controller = open(Locale.ENGLISH);
        show(controller.root(), 1240, 824);
        for (var acl : world.deployment.get().items(Parts.NETWORK_ACLS)) {
            assertThat(onFx(() -> controller.reveal(acl.ref()))).isTrue();
            for (var table : List.of("#perimeter-acl-in", "#perimeter-acl-out")) {
                var numbers = onFx(() -> ((TableView<?>)
                                stage().getScene().getRoot().lookup(table))
                        .getItems().stream()
                                .map(RuleRow.class::cast)
                                .map(row -> Objects.requireNonNull(row.entry()).number())
                                .toList());
                assertThat(numbers).as(acl.name()).isNotEmpty().isSorted();
            }
        }
    }

    private void tab(String title) throws Exception {
        settle();
        doOnFx(() -> robot.lookup("#perimeter-pills .toggle-button").queryAll().stream()
                .map(ToggleButton.class::cast)
                .filter(each -> each.getText().startsWith(title))
                .findFirst()
                .orElseThrow()
                .fire());
        second();
    }

    /** What is worked out beside the screen is asked for once a second. */
    private void second() throws Exception {
        doOnFx(() -> world.now.set(world.now.get().plusSeconds(1)));
        settle();
    }

    private void type(String field, String text) throws Exception {
        robot.clickOn(field);
        doOnFx(() -> ((TextField) stage().getScene().getRoot().lookup(field)).setText(text));
        robot.push(KeyCode.ENTER);
        settle();
    }

    private String group(String name) {
        return world.deployment.get().items(Parts.SECURITY_GROUPS).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
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
