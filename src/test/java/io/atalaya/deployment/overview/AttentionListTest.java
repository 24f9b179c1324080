package io.atalaya.deployment.overview;

import static io.atalaya.deployment.CheckopSample.with;
import static io.atalaya.deployment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.BalancerZone;
import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

public class AttentionListTest {
    private static final Deployment WELL = CheckopSample.healthy();

    private static List<Finding> findings(Deployment deployment) {
        return AttentionList.of(Situation.of(deployment, NOW));
    }

    private static List<String> said(Deployment deployment) {
        var usual = findings(WELL).stream().map(AttentionListTest::words).toList();
        return findings(deployment).stream()
                .map(AttentionListTest::words)
                .filter(each -> !usual.contains(each))
                .toList();
    }

    private static String words(Finding finding) {
        return finding.urgency() + " " + finding.kind() + " " + finding.arguments();
    }

    @Test
    void aHealthyDeploymentHasOnlyWhatItWasSetUpWith() {
        assertThat(findings(WELL)).extracting(Finding::kind).containsExactly(FindingKind.DATABASE_SINGLE_ZONE);
    }

    @Test
    void nothingReadIsNothingFound() {
        assertThat(findings(Sample.empty())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void finds(UnaryOperator<Deployment> change, List<String> expected) {
        var found = said(change.apply(WELL));
        if (expected.equals(List.of(FindingRow.NOTHING))) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).containsExactlyElementsOf(expected);
        }
    }

    public static Stream<Arguments> situations() {
        return Stream.of(
                        BalancingRows.balancing(),
                        MachineRows.machines(),
                        MachineRows.scaling(),
                        MachineRows.images(),
                        NetworkRows.perimeter(),
                        NetworkRows.vpn(),
                        DataRows.databases(),
                        DataRows.rest(),
                        SourceRows.sources())
                .flatMap(each -> each);
    }

    @Test
    void keysTellFindingsApart() {
        var findings = new ArrayList<Finding>();
        situations().forEach(row -> {
            @SuppressWarnings("unchecked")
            var change = (UnaryOperator<Deployment>) row.get()[0];
            var keys = findings(change.apply(WELL)).stream().map(Finding::key).toList();
            assertThat(keys).doesNotHaveDuplicates();
            findings.addAll(findings(change.apply(WELL)));
        });
        assertThat(findings.stream().map(Finding::kind).distinct()).hasSizeGreaterThan(20);
    }

    @Test
    void aBalancerWithoutZonesIsNotAskedForZones() {
        var elb = Sample.balancer("Progresus-ELB", "active");
        assertThat(elb.zones()).extracting(BalancerZone::zone).containsExactly("us-east-1a", "us-east-1d");
        assertThat(findings(with(WELL, Parts.LOAD_BALANCERS, 60, List.of())))
                .extracting(Finding::kind)
                .doesNotContain(FindingKind.ZONE_NOT_SERVED);
    }
}
