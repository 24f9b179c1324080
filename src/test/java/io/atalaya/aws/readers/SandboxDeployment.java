package io.atalaya.aws.readers;

import io.atalaya.deployment.Caller;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.PartialReadException;
import io.atalaya.watch.Source;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.route53.Route53Client;

/** Reads a whole deployment once from the sandbox, over the real wire and with the console's own readers. */
public final class SandboxDeployment {
    private SandboxDeployment() {}

    /** All of a deployment where nothing is wrong, as it is at that moment. */
    public static Deployment calm(String deployment, Instant now) throws Exception {
        var options = SandboxOptions.calm(InstantSource.fixed(now)).withDeployment(deployment);
        try (var sandbox = Sandbox.start(options)) {
            return read(sandbox, now);
        }
    }

    public static Deployment read(Sandbox sandbox, Instant now) throws Exception {
        var deployment = Deployment.empty(
                sandbox.region(), new Caller("111122223333", "arn:aws:sts::111122223333:assumed-role/R/m", "x", null));
        for (var source : sources(sandbox, now)) {
            deployment = read(source, deployment, now);
        }
        return deployment;
    }

    /** The sources of a console that asks this sandbox, one attempt for each call. */
    static List<Source<?>> sources(Sandbox sandbox, Instant now) {
        return Sources.of(
                new SdkClients(sandbox),
                new FanOut(Thread.ofVirtual().factory(), 4),
                InstantSource.fixed(now),
                PageSize.LARGEST);
    }

    /** The plain clients of an SDK, without guards. */
    static Clients clients(Sandbox sandbox) {
        return new SdkClients(sandbox);
    }

    /** One source, read once. */
    static <T> Deployment read(Source<T> source, Deployment known, Instant now) throws Exception {
        var items = new ArrayList<T>();
        try {
            source.reader().read(known, items::addAll);
        } catch (PartialReadException lacking) {
            return known.with(source.part(), Observed.of(new Listing<>(items, 1, false), now, source.cadence()));
        }
        return known.with(source.part(), Observed.of(Listing.complete(items), now, source.cadence()));
    }

    private record SdkClients(Sandbox sandbox) implements Clients {
        private <C, B extends AwsClientBuilder<B, C>> C build(B builder) {
            return builder.region(Region.of(sandbox.region()))
                    .endpointOverride(sandbox.endpoint())
                    .credentialsProvider(StaticCredentialsProvider.create(AwsSessionCredentials.create(
                            sandbox.accessKeyId(),
                            sandbox.secretAccessKey(),
                            Objects.requireNonNull(sandbox.sessionToken()))))
                    .build();
        }

        @Override
        public CloudTrailClient cloudTrail() {
            return build(CloudTrailClient.builder());
        }

        @Override
        public CloudWatchLogsClient logs() {
            return build(CloudWatchLogsClient.builder());
        }

        @Override
        public Ec2Client ec2() {
            return build(Ec2Client.builder());
        }

        @Override
        public AcmClient acm() {
            return build(AcmClient.builder());
        }

        @Override
        public ElasticLoadBalancingClient elb() {
            return build(ElasticLoadBalancingClient.builder());
        }

        @Override
        public ElasticLoadBalancingV2Client elbV2() {
            return build(ElasticLoadBalancingV2Client.builder());
        }

        @Override
        public AutoScalingClient autoScaling() {
            return build(AutoScalingClient.builder());
        }

        @Override
        public RdsClient rds() {
            return build(RdsClient.builder());
        }

        @Override
        public EfsClient efs() {
            return build(EfsClient.builder());
        }

        @Override
        public Route53Client route53() {
            return build(Route53Client.builder());
        }

        @Override
        public CloudWatchClient cloudWatch() {
            return build(CloudWatchClient.builder());
        }
    }
}
