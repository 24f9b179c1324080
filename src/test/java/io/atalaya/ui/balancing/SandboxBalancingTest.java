package io.atalaya.ui.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Target;
import io.atalaya.operate.trail.Touches;
import io.atalaya.practice.Drill;
import io.atalaya.sandbox.scenario.Start;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.LayoutMemory;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.inspector.InspectorController;
import io.atalaya.ui.inspector.InspectorModel;
import io.atalaya.watch.DeploymentHistory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/** The view over the real wire of the sandbox, in virtual time: what it says while targets fail, drain and stop. */
class SandboxBalancingTest extends UiTest {
    private final Contexts world = new Contexts();
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

    /** A console that has looked at a calm deployment for a while, and then at an incident. */
    private LoadBalancingController after(Drill drill, String scenario, Duration length) throws Exception {
        var history = new DeploymentHistory(drill.time);
        drill.onSnapshot(history::observe);
        drill.looking().time.advance(Duration.ofSeconds(90));
        if (!scenario.isEmpty()) {
            assertThat(drill.sandbox.scenarios().start(scenario)).isInstanceOf(Start.Started.class);
        }
        drill.time.advance(length);
        return onFx(() -> {
            world.deployment.set(drill.newest());
            world.now.set(drill.time.instant());
            var texts = texts(
                    Locale.ENGLISH,
                    "io.atalaya.ui.common.common",
                    "io.atalaya.ui.balancing.balancing",
                    "io.atalaya.ui.inspector.inspector",
                    "io.atalaya.operate.operate",
                    "io.atalaya.ui.acting.acting");
            var context = world.context(texts);
            var inspector = new InspectorController(context, new InspectorModel(Runnable::run, Runnable::run), null);
            var controller = new LoadBalancingController(
                    context, history::strip, Touches.none(), memory, inspector, Runnable::run, Runnable::run);
            controller.activate();
            return controller;
        });
    }

    private List<String> words() throws Exception {
        return onFx(() -> robot.lookup(".label").queryAllAs(Label.class).stream()
                .filter(Label::isVisible)
                .map(Label::getText)
                .toList());
    }

    private static Target worst(Drill drill) {
        return drill.newest().items(Parts.TARGETS).stream()
                .filter(each -> !each.state().equals("healthy"))
                .findFirst()
                .orElseThrow();
    }

    private static ResourceRef instance(Target target) {
        return new ResourceRef(ResourceType.INSTANCE, target.targetId());
    }

    @Test
    void aTargetThatHangsStandsFirstAndIsExplained() throws Exception {
        try (var drill = new Drill("checkop")) {
            var controller = after(drill, "target-hangs", Duration.ofSeconds(45));
            doOnFx(() -> theme().mode().set(Theme.Mode.DARK));
            show(controller.root(), 1240, 824);
            assertThat(onFx(() -> controller.reveal(instance(worst(drill))))).isTrue();
            picture("balancing-sandbox-hangs");
            assertThat(words())
                    .contains(
                            "2 failed",
                            "Target.Timeout · Request timed out",
                            "Its machine is overloaded or restarting, or all on it wait for the same thing",
                            "5 of 5 fit");
        }
    }

    @Test
    void aDeregisteredTargetCountsDown() throws Exception {
        try (var drill = new Drill("checkop")) {
            var controller = after(drill, "target-deregistered", Duration.ofSeconds(30));
            show(controller.root(), 944, 624);
            picture("balancing-sandbox-drains-small");
            assertThat(words())
                    .anyMatch(each -> each.matches("drains, .* left"))
                    .contains("2 draining");
        }
    }

    @Test
    void aStoppedMemberIsCalledOut() throws Exception {
        try (var drill = new Drill("checkop")) {
            var controller = after(drill, "target-stopped", Duration.ofSeconds(20));
            show(controller.root(), 1240, 824);
            picture("balancing-sandbox-stopped");
            assertThat(words()).anyMatch(each -> each.matches("registered, instance stop.*"));
            assertThat(words()).anyMatch(each -> each.matches("AUTOChOp is registered and stop.*"));
        }
    }

    @Test
    void aClassicBalancerIsShownWithItsInstances() throws Exception {
        try (var drill = new Drill("fleet:200")) {
            var controller = after(drill, "", Duration.ofSeconds(10));
            show(controller.root(), 1240, 824);
            var classic = drill.newest().items(Parts.LOAD_BALANCERS).stream()
                    .filter(each -> each.name().endsWith("-clasico"))
                    .findFirst()
                    .orElseThrow();
            assertThat(onFx(() -> controller.reveal(classic.ref()))).isTrue();
            picture("balancing-sandbox-classic");
            assertThat(classic.classicInstanceIds()).isNotEmpty();
            assertThat(drill.newest().items(Parts.TARGETS))
                    .filteredOn(each -> each.targetGroupArn().equals(classic.arn()))
                    .extracting(Target::targetId)
                    .containsExactlyInAnyOrderElementsOf(classic.classicInstanceIds());
            assertThat(words()).contains("classic, internal", "InService", "of " + classic.name());
        }
    }
}
