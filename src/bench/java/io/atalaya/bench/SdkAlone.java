package io.atalaya.bench;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** The SDK reading the same pages and doing nothing else with them. */
final class SdkAlone {
    private static final int RUNS = 5;

    private SdkAlone() {}

    /** The median. */
    static double seconds(String endpoint, String region) {
        var env = System.getenv();
        var key = env.get("AWS_ACCESS_KEY_ID");
        var secret = env.get("AWS_SECRET_ACCESS_KEY");
        var credentials = Optional.ofNullable(env.get("AWS_SESSION_TOKEN"))
                .<StaticCredentialsProvider>map(
                        token -> StaticCredentialsProvider.create(AwsSessionCredentials.create(key, secret, token)))
                .orElseGet(() -> StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret)));
        try (var ec2 = Ec2Client.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.of(region))
                .credentialsProvider(credentials)
                .build()) {
            var times = new double[RUNS];
            for (int i = 0; i < RUNS; i++) {
                long begun = System.nanoTime();
                for (var page : ec2.describeInstancesPaginator(r -> r.maxResults(1000))) {
                    if (page.reservations().isEmpty()) {
                        throw new IllegalStateException("an empty page");
                    }
                }
                times[i] = (System.nanoTime() - begun) / 1e9;
            }
            Arrays.sort(times);
            return times[RUNS / 2];
        }
    }
}
