package io.atalaya.aws;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A client factory for one endpoint with everything it is guarded by. */
final class TestClients implements AutoCloseable {
    final Recorded recorded = new Recorded();
    final CallLog log;
    final HttpClients http = new HttpClients();
    final ClientFactory factory;

    TestClients(URI endpoint, InstantSource clock) {
        log = new CallLog(clock);
        factory = new ClientFactory(
                ClientSettings.of("us-east-1", Endpoints.of(endpoint))
                        .withTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(2)),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "not-a-secret")),
                Guards.of(recorded, recorded, log, clock),
                http);
    }

    @Override
    public void close() {
        factory.close();
        http.close();
    }
}
