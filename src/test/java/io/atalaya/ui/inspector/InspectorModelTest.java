package io.atalaya.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckOp;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.State;
import io.atalaya.deployment.facts.FactValue;
import io.atalaya.deployment.facts.Facts;
import io.atalaya.ui.common.Texts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class InspectorModelTest {
    private static final ResourceRef INSTANCE = new ResourceRef(ResourceType.INSTANCE, CheckOp.ASG_1D);
    private static final ResourceRef DATABASE = new ResourceRef(ResourceType.DATABASE, "dbprogressus");

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final InspectorModel model = new InspectorModel(work::add, Runnable::run);

    private void workOff() {
        while (!work.isEmpty()) {
            work.pop().run();
        }
    }

    private Report report() {
        return Objects.requireNonNull(model.reportProperty().get());
    }

    @Test
    void aReportThatArrivesAfterOneWentOnIsDropped() {
        model.deployment(CheckOp.incident());
        model.show(INSTANCE);
        model.show(DATABASE);
        var late = work.pop();
        workOff();
        late.run();
        assertThat(report().ref()).isEqualTo(DATABASE);
    }

    @Test
    void theWayBackEnds() {
        model.deployment(CheckOp.incident());
        model.show(INSTANCE);
        model.show(DATABASE);
        assertThat(model.canGoBackProperty().get()).isTrue();
        model.back();
        model.back();
        workOff();
        assertThat(report().ref()).isEqualTo(INSTANCE);
        assertThat(model.canGoBackProperty().get()).isFalse();
    }

    @Test
    void whatItsBalancersSeeOfAMachineCountsWhereItIsWorse() {
        model.deployment(CheckOp.incident());
        model.show(INSTANCE);
        workOff();
        var condition = Objects.requireNonNull(report().condition());
        assertThat(condition.state()).isEqualTo(State.FAILED);
        assertThat(condition.word()).isEqualTo("Target.Timeout");
    }

    @Test
    void whatIsGoneIsSaidToBeGone() {
        model.deployment(CheckOp.incident());
        model.show(INSTANCE);
        workOff();
        model.deployment(Sample.with(CheckOp.incident(), Parts.INSTANCES, List.of()));
        workOff();
        assertThat(report().resource()).isNull();
    }

    @Test
    void closedItReadsNothing() {
        model.show(INSTANCE);
        model.close();
        model.deployment(CheckOp.incident());
        assertThat(work).isEmpty();
        assertThat(model.shownProperty().get()).isNull();
    }

    @Test
    void everyTypeAndEveryLabelHasAWordInEveryLanguage() {
        var index = new DeploymentIndex(CheckOp.incident());
        for (var locale : Texts.LANGUAGES) {
            var texts = new Texts(locale, List.of("io.atalaya.ui.inspector.inspector", "io.atalaya.ui.acting.acting"));
            for (var type : ResourceType.values()) {
                assertThat(texts.get("inspector.type." + type)).isNotBlank();
                assertThat(Report.part(type).itemType()).isAssignableTo(Resource.class);
            }
            for (Part<?> part : Parts.all()) {
                for (var item : index.deployment().items(part)) {
                    if (item instanceof Resource resource) {
                        Facts.of(resource, index).forEach(fact -> {
                            assertThat(texts.get(fact.label())).isNotBlank();
                            if (fact.value() instanceof FactValue.Words words) {
                                assertThat(texts.get(
                                                words.key(), words.arguments().toArray()))
                                        .isNotBlank()
                                        .doesNotContain("{");
                            }
                        });
                    }
                }
            }
        }
    }
}
