package io.atalaya.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeploymentHistoryTest {
    private static final Duration CADENCE = Duration.ofSeconds(15);
    private static final Target HEALTHY = new Target("tg", "i-1", 8080, "us-east-1a", "healthy", null, null);
    private static final Target TIMEOUT =
            new Target("tg", "i-1", 8080, "us-east-1a", "unhealthy", "Target.Timeout", "Request timed out");

    private final VirtualTime time = new VirtualTime();
    private final DeploymentHistory history = new DeploymentHistory(time);
    private Deployment now = Deployment.empty("us-east-1", null);

    @Test
    void theFirstReadIsNoChange() {
        assertThat(observe(Parts.SCALING_GROUPS, group(2))).isEmpty();
        assertThat(history.changes()).isEmpty();
    }

    @Test
    void tellsAFieldThatChangedAndBetweenWhichAnswers() {
        observe(Parts.SCALING_GROUPS, group(2));
        var before = time.instant();
        time.advance(CADENCE);

        var changes = observe(Parts.SCALING_GROUPS, group(4));

        assertThat(changes)
                .containsExactly(new Change(
                        time.instant(),
                        before,
                        Change.Kind.CHANGED,
                        new ResourceRef(ResourceType.SCALING_GROUP, "asg"),
                        "asg",
                        null,
                        "DesiredCapacity",
                        "2",
                        "4"));
        assertThat(history.changes()).isEqualTo(changes);
    }

    @Test
    void tellsWhatAppearedAndDisappeared() {
        observe(Parts.SCALING_GROUPS, group(2));
        observe(Parts.SCALING_GROUPS);
        observe(Parts.SCALING_GROUPS, group(3));

        assertThat(history.changes())
                .extracting(Change::kind, Change::before, Change::after)
                .containsExactly(tuple(Change.Kind.APPEARED, null, "3"), tuple(Change.Kind.DISAPPEARED, "2", null));
    }

    @Test
    void tellsTheRuleThatWasRemoved() {
        var nfs = new SecurityRule(true, "tcp", 2049, 2049, null, "sg-app", null, null);
        var ssh = new SecurityRule(true, "tcp", 22, 22, "10.0.0.0/8", null, null, null);
        observe(Parts.SECURITY_GROUPS, securityGroup(nfs, ssh));

        var changes = observe(Parts.SECURITY_GROUPS, securityGroup(ssh));

        assertThat(changes)
                .extracting(Change::field, Change::before, Change::after)
                .containsExactly(tuple("IpPermissions", "ingress tcp 2049 sg-app", null));
    }

    @Test
    void stalenessAndProblemsAreNoChanges() {
        observe(Parts.SCALING_GROUPS, group(2));
        time.advance(Duration.ofHours(1));
        var problem =
                new Problem(Problem.Kind.SERVICE, "autoscaling:X", "InternalFailure", "", null, null, time.instant());

        now = now.with(Parts.SCALING_GROUPS, now.observed(Parts.SCALING_GROUPS).failed(problem, time.instant()));

        assertThat(history.observe(now)).isEmpty();
    }

    @Test
    void halfAListIsNoReasonToSayThatTheRestIsGone() {
        observe(Parts.SCALING_GROUPS, group(2));
        now = now.with(Parts.SCALING_GROUPS, Observed.of(new Listing<>(List.of(), 1, false), time.instant(), CADENCE));
        assertThat(history.observe(now)).isEmpty();

        // compared with what was complete before
        assertThat(observe(Parts.SCALING_GROUPS, group(3)))
                .extracting(Change::before, Change::after)
                .containsExactly(tuple("2", "3"));
    }

    @Test
    void takesAwsTimeWhereItGivesOne() {
        var rang = Instant.parse("2026-03-03T13:59:12Z");
        observe(Parts.ALARMS, alarm("OK", null));

        var changes = observe(Parts.ALARMS, alarm("ALARM", rang));

        assertThat(changes).extracting(Change::at, Change::notBefore).containsExactly(tuple(rang, null));
    }

    @Test
    void keepsTheStripOfATarget() {
        observe(Parts.TARGETS, HEALTHY);
        var first = time.instant();
        time.advance(Duration.ofSeconds(5));
        observe(Parts.TARGETS, HEALTHY);
        var lastHealthy = time.instant();
        time.advance(Duration.ofSeconds(5));
        observe(Parts.TARGETS, TIMEOUT);

        assertThat(history.strip(TIMEOUT))
                .containsExactly(
                        new TargetSpan(first, null, "healthy", null),
                        new TargetSpan(time.instant(), lastHealthy, "unhealthy", "Target.Timeout"));
        assertThat(history.since(TIMEOUT)).map(TargetSpan::from).contains(time.instant());
        assertThat(history.changes())
                .extracting(Change::item, Change::before, Change::after)
                .containsExactly(tuple("i-1 8080", "healthy", "unhealthy Target.Timeout"));
    }

    @Test
    void aTargetThatLeftItsGroupHasAGap() {
        observe(Parts.TARGETS, HEALTHY);
        observe(Parts.TARGETS);
        observe(Parts.TARGETS, HEALTHY);

        assertThat(history.strip(HEALTHY)).extracting(TargetSpan::state).containsExactly("healthy", null, "healthy");
    }

    @Test
    void forgetsAfterADay() {
        observe(Parts.TARGETS, HEALTHY);
        observe(Parts.TARGETS, TIMEOUT);
        assertThat(history.changes()).hasSize(1);

        time.advance(DeploymentHistory.SPAN.plusMinutes(1));
        observe(Parts.TARGETS, TIMEOUT);

        assertThat(history.changes()).isEmpty();
        assertThat(history.strip(TIMEOUT)).extracting(TargetSpan::state).containsExactly("unhealthy");
    }

    @Test
    void aFloodOfChangesHasAnEnd() {
        IntStream.range(0, 10_500).forEach(i -> observe(Parts.SCALING_GROUPS, group(i)));

        assertThat(history.changes()).hasSize(10_000);
        assertThat(history.changes().getFirst().after()).isEqualTo("10499");
    }

    @SafeVarargs
    private <T> List<Change> observe(Part<T> part, T... items) {
        time.advance(Duration.ofMillis(1));
        now = now.with(part, Observed.of(Listing.complete(List.of(items)), time.instant(), CADENCE));
        return history.observe(now);
    }

    private static ScalingGroup group(int desired) {
        return new ScalingGroup(
                "asg", "arn", 1, desired, 9, List.of(), List.of(), null, null, "EC2", List.of(), List.of(), List.of(),
                null, Map.of());
    }

    private static SecurityGroup securityGroup(SecurityRule... rules) {
        return new SecurityGroup("sg-efs", "chop-efs", "", "vpc-1", List.of(rules), Map.of());
    }

    private static Alarm alarm(String state, @Nullable Instant since) {
        return new Alarm("cpu", "arn:cpu", state, null, since, null, null, 80.0, null, true, false);
    }
}
