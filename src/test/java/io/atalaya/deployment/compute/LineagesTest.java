package io.atalaya.deployment.compute;

import static io.atalaya.deployment.CheckopSample.AUTO_1A;
import static io.atalaya.deployment.CheckopSample.AUTO_1D;
import static io.atalaya.deployment.CheckopSample.BASE;
import static io.atalaya.deployment.CheckopSample.NEW_IMAGE;
import static io.atalaya.deployment.CheckopSample.OLD_IMAGE;
import static io.atalaya.deployment.CheckopSample.days;
import static io.atalaya.deployment.CheckopSample.image;
import static io.atalaya.deployment.CheckopSample.instance;
import static io.atalaya.deployment.CheckopSample.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineagesTest {
    private static final Deployment WELL = CheckopSample.healthy();

    private static List<Lineage> lineages(Deployment deployment) {
        return Lineages.of(new ComputeIndex(new DeploymentIndex(deployment)));
    }

    private static List<ImageVerdict.Currency> currencies(Deployment deployment) {
        return InstanceFacts.all(new ComputeIndex(new DeploymentIndex(deployment))).stream()
                .map(each -> each.verdict().currency())
                .toList();
    }

    @Test
    void fromTheBaseMachineToThoseThatServe() {
        assertThat(lineages(WELL)).singleElement().satisfies(lineage -> {
            assertThat(lineage.name()).isEqualTo("AUTOChOp-asg");
            assertThat(lineage.steps())
                    .extracting(LineageStep::key)
                    .containsExactly(
                            "base " + BASE,
                            "image " + NEW_IMAGE,
                            "image " + OLD_IMAGE,
                            "template lt-1 3",
                            "group AUTOChOp-asg",
                            "machines AUTOChOp-asg " + NEW_IMAGE);
            assertThat(lineage.current()).isTrue();
            assertThat(lineage.links()).hasSize(5);
        });
    }

    @Test
    void aNewerImageThatNothingStartsBreaksTheChain() {
        var newer = image("ami-3", "ChOp-2026-11-23", BASE, null, days(1));
        var images = new ArrayList<>(WELL.items(Parts.IMAGES));
        images.add(newer);
        var deployment = with(WELL, Parts.IMAGES, 300, images);
        var lineage = lineages(deployment).getFirst();
        assertThat(lineage.current()).isFalse();
        assertThat(lineage.column(LineageStep.Made.class).getFirst().newest()).isTrue();
        assertThat(lineage.column(LineageStep.Template.class).getFirst().current())
                .isFalse();
        // Base ChOp was started from somebody else's image of which no newer one is known.
        assertThat(currencies(deployment))
                .containsExactly(
                        ImageVerdict.Currency.NEWER_EXISTS,
                        ImageVerdict.Currency.NEWER_EXISTS,
                        ImageVerdict.Currency.CURRENT);
    }

    @Test
    void aMachineOfTheOldImageIsBehindItsTemplate() {
        var deployment = with(
                WELL,
                Parts.INSTANCES,
                15,
                List.of(
                        instance(AUTO_1A, "AUTOChOp", "us-east-1a", "10.0.0.1", "1.2.3.4", OLD_IMAGE, days(41)),
                        instance(AUTO_1D, "AUTOChOp", "us-east-1d", "10.0.0.2", "1.2.3.5", NEW_IMAGE, days(2))));
        assertThat(currencies(deployment))
                .containsExactlyInAnyOrder(ImageVerdict.Currency.BEHIND_TEMPLATE, ImageVerdict.Currency.CURRENT);
        var machines = lineages(deployment).getFirst().column(LineageStep.Machines.class);
        assertThat(machines).extracting(LineageStep.Machines::current).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void manyOldImagesAreCountedNotDrawn() {
        var images = new ArrayList<>(WELL.items(Parts.IMAGES));
        for (int i = 0; i < 30; i++) {
            images.add(image("ami-old-" + i, "ChOp-2025-01-" + i, BASE, null, days(300 + i)));
        }
        var lineage = lineages(with(WELL, Parts.IMAGES, 300, images)).getFirst();
        assertThat(lineage.column(LineageStep.Made.class)).hasSize(1 + Lineages.UNUSED_IMAGES_SHOWN);
        assertThat(lineage.olderImages()).isEqualTo(29);
    }

    @Test
    void imagesThatNothingUsesAndNoMachineMadeHaveNoLineage() {
        var deployment =
                Sample.with(Sample.empty(), Parts.IMAGES, List.of(image("ami-1", "windows", null, null, days(1))));
        assertThat(lineages(deployment)).isEmpty();
    }

    @Test
    void untilImagesAreReadNothingIsCurrent() {
        var deployment = Sample.with(Sample.empty(), Parts.INSTANCES, WELL.items(Parts.INSTANCES));
        assertThat(currencies(deployment)).containsOnly(ImageVerdict.Currency.UNKNOWN);
    }
}
