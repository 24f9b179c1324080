package io.atalaya.deployment.overview;

import static io.atalaya.deployment.CheckopSample.AUTO_1A;
import static io.atalaya.deployment.CheckopSample.AUTO_1D;
import static io.atalaya.deployment.CheckopSample.refused;
import static io.atalaya.deployment.CheckopSample.with;
import static io.atalaya.deployment.Sample.NOW;
import static io.atalaya.deployment.Sample.groupArn;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.State;
import io.atalaya.deployment.Target;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestPathTest {
    private static RequestPath path(Deployment deployment) {
        return RequestPath.of(Situation.of(deployment, NOW));
    }

    @Test
    void nothingReadIsUnknownAndNotHealthy() {
        var path = path(Sample.empty());
        assertThat(path.headline()).isEqualTo(Headline.of(State.UNKNOWN, Headline.Kind.NOT_READ));
        assertThat(path.dns().state()).isEqualTo(State.UNKNOWN);
        assertThat(path.targets().state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void everythingWell() {
        var path = path(CheckopSample.healthy());
        assertThat(path.headline().kind()).isEqualTo(Headline.Kind.SERVED);
        assertThat(path.targets().name()).isEqualTo("AUTOChOp-asg");
        assertThat(path.targets().healthy()).isEqualTo(2);
        assertThat(path.dns().stations().getFirst().facts())
                .contains(Fact.of(Fact.Kind.ALIASES_FOUND, 3L, 3), Fact.of(Fact.Kind.RECORD_SETS, 8L));
        assertThat(path.balancers().stations().getFirst().facts())
                .contains(Fact.of(Fact.Kind.ZONES, "us-east-1a, us-east-1d"), Fact.of(Fact.Kind.ERRORS, 0.0, 0.0));
        assertThat(path.databases().stations().getFirst().caption()).isEqualTo("MySQL Community");
    }

    @Test
    void oneZoneDoesNotAnswer() {
        var path = path(CheckopSample.degraded());
        assertThat(path.headline()).isEqualTo(Headline.of(State.DEGRADED, Headline.Kind.ZONES_NOT_SERVED, 1L));
        assertThat(path.targets().zones())
                .extracting(TargetStage.Zone::name)
                .containsExactly("us-east-1d", "us-east-1a");
        var worst = path.targets().zones().getFirst();
        assertThat(worst.address()).isEqualTo("10.20.1.57");
        assertThat(worst.condition().word()).isEqualTo("Target.Timeout");
        assertThat(worst.ref()).isEqualTo(new ResourceRef(ResourceType.INSTANCE, AUTO_1D));
        assertThat(path.balancers().stations().getFirst().facts()).contains(Fact.of(Fact.Kind.ERRORS, 0.0, 37.0));
    }

    @Test
    void nobodyAnswers() {
        assertThat(path(targets("unhealthy", "unhealthy")).headline().state()).isEqualTo(State.FAILED);
        assertThat(path(targets("unhealthy", "unhealthy")).headline().kind()).isEqualTo(Headline.Kind.NOBODY_ANSWERS);
    }

    @Test
    void oneOfTwoInTheSameZone() {
        var deployment = with(
                CheckopSample.healthy(),
                Parts.TARGETS,
                5,
                List.of(target(AUTO_1A, "us-east-1a", "healthy"), target("i-2", "us-east-1a", "unhealthy")));
        assertThat(path(deployment).headline())
                .isEqualTo(Headline.of(State.DEGRADED, Headline.Kind.TARGETS_DOWN, 1, 2));
    }

    @Test
    void deniedTargetHealthIsUnknown() {
        var deployment = Sample.with(
                refused(
                        Sample.empty(),
                        Parts.TARGETS,
                        Problem.Kind.DENIED,
                        "elasticloadbalancing:DescribeTargetHealth",
                        "AccessDenied"),
                Parts.LOAD_BALANCERS,
                List.of(Sample.balancer("elb", "active")));
        assertThat(path(deployment).headline().kind()).isEqualTo(Headline.Kind.TARGETS_UNKNOWN);
        assertThat(path(deployment).targets().problem()).isNotNull();
    }

    @Test
    void noBalancerNoPath() {
        var deployment =
                Sample.with(Sample.with(Sample.empty(), Parts.LOAD_BALANCERS, List.of()), Parts.TARGETS, List.of());
        assertThat(path(deployment).headline().kind()).isEqualTo(Headline.Kind.NO_PATH);
    }

    @Test
    void aBalancerWithoutTargetsAnswersNobody() {
        var deployment = with(CheckopSample.healthy(), Parts.TARGETS, 5, List.of());
        assertThat(path(deployment).headline()).isEqualTo(Headline.of(State.DEGRADED, Headline.Kind.NOBODY_ANSWERS));
    }

    @Test
    void aStartingTargetIsChange() {
        assertThat(path(targets("healthy", "initial")).headline().kind()).isEqualTo(Headline.Kind.CHANGING);
    }

    @Test
    void theOnlyDatabaseFullIsFailureOneOfTwoIsDegradation() {
        var full = Sample.database("dbprogressus", "storage-full");
        var one = with(CheckopSample.healthy(), Parts.DATABASES, 30, List.of(full));
        assertThat(path(one).headline())
                .isEqualTo(Headline.of(State.FAILED, Headline.Kind.DATABASE, "dbprogressus", "storage-full"));
        var two = with(
                CheckopSample.healthy(), Parts.DATABASES, 30, List.of(Sample.database("other", "available"), full));
        assertThat(path(two).headline().state()).isEqualTo(State.DEGRADED);
        assertThat(path(two).databases().stations()).extracting(Station::name).containsExactly("dbprogressus", "other");
    }

    @Test
    void aTargetOfTwoGroupsCountsOnceInItsWorstCondition() {
        var targets = new ArrayList<>(path(CheckopSample.degraded()).targets().zones());
        var deployment = with(
                CheckopSample.healthy(),
                Parts.TARGETS,
                5,
                List.of(
                        target(AUTO_1A, "us-east-1a", "healthy"),
                        new Target(
                                groupArn("ChOp-files"),
                                AUTO_1A,
                                8080,
                                "us-east-1a",
                                "unhealthy",
                                "Target.Timeout",
                                null)));
        var stage = path(deployment).targets();
        assertThat(stage.total()).isEqualTo(1);
        assertThat(stage.healthy()).isZero();
        assertThat(targets).hasSize(2);
    }

    private static Deployment targets(String state1a, String state1d) {
        return with(
                CheckopSample.healthy(),
                Parts.TARGETS,
                5,
                List.of(target(AUTO_1A, "us-east-1a", state1a), target(AUTO_1D, "us-east-1d", state1d)));
    }

    private static Target target(String id, String zone, String state) {
        return new Target(groupArn("ChOp-web"), id, 8080, zone, state, null, null);
    }
}
