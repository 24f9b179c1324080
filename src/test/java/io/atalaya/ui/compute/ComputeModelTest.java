package io.atalaya.ui.compute;

import static io.atalaya.deployment.CheckopSample.AUTO_1D;
import static io.atalaya.deployment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.State;
import io.atalaya.ui.common.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComputeModelTest {
    private final ComputeModel model =
            new ComputeModel(new Texts(Locale.ENGLISH, List.of("io.atalaya.ui.compute.compute")));

    private ComputeModel.Shown shown() {
        return Objects.requireNonNull(model.shown().get());
    }

    /** The table "Instances EC2" of the CheckOP document: name, type, system, cores, GB, GB, zone. */
    @ParameterizedTest
    @CsvSource({
        "AUTOChOp, t3.xlarge, CentOS 7, 4, 16, 50, us-east-1d",
        "AUTOChOp, t3.xlarge, CentOS 7, 4, 16, 50, us-east-1a",
        "Base ChOp, t3.xlarge, CentOS 7, 4, 16, 50, us-east-1a",
    })
    void showsEveryFactOfTheDocument(
            String name, String type, String system, int cores, double memory, int disk, String zone) {
        model.apply(CheckopSample.healthy(), NOW);
        assertThat(shown().instances()).anySatisfy(row -> {
            var facts = row.facts();
            assertThat(facts.instance().name()).isEqualTo(name);
            assertThat(facts.instance().instanceType()).isEqualTo(type);
            assertThat(facts.instance().zone()).isEqualTo(zone);
            assertThat(Objects.requireNonNull(facts.system()).name()).isEqualTo(system);
            assertThat(Objects.requireNonNull(facts.size()).vcpus()).isEqualTo(cores);
            assertThat(facts.memoryGib()).isEqualTo(memory);
            assertThat(facts.diskGib()).isEqualTo(disk);
            assertThat(facts.addresses()).hasSize(1);
        });
    }

    @Test
    void everyAddressSaysWhatItHangsOn() {
        model.apply(CheckopSample.healthy(), NOW);
        assertThat(shown().addresses())
                .extracting(row -> row.facts().owner())
                .containsExactly("Base ChOp", "AUTOChOp", "AUTOChOp");
        model.apply(
                CheckopSample.with(
                        CheckopSample.healthy(),
                        Parts.ELASTIC_IPS,
                        60,
                        List.of(CheckopSample.address("eipalloc-9", "54.88.10.99", null))),
                NOW);
        assertThat(shown().addresses().getFirst().seen().condition().state()).isEqualTo(State.DEGRADED);
    }

    @ParameterizedTest
    @CsvSource({"1d, 1", "autochop, 2", "centos t3, 3", "54.88.10.10, 1", "Name=Base, 1", "asg running, 2", "nothing, 0"
    })
    void theFilterKnowsEverythingOfARow(String typed, int rows) {
        model.apply(CheckopSample.healthy(), NOW);
        model.filterProperty().set(typed);
        assertThat(shown().instances().stream().filter(model::admits)).hasSize(rows);
    }

    @Test
    void whatWasNotReadIsNotZero() {
        model.apply(
                Sample.with(
                        Sample.empty(), Parts.INSTANCES, CheckopSample.healthy().items(Parts.INSTANCES)),
                NOW);
        assertThat(shown().instances()).allSatisfy(row -> {
            assertThat(row.facts().diskGib()).isNull();
            assertThat(row.facts().memoryGib()).isNull();
        });
    }

    @Test
    void oldRowsTurnHollowWithoutANewSnapshot() {
        model.apply(CheckopSample.healthy(), NOW);
        var before = shown();
        model.tick(NOW.plusSeconds(3));
        assertThat(shown()).isSameAs(before);
        model.tick(NOW.plusSeconds(60));
        assertThat(shown().instances())
                .allSatisfy(row -> assertThat(row.seen().freshness()).isEqualTo(Freshness.LAST_KNOWN));
    }

    @Test
    void theOnlyGroupIsTheOneWhoseMembersAreShown() {
        model.apply(CheckopSample.healthy(), NOW);
        assertThat(model.members()).hasSize(2);
        assertThat(model.activities()).hasSize(1);
    }

    @Test
    void aSelectedMachineBelongsToALineage() {
        model.apply(CheckopSample.healthy(), NOW);
        model.selectedProperty().set(new ResourceRef(ResourceType.INSTANCE, AUTO_1D));
        assertThat(model.lineage()).isZero();
        model.apply(Sample.empty(), NOW);
        assertThat(model.lineage()).isEqualTo(-1);
    }
}
