package io.atalaya.aws.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.AwsProblems;
import io.atalaya.aws.CallLog;
import io.atalaya.aws.ClientFactory;
import io.atalaya.aws.ClientSettings;
import io.atalaya.aws.Endpoints;
import io.atalaya.aws.Guards;
import io.atalaya.aws.HttpClients;
import io.atalaya.deployment.MetricId;
import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.watch.CallPermits;
import io.atalaya.watch.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** By the real client against the sandbox. */
class MetricRangeTest {
    private static final CallPermits UNLIMITED = new CallPermits() {
        @Override
        public void acquire(String api, Priority priority) {}

        @Override
        public void throttled(String api) {}

        @Override
        public void answered(String api, Duration latency) {}
    };

    private final InstantSource clock = InstantSource.system();
    private final HttpClients http = new HttpClients();
    private Sandbox sandbox;
    private ClientFactory clients;
    private MetricRange history;
    private final Instant to = clock.instant().truncatedTo(ChronoUnit.HOURS);

    @BeforeEach
    void connect() {
        sandbox = Sandbox.start(SandboxOptions.calm(clock));
        var key = sandbox.credentials();
        clients = new ClientFactory(
                ClientSettings.of("us-east-1", Endpoints.of(sandbox.endpoint())),
                StaticCredentialsProvider.create(
                        AwsSessionCredentials.create(key.accessKeyId(), key.secretAccessKey(), key.sessionToken())),
                Guards.of(veto -> {}, UNLIMITED, new CallLog(clock), clock),
                http);
        history = new MetricRange(clients, new AwsProblems(clock, false));
    }

    @AfterEach
    void disconnect() {
        clients.close();
        http.close();
        sandbox.close();
    }

    private MetricId database() {
        var name = clients.rds().describeDBInstances().dbInstances().getFirst().dbInstanceIdentifier();
        return new MetricId("AWS/RDS", "DatabaseConnections", Map.of("DBInstanceIdentifier", name), "Average");
    }

    @Test
    void readsADayByTheMinute() {
        var answer = history.read(List.of(database()), to.minus(Duration.ofHours(3)), to, 60);
        assertThat(answer).isInstanceOfSatisfying(MetricRange.Answer.Series.class, found -> {
            var points = found.series().getFirst().points();
            assertThat(points.size()).isBetween(170, 180);
            assertThat(points.getFirst().at()).isEqualTo(to.minus(Duration.ofHours(3)));
            assertThat(points).isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
        });
    }

    /** One more than a call takes, one of which nobody knows. */
    @Test
    void keepsTheOrderOverSeveralCalls() {
        var known = database();
        var ids = IntStream.rangeClosed(0, 500)
                .mapToObj(i -> i == 500 ? known : new MetricId("Nobody", "Knows" + i, Map.of(), "Average"))
                .toList();
        var answer = history.read(ids, to.minus(Duration.ofHours(1)), to, 60);
        assertThat(answer).isInstanceOfSatisfying(MetricRange.Answer.Series.class, found -> {
            assertThat(found.series()).hasSize(501);
            assertThat(found.series().getFirst().points()).isEmpty();
            assertThat(found.series().getLast().id()).isEqualTo(known);
            assertThat(found.series().getLast().points()).isNotEmpty();
        });
    }

    @Test
    void aPeriodThatIsNoneIsAProblemAndNoException() {
        var answer = history.read(List.of(database()), to.minus(Duration.ofHours(1)), to, 61);
        assertThat(answer).isInstanceOf(MetricRange.Answer.Failed.class);
    }
}
