package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.sandbox.world.ManualClock;
import io.atalaya.sandbox.world.Story;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.route53.Route53Client;

/** A sandbox that plays citsmart, and the SDK's own clients towards it. */
final class Clients implements AutoCloseable {
    private final ManualClock clock = new ManualClock(ManualClock.PICTURE);
    private final Sandbox sandbox;
    private final SdkHttpClient http = ApacheHttpClient.builder()
            .socketTimeout(Duration.ofSeconds(20))
            .connectionTimeout(Duration.ofSeconds(5))
            .build();

    Clients(Story story) {
        sandbox = Sandbox.start(SandboxOptions.calm(clock).withStory(story).withDeployment("citsmart"));
    }

    ManualClock clock() {
        return clock;
    }

    Ec2Client ec2() {
        return open(Ec2Client.builder(), CitsmartIds.REGION).build();
    }

    ElasticLoadBalancingV2Client elb() {
        return open(ElasticLoadBalancingV2Client.builder(), CitsmartIds.REGION).build();
    }

    AutoScalingClient scaling() {
        return open(AutoScalingClient.builder(), CitsmartIds.REGION).build();
    }

    Route53Client dns() {
        return open(Route53Client.builder(), CitsmartIds.REGION).build();
    }

    RdsClient rds() {
        return rds(CitsmartIds.REGION);
    }

    RdsClient rds(String region) {
        return open(RdsClient.builder(), region).build();
    }

    CloudWatchClient metrics() {
        return open(CloudWatchClient.builder(), CitsmartIds.REGION).build();
    }

    CloudWatchLogsClient logs() {
        return open(CloudWatchLogsClient.builder(), CitsmartIds.REGION).build();
    }

    /** The clients share one HTTP client, which is what holds connections; closing it closes them all. */
    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B open(B builder, String region) {
        var key = sandbox.credentials();
        return builder.endpointOverride(sandbox.endpoint())
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsSessionCredentials.create(
                        key.accessKeyId(), key.secretAccessKey(), String.valueOf(key.sessionToken()))))
                .httpClient(http);
    }

    @Override
    public void close() {
        http.close();
        sandbox.close();
    }
}
