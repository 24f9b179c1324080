package io.atalaya.ui.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.readers.SandboxDeployment;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.facts.FactValue;
import io.atalaya.deployment.facts.Facts;
import io.atalaya.deployment.topology.NodeKind;
import io.atalaya.deployment.topology.Topology;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.inspector.InspectorController;
import io.atalaya.ui.inspector.InspectorModel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The CheckOP document against what the sandbox says over the wire. */
class SandboxTopologyTest extends UiTest {
    private static Deployment deployment = Deployment.empty("us-east-1", null);

    @BeforeAll
    static void readOnce() throws Exception {
        deployment = SandboxDeployment.calm("checkop", Contexts.NOW);
    }

    private static List<String> facts(Stream<? extends Resource> resources) {
        var index = new DeploymentIndex(deployment);
        return resources
                .flatMap(resource -> Facts.of(resource, index).stream())
                .map(fact -> switch (fact.value()) {
                    case FactValue.Text it -> it.text();
                    case FactValue.Moment it -> it.at().toString();
                    case FactValue.Words it -> fact.label() + "=" + it.key();
                    case FactValue.Link it -> it.text();
                })
                .toList();
    }

    private static <T extends Resource> Stream<T> named(Part<T> part, String name) {
        return deployment.items(part).stream().filter(item -> item.name().equals(name));
    }

    @Test
    void theThreeInstances() {
        assertThat(named(Parts.INSTANCES, "AUTOChOp")).hasSize(2);
        assertThat(named(Parts.INSTANCES, "Base ChOp")).hasSize(1);
        assertThat(deployment.items(Parts.INSTANCES)).allSatisfy(instance -> assertThat(facts(Stream.of(instance)))
                .contains("t3.xlarge · 4 vCPU · 16 GiB", "CentOS 7")
                .anyMatch(text -> text.startsWith("50 GiB"))
                .anyMatch(text -> text.equals("us-east-1a") || text.equals("us-east-1d")));
        assertThat(facts(named(Parts.INSTANCES, "Base ChOp"))).contains("us-east-1a");
    }

    @Test
    void theBalancerTheAddressesAndTheZone() {
        assertThat(facts(named(Parts.LOAD_BALANCERS, "Progresus-ELB")))
                .contains(
                        "Progresus-ELB-195469790.us-east-1.elb.amazonaws.com",
                        "active",
                        "us-east-1a, us-east-1d",
                        "application");
        assertThat(deployment.items(Parts.ELASTIC_IPS)).hasSize(3).allMatch(each -> each.instanceId() != null);
        assertThat(facts(named(Parts.HOSTED_ZONES, "checkop.co"))).contains("8", "fact.zoneKind=fact.public");
    }

    @Test
    void theDatabaseAndTheFiles() {
        assertThat(facts(named(Parts.DATABASES, "dbprogressus")))
                .contains(
                        "db.r5.xlarge",
                        "4 vCPU · 32 GiB",
                        "217 GiB",
                        "1000 GiB",
                        "fact.autoscaling=fact.yes",
                        "us-east-1a",
                        "Instance")
                .anyMatch(text -> text.startsWith("MySQL Community"));
        assertThat(facts(named(Parts.FILE_SYSTEMS, "ChOp-Temp"))).anyMatch(text -> text.startsWith("200"));
    }

    @Test
    void everyKindOfNodeIsOnTheTopology() {
        var kinds = Topology.of(new DeploymentIndex(deployment)).nodes().stream()
                .map(node -> node.kind())
                .distinct()
                .toList();
        assertThat(kinds)
                .contains(
                        NodeKind.ZONE,
                        NodeKind.BALANCER,
                        NodeKind.LISTENER,
                        NodeKind.TARGET_GROUP,
                        NodeKind.INSTANCE,
                        NodeKind.SCALING_GROUP,
                        NodeKind.DATABASE,
                        NodeKind.MOUNT,
                        NodeKind.FILE_SYSTEM);
    }

    @Test
    void itIsAPictureWorthLookingAt() throws Exception {
        var contexts = new Contexts();
        var context = contexts.context(texts(
                Locale.ENGLISH,
                "io.atalaya.ui.common.common",
                "io.atalaya.ui.topology.topology",
                "io.atalaya.ui.inspector.inspector",
                "io.atalaya.ui.acting.acting"));
        for (var mode : List.of(Theme.Mode.DARK, Theme.Mode.LIGHT)) {
            var view = onFx(() -> {
                theme().mode().set(mode);
                contexts.deployment.set(deployment);
                var made = new TopologyController(
                        context,
                        new TopologyModel(Runnable::run, Runnable::run, contexts.now::get),
                        new InspectorController(context, new InspectorModel(Runnable::run, Runnable::run), null));
                made.activate();
                return made;
            });
            show(view.root(), 1384, 824);
            doOnFx(() -> view.reveal(
                    named(Parts.INSTANCES, "AUTOChOp").findFirst().orElseThrow().ref()));
            assertThat(picture("sandbox-topology-" + mode)).exists();
            show(view.root(), 944, 652);
            assertThat(picture("sandbox-topology-small-" + mode)).exists();
            doOnFx(view::deactivate);
        }
    }
}
