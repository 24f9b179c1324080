package io.atalaya.deployment.overview;

import static io.atalaya.deployment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.FilePolicies;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.State;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.overview.CalledOut.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the views call out by rules of their own, once for each resource. */
class CalledOutTest {
    @ParameterizedTest
    @EnumSource(Where.class)
    void ofWhatIsWellOrWasNotReadNothing(Where where) {
        assertThat(where.of(CheckopSample.healthy(), NOW)).isEmpty();
        assertThat(where.of(Sample.empty(), NOW)).isEmpty();
    }

    @Test
    void aGroupWithoutTargets() {
        var deployment = Sample.with(CheckopSample.healthy(), Parts.TARGETS, List.<Target>of());
        assertThat(Where.BALANCING.of(deployment, NOW))
                .containsExactly(new CalledOut(
                        deployment.items(Parts.TARGET_GROUPS).getFirst().ref(), State.FAILED));
    }

    @Test
    void aRecordOfAnAddressThatNobodyHas() {
        var deployment = names(Sample.record("old.checkop.co", "A", "54.88.10.77"));
        assertThat(Where.DNS.of(deployment, NOW))
                .containsExactly(new CalledOut(
                        deployment.items(Parts.RECORD_SETS).getFirst().ref(), State.FAILED));
    }

    private static Deployment names(RecordSet record) {
        var deployment = Sample.with(CheckopSample.healthy(), Parts.RECORD_SETS, List.of(record));
        var addresses = new ArrayList<>(deployment.items(Parts.ELASTIC_IPS));
        addresses.add(CheckopSample.address("eipalloc-9", "54.88.10.77", null));
        return Sample.with(deployment, Parts.ELASTIC_IPS, addresses);
    }

    @Test
    void filesThatNobodyBacksUp() {
        var files = CheckopSample.healthy().items(Parts.FILE_SYSTEMS).getFirst();
        var deployment = Sample.with(
                CheckopSample.healthy(),
                Parts.FILE_POLICIES,
                List.of(new FilePolicies(files.id(), "AFTER_30_DAYS", null, null, "DISABLED")));
        assertThat(Where.FILE_SYSTEMS.of(deployment, NOW)).containsExactly(new CalledOut(files.ref(), State.DEGRADED));
        var later = NOW.plus(Duration.ofMinutes(10));
        assertThat(Where.FILE_SYSTEMS.of(again(deployment, Parts.FILE_SYSTEMS, later), later))
                .as("the view is closed: nobody reads policies, and whether that was mended is not known")
                .isEmpty();
    }

    @Test
    void nothingOfWhatIsItselfOnlyLastKnown() {
        var deployment = Sample.with(CheckopSample.healthy(), Parts.TARGETS, List.<Target>of());
        var later = NOW.plus(Duration.ofMinutes(10));
        assertThat(Where.BALANCING.of(deployment, later)).isEmpty();
        assertThat(Where.BALANCING.of(again(deployment, Parts.TARGET_GROUPS, later), later))
                .hasSize(1);
    }

    private static <T> Deployment again(Deployment deployment, Part<T> part, Instant at) {
        var known = deployment.observed(part);
        return deployment.with(part, Observed.of(Objects.requireNonNull(known.value()), at, known.cadence()));
    }
}
