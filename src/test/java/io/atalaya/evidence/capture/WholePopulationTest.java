package io.atalaya.evidence.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.Vpc;
import io.atalaya.evidence.capsule.EvidenceException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list is in a capsule with all its rows, or there is no capsule. */
class WholePopulationTest {
    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1237, 10_000})
    void everyRowIsInTheModelAndInTheList(int rows) throws EvidenceException {
        var deployment = deployment(new Listing<>(vpcs(rows), Math.ceilDiv(rows, 1000), true));
        Population.refuseIncomplete(deployment, List.of(Parts.VPCS), true);
        var node = new ModelJson(new Masks(List.of())).part(deployment, Parts.VPCS, NOON, "model/vpcs.json");
        assertThat(node.path("rows").asInt()).isEqualTo(rows);
        assertThat(node.path("ageMillis").asLong()).isEqualTo(60_000);
        assertThat(node.path("items")).hasSize(rows);
        var table = Table.of(node);
        assertThat(table.rows()).hasSize(rows);
        var lines = new String(table.csv(), StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(rows == 0 ? 0 : rows + 1);
        if (rows > 0) {
            assertThat(lines.getFirst()).isEqualTo("id,name,cidrs,ipv6Cidrs,isDefault,tags");
            assertThat(lines.getLast()).startsWith("vpc-" + (rows - 1) + ",");
        }
    }

    @Test
    void aPageThatIsMissingIsNamed() {
        refused(deployment(new Listing<>(vpcs(1000), 1, false)), "vpcs: 1000 rows after 1 pages");
        refused(Deployment.empty("us-east-1", null), "vpcs: not read");
    }

    @Test
    void aDeniedPageIsNamedAlthoughThereAreRowsOfBefore() {
        var denied =
                new Problem(Problem.Kind.DENIED, "ec2:DescribeVpcs", "UnauthorizedOperation", "no", null, null, NOON);
        var observed = Observed.of(Listing.complete(vpcs(3)), NOON, MINUTE).failed(denied, NOON);
        refused(
                Deployment.empty("us-east-1", null).with(Parts.VPCS, observed),
                "vpcs: ec2:DescribeVpcs UnauthorizedOperation no");
    }

    @Test
    void onlyAnEndpointThatIsNotAwsNeedNotOfferEverything() throws EvidenceException {
        var none = new Problem(Problem.Kind.NOT_OFFERED, "ec2:DescribeVpcs", "InvalidAction", "", null, null, NOON);
        Observed<Listing<Vpc>> never = Observed.never(MINUTE);
        var deployment = Deployment.empty("us-east-1", null).with(Parts.VPCS, never.failed(none, NOON));
        Population.refuseIncomplete(deployment, List.of(Parts.VPCS), false);
        refused(deployment, "vpcs: ec2:DescribeVpcs InvalidAction");
    }

    private static void refused(Deployment deployment, String why) {
        assertThatThrownBy(() -> Population.refuseIncomplete(deployment, List.of(Parts.VPCS), true))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining(why);
    }

    private static Deployment deployment(Listing<Vpc> vpcs) {
        return Deployment.empty("us-east-1", null).with(Parts.VPCS, Observed.of(vpcs, NOON.minus(MINUTE), MINUTE));
    }

    private static List<Vpc> vpcs(int count) {
        return IntStream.range(0, count)
                .mapToObj(it -> new Vpc("vpc-" + it, "=evil()", List.of("10.0.0.0/16"), List.of(), false, Map.of()))
                .toList();
    }
}
