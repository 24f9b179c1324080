package io.atalaya.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.sandbox.server.route.AwsService;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.MalformedQueryException;

/** An error with members of its own reaches the SDK's client whole. */
class QueryErrorTest {
    @Test
    void malformedQueriesTellWhereOnTheWireToo() {
        try (var sandbox = Sandbox.start(SandboxOptions.calm(InstantSource.system()));
                var clients = new SdkClients(
                        sandbox.endpoint(),
                        AwsSessionCredentials.create(
                                sandbox.accessKeyId(),
                                sandbox.secretAccessKey(),
                                String.valueOf(sandbox.sessionToken())))) {
            var logs = clients.client(AwsService.LOGS, CloudWatchLogsClient.class);
            assertThatThrownBy(() -> logs.startQuery(r -> r.logGroupName("/checkop/app")
                            .startTime(1L)
                            .endTime(2L)
                            .queryString("fields @message | limit many")))
                    .isInstanceOfSatisfying(MalformedQueryException.class, e -> {
                        assertThat(e.queryCompileError().location().startCharOffset())
                                .isEqualTo(24);
                        assertThat(e.queryCompileError().location().endCharOffset())
                                .isEqualTo(28);
                        assertThat(e.awsErrorDetails().errorMessage()).contains("unexpected symbol found many");
                    });
        }
    }
}
