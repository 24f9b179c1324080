package io.atalaya.sandbox.monster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/** The monsters arrive at the SDK's own client as they are meant to. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonsterTest {
    private final Sandbox sandbox =
            Sandbox.start(SandboxOptions.calm(InstantSource.system()).withDeployment("monster"));
    private final CloudWatchLogsClient logs = CloudWatchLogsClient.builder()
            .endpointOverride(sandbox.endpoint())
            .region(Region.of(sandbox.region()))
            .httpClientBuilder(ApacheHttpClient.builder())
            .credentialsProvider(StaticCredentialsProvider.create(AwsSessionCredentials.create(
                    sandbox.accessKeyId(), sandbox.secretAccessKey(), String.valueOf(sandbox.sessionToken()))))
            .build();

    @AfterAll
    void close() {
        logs.close();
        sandbox.close();
    }

    @Test
    void textsAndEmptyOnesArriveAsTheyAre() {
        assertThat(messages(MonsterLogs.TEXTS, Duration.ofSeconds(30))).containsAll(MonsterTexts.texts());
        assertThat(messages(MonsterLogs.EMPTY, Duration.ofSeconds(20))).containsAll(MonsterTexts.empty());
    }

    @Test
    void tenMegabytesArrive() {
        assertThat(messages(MonsterLogs.HUGE, Duration.ofSeconds(62)))
                .anyMatch(m -> m.length() > 10_000_000)
                .anyMatch(m -> m.length() < 100);
    }

    @Test
    void brokenBytesFailThePageAndLoneSurrogatesDoNot() {
        assertThatThrownBy(() -> messages(MonsterLogs.BROKEN, Duration.ofSeconds(20)))
                .isInstanceOf(SdkClientException.class);
        List<String> seen = new ArrayList<>();
        Instant end = Instant.now().minusSeconds(12);
        for (int second = 0; second < 6; second++) {
            try {
                Instant from = end.minusSeconds(second + 1);
                page(MonsterLogs.BROKEN, from, end.minusSeconds(second), null).events().stream()
                        .map(FilteredLogEvent::message)
                        .forEach(seen::add);
            } catch (SdkClientException expected) {
                assertThat(expected).hasMessageContaining("UTF-8");
            }
        }
        assertThat(seen).anyMatch(m -> m.contains("\uD83D and")).anyMatch(m -> m.contains("ordinary"));
    }

    @Test
    void aHundredThousandStreamsAreListedByFifties() {
        var first = logs.describeLogStreams(r -> r.logGroupName(MonsterLogs.STREAMS));
        assertThat(first.logStreams()).hasSize(50);
        var named =
                logs.describeLogStreams(r -> r.logGroupName(MonsterLogs.STREAMS).logStreamNamePrefix("writer-09999"));
        assertThat(named.logStreams()).hasSize(10);
        int seen = 0;
        String token = null;
        do {
            String from = token;
            var page = logs.describeLogStreams(r -> r.logGroupName(MonsterLogs.STREAMS)
                    .logStreamNamePrefix("writer-0000")
                    .nextToken(from));
            seen += page.logStreams().size();
            token = page.nextToken();
        } while (token != null);
        assertThat(seen).isEqualTo(100);
        assertThat(events(MonsterLogs.STREAMS, Duration.ofSeconds(60))).hasSizeBetween(1_000, 1_201);
    }

    @Test
    void theFutureIsThere() {
        Instant soon = Instant.now().plusSeconds(4_000);
        assertThat(page(MonsterLogs.FUTURE, soon, null, null).events()).isNotEmpty();
    }

    private List<String> messages(String group, Duration back) {
        return events(group, back).stream().map(FilteredLogEvent::message).toList();
    }

    private List<FilteredLogEvent> events(String group, Duration back) {
        Instant end = Instant.now().minusSeconds(10);
        List<FilteredLogEvent> all = new ArrayList<>();
        String token = null;
        do {
            FilterLogEventsResponse page = page(group, end.minus(back), end, token);
            all.addAll(page.events());
            token = page.nextToken();
        } while (token != null);
        return all;
    }

    private FilterLogEventsResponse page(String group, Instant from, @Nullable Instant to, @Nullable String token) {
        return logs.filterLogEvents(r -> r.logGroupName(group)
                .startTime(from.toEpochMilli())
                .endTime(to == null ? null : to.toEpochMilli())
                .nextToken(token));
    }
}
