package io.atalaya.sandbox.server;

import io.atalaya.sandbox.server.route.AwsService;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
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
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The SDK's own blocking clients, unmodified, towards a local endpoint. */
final class SdkClients implements AutoCloseable {
    static final AwsCredentials CREDENTIALS = AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "not-checked");

    private final URI endpoint;
    private final @Nullable AwsCredentials credentials;
    private final SdkHttpClient http = ApacheHttpClient.builder()
            .socketTimeout(Duration.ofSeconds(20))
            .connectionTimeout(Duration.ofSeconds(5))
            .maxConnections(20)
            .build();
    private final Map<AwsService, SdkClient> clients = new EnumMap<>(AwsService.class);

    SdkClients(URI endpoint) {
        this(endpoint, CREDENTIALS);
    }

    /** @param credentials null to send every call unsigned */
    SdkClients(URI endpoint, @Nullable AwsCredentials credentials) {
        this.endpoint = endpoint;
        this.credentials = credentials;
    }

    /** The client interface of a service. */
    static Class<? extends SdkClient> type(AwsService service) {
        return switch (service) {
            case EC2 -> Ec2Client.class;
            case ACM -> AcmClient.class;
            case CLASSIC_BALANCING -> ElasticLoadBalancingClient.class;
            case BALANCING -> ElasticLoadBalancingV2Client.class;
            case RDS -> RdsClient.class;
            case EFS -> EfsClient.class;
            case ROUTE_53 -> Route53Client.class;
            case AUTO_SCALING -> AutoScalingClient.class;
            case CLOUDWATCH -> CloudWatchClient.class;
            case LOGS -> CloudWatchLogsClient.class;
            case CLOUDTRAIL -> CloudTrailClient.class;
            case STS -> StsClient.class;
            case IAM -> IamClient.class;
            case SSO -> SsoClient.class;
            case SSO_OIDC -> SsoOidcClient.class;
        };
    }

    <C extends SdkClient> C client(AwsService service, Class<C> type) {
        return type.cast(client(service));
    }

    Ec2Client ec2() {
        return client(AwsService.EC2, Ec2Client.class);
    }

    synchronized SdkClient client(AwsService service) {
        return clients.computeIfAbsent(service, this::build);
    }

    private SdkClient build(AwsService service) {
        return switch (service) {
            case EC2 -> configured(Ec2Client.builder()).build();
            case ACM -> configured(AcmClient.builder()).build();
            case CLASSIC_BALANCING ->
                configured(ElasticLoadBalancingClient.builder()).build();
            case BALANCING -> configured(ElasticLoadBalancingV2Client.builder()).build();
            case RDS -> configured(RdsClient.builder()).build();
            case EFS -> configured(EfsClient.builder()).build();
            case ROUTE_53 -> configured(Route53Client.builder()).build();
            case AUTO_SCALING -> configured(AutoScalingClient.builder()).build();
            case CLOUDWATCH -> configured(CloudWatchClient.builder()).build();
            case LOGS -> configured(CloudWatchLogsClient.builder()).build();
            case CLOUDTRAIL -> configured(CloudTrailClient.builder()).build();
            case STS -> configured(StsClient.builder()).build();
            case IAM -> configured(IamClient.builder()).build();
            case SSO -> configured(SsoClient.builder()).build();
            case SSO_OIDC -> configured(SsoOidcClient.builder()).build();
        };
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(B builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        credentials == null
                                ? AnonymousCredentialsProvider.create()
                                : StaticCredentialsProvider.create(credentials))
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(RetryMode.STANDARD)
                        .apiCallTimeout(Duration.ofSeconds(30))
                        .build())
                .httpClient(http);
    }

    @Override
    public void close() {
        clients.values().forEach(SdkClient::close);
        http.close();
    }
}
