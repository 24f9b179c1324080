package io.atalaya.ui.balancing;

import static io.atalaya.deployment.CheckopSample.AUTO_1A;
import static io.atalaya.deployment.CheckopSample.AUTO_1D;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.State;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroupAttributes;
import io.atalaya.deployment.balancing.Registration;
import io.atalaya.operate.trail.PerimeterTrail;
import io.atalaya.operate.trail.Touches;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.LayoutMemory;
import io.atalaya.ui.Reach;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.inspector.InspectorController;
import io.atalaya.ui.inspector.InspectorModel;
import io.atalaya.watch.TargetSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadBalancingViewTest extends UiTest {
    private static final String WEB = Sample.groupArn("ChOp-web");

    private final Contexts world = new Contexts();
    private PerimeterTrail trail = Touches.none();
    private final Map<Registration, List<TargetSpan>> history = new HashMap<>();
    private final Map<String, String> kept = new HashMap<>();
    private final LayoutMemory memory = new LayoutMemory() {
        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void put(String key, String value) {
            kept.put(key, value);
        }
    };

    @BeforeEach
    void checkop() throws Exception {
        doOnFx(() -> world.deployment.set(CheckopSample.degraded()));
        history.put(
                new Registration(WEB, AUTO_1D, 8080),
                List.of(
                        new TargetSpan(before(Duration.ofHours(9)), null, "healthy", null),
                        new TargetSpan(
                                before(Duration.ofSeconds(265)),
                                before(Duration.ofSeconds(270)),
                                "unhealthy",
                                "Target.Timeout")));
        history.put(
                new Registration(WEB, AUTO_1A, 8080),
                List.of(new TargetSpan(before(Duration.ofHours(9)), null, "healthy", null)));
    }

    private static java.time.Instant before(Duration ago) {
        return Contexts.NOW.minus(ago);
    }

    private LoadBalancingController open(Locale locale) throws Exception {
        return onFx(() -> {
            var texts = texts(
                    locale,
                    "io.atalaya.ui.common.common",
                    "io.atalaya.ui.balancing.balancing",
                    "io.atalaya.ui.inspector.inspector",
                    "io.atalaya.operate.operate",
                    "io.atalaya.ui.acting.acting");
            var context = world.context(texts);
            var inspector = new InspectorController(context, new InspectorModel(Runnable::run, Runnable::run), null);
            var controller = new LoadBalancingController(
                    context,
                    target -> history.getOrDefault(Registration.of(target), List.of()),
                    trail,
                    memory,
                    inspector,
                    Runnable::run,
                    Runnable::run);
            controller.activate();
            return controller;
        });
    }

    /** A target drains; the console saw it begin ten seconds ago. */
    private Deployment draining() {
        var deployment = CheckopSample.healthy();
        var targets = new ArrayList<>(deployment.items(Parts.TARGETS));
        targets.removeIf(each -> each.targetId().equals(AUTO_1D));
        targets.add(new Target(
                WEB,
                AUTO_1D,
                8080,
                "us-east-1d",
                "draining",
                "Target.DeregistrationInProgress",
                "Target deregistration is in progress"));
        history.put(
                new Registration(WEB, AUTO_1D, 8080),
                List.of(
                        new TargetSpan(before(Duration.ofHours(9)), null, "healthy", null),
                        new TargetSpan(
                                before(Duration.ofSeconds(10)),
                                before(Duration.ofSeconds(15)),
                                "draining",
                                "Target.DeregistrationInProgress")));
        return CheckopSample.with(
                CheckopSample.with(deployment, Parts.TARGETS, 5, targets),
                Parts.TARGET_GROUP_ATTRIBUTES,
                300,
                List.of(new TargetGroupAttributes(WEB, 120, 0, "round_robin", null, null)));
    }

    @Test
    void pictures() throws Exception {
        doOnFx(() -> theme().mode().set(Theme.Mode.DARK));
        var controller = open(Locale.ENGLISH);
        show(controller.root(), 1240, 824);
        picture("balancing-dark");
        doOnFx(() -> controller.reveal(new ResourceRef(ResourceType.INSTANCE, AUTO_1D)));
        picture("balancing-target-dark");
        doOnFx(() -> theme().mode().set(Theme.Mode.LIGHT));
        show(open(Locale.of("es")).root(), 944, 624);
        picture("balancing-es-small");
        doOnFx(() -> world.deployment.set(draining()));
        var other = open(Locale.of("pt", "BR"));
        show(other.root(), 1240, 824);
        doOnFx(() -> other.reveal(new ResourceRef(ResourceType.TARGET_GROUP, WEB)));
        picture("balancing-group-pt");
    }

    @SuppressWarnings("unchecked")
    private DataTable<TargetRow> targets() {
        return (DataTable<TargetRow>) robot.lookup("#balancing-targets").query();
    }

    private List<String> targetIds() throws Exception {
        return onFx(() -> targets().getItems().stream()
                .map(row -> row.facts().target().targetId())
                .toList());
    }

    private List<String> words() throws Exception {
        return onFx(() -> robot.lookup(".label").queryAllAs(Label.class).stream()
                .filter(Label::isVisible)
                .map(Label::getText)
                .toList());
    }

    @Test
    void whoChangedTheGroupOfATargetBeforeItFailedIsSaid() throws Exception {
        var machine = world.deployment.get().items(Parts.INSTANCES).stream()
                .filter(each -> each.id().equals(AUTO_1D))
                .findFirst()
                .orElseThrow();
        trail = Touches.of(Touches.revoked(
                machine.securityGroupIds().getFirst(), 8080, "10.20.0.0/16", before(Duration.ofMinutes(6))));
        var controller = open(Locale.ENGLISH);
        show(controller.root(), 1240, 824);
        doOnFx(() -> controller.reveal(new ResourceRef(ResourceType.INSTANCE, AUTO_1D)));
        settle();
        assertThat(words())
                .anyMatch(it -> it.startsWith("Somebody changed "))
                .anyMatch(it -> it.contains("RevokeSecurityGroupIngress by d.parra, 13:57:39"));
        picture("balancing-changed");
        trail = Touches.denied();
        var other = open(Locale.ENGLISH);
        show(other.root(), 1240, 824);
        doOnFx(() -> other.reveal(new ResourceRef(ResourceType.INSTANCE, AUTO_1D)));
        settle();
        assertThat(words()).anyMatch(it -> it.contains("not read, so changes are not known"));
    }

    @Test
    void theUnhealthyTargetStandsFirstWithItsReasonAndSince() throws Exception {
        show(open(Locale.ENGLISH).root(), 1240, 824);
        assertThat(targetIds()).containsExactly(AUTO_1D, AUTO_1A);
        assertThat(words()).contains("Target.Timeout · Request timed out", "1 failed");
        assertThat(robot.lookup("4 min 25 s").tryQuery()).isPresent();
        assertThat(robot.lookup("≥ 9 h").tryQuery()).isPresent();
    }

    @Test
    void aClickOnATargetSaysWhyItFails() throws Exception {
        var controller = open(Locale.ENGLISH);
        show(controller.root(), 1240, 824);
        robot.clickOn("Target.Timeout · Request timed out");
        assertThat(onFx(() -> controller.selectedProperty().get()))
                .isEqualTo(new Selected(
                        new ResourceRef(ResourceType.INSTANCE, AUTO_1D), new Registration(WEB, AUTO_1D, 8080)));
        assertThat(words()).contains("AUTOChOp us-east-1d").anyMatch(each -> each.startsWith("The health check got"));
    }

    @Test
    void aRuleInTheWayOpensThePathOfTheHealthCheck() throws Exception {
        doOnFx(() -> world.deployment.set(CheckopSample.with(
                world.deployment.get(),
                Parts.SECURITY_GROUPS,
                60,
                List.of(
                        Sample.securityGroup("sg-app"),
                        Sample.securityGroup("sg-alb", Sample.fromCidr(443, "0.0.0.0/0"))))));
        var balancer = world.deployment.get().items(Parts.LOAD_BALANCERS).getFirst();
        show(open(Locale.ENGLISH).root(), 1240, 824);
        robot.clickOn("Target.Timeout · Request timed out");
        robot.clickOn(".detail-way");
        assertThat(onFx(() -> List.copyOf(world.visited)))
                .containsExactly(new Reach(balancer.ref(), new ResourceRef(ResourceType.INSTANCE, AUTO_1D), 8080));
        assertThat(words()).doesNotContain("balancing.path");
    }

    @Test
    void whereNoRuleIsInTheWayNoPathIsOffered() throws Exception {
        doOnFx(() -> world.deployment.set(CheckopSample.healthy()));
        var controller = open(Locale.ENGLISH);
        show(controller.root(), 1240, 824);
        doOnFx(() -> controller.reveal(new ResourceRef(ResourceType.INSTANCE, AUTO_1D)));
        assertThat(robot.lookup(".detail-way").tryQuery()).isEmpty();
    }

    @Test
    void aClickOnAGroupShowsItsTargetsOnly() throws Exception {
        var controller = open(Locale.ENGLISH);
        doOnFx(() -> {
            var more = new ArrayList<>(world.deployment.get().items(Parts.TARGETS));
            more.add(Sample.target("ChOp-files", AUTO_1A, "healthy", null));
            world.deployment.set(CheckopSample.with(world.deployment.get(), Parts.TARGETS, 5, more));
        });
        show(controller.root(), 1240, 824);
        assertThat(targetIds()).hasSize(3);
        robot.clickOn("HTTP /health 10 s, 3/2");
        assertThat(targetIds()).containsExactly(AUTO_1D, AUTO_1A);
        assertThat(words()).contains("of ChOp-web");

        robot.clickOn("Show all");
        assertThat(targetIds()).hasSize(3);
        assertThat(onFx(() -> controller.selectedProperty().get())).isNull();
    }

    @Test
    void aRefreshOfAGroupDoesNotTakeTheDetailFromTheTarget() throws Exception {
        var controller = open(Locale.ENGLISH);
        show(controller.root(), 1240, 824);
        robot.clickOn("HTTP /health 10 s, 3/2").clickOn("Target.Timeout · Request timed out");
        doOnFx(() -> world.deployment.set(CheckopSample.healthy()));
        assertThat(onFx(() -> controller.selectedProperty().get().registration()))
                .isEqualTo(new Registration(WEB, AUTO_1D, 8080));
        assertThat(onFx(() -> targets()
                        .getSelectionModel()
                        .getSelectedItem()
                        .seen()
                        .condition()
                        .state()))
                .isEqualTo(State.HEALTHY);
    }

    @Test
    void drainingCountsDownEachSecond() throws Exception {
        doOnFx(() -> world.deployment.set(draining()));
        show(open(Locale.ENGLISH).root(), 1240, 824);
        assertThat(words()).contains("drains, 1 min 50 s left", "1 draining");
        doOnFx(() -> world.now.set(Contexts.NOW.plusSeconds(3)));
        assertThat(words()).contains("drains, 1 min 47 s left");
    }

    @Test
    void slashFiltersEveryTable() throws Exception {
        show(open(Locale.ENGLISH).root(), 1240, 824);
        robot.type(KeyCode.SLASH).write("timeout");
        assertThat(targetIds()).containsExactly(AUTO_1D);
        assertThat(kept).containsEntry("balancing.filter", "timeout");
        robot.type(KeyCode.ESCAPE);
        assertThat(targetIds()).hasSize(2);
    }

    @Test
    void watchesOnlyWhileItIsOnScreen() throws Exception {
        var controller = open(Locale.ENGLISH);
        assertThat(world.watched).hasSize(1);
        doOnFx(controller::deactivate);
        assertThat(world.watched).isEmpty();
    }
}
