package io.atalaya.aws;

import io.atalaya.aws.readers.Clients;
import io.atalaya.watch.ExecutorScheduler;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsAsyncClient;
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

/**
 * The only place where clients are built, so that the guards stand in front of every one. A client is built when it is first
 * asked for and lives until the factory is closed; credentials renewed behind their provider need no new client.
 */
public final class ClientFactory implements Clients, AutoCloseable {
    private final ClientSettings settings;
    private final AwsCredentialsProvider credentials;
    private final Guards guards;
    private final HttpClients http;
    private final ScheduledExecutorService timeouts;
    private final Map<ServiceId, SdkClient> clients = new ConcurrentHashMap<>();
    private final Map<String, ClientFactory> elsewhere = new ConcurrentHashMap<>();
    private @Nullable CloudWatchLogsAsyncClient logsAsync;
    private volatile boolean closed;

    public ClientFactory(ClientSettings settings, AwsCredentialsProvider credentials, Guards guards, HttpClients http) {
        this(settings, credentials, guards, http, timeouts());
    }

    private ClientFactory(
            ClientSettings settings,
            AwsCredentialsProvider credentials,
            Guards guards,
            HttpClients http,
            ScheduledExecutorService timeouts) {
        this.timeouts = timeouts;
        this.settings = settings;
        this.credentials = credentials;
        this.guards = guards;
        this.http = http;
    }

    /**
     * What ends calls that take too long, one for all clients: left alone each client starts five threads for it, and keeps
     * what it would have ended until the time-out although the answer has come.
     */
    private static ScheduledExecutorService timeouts() {
        return ExecutorScheduler.threads(
                2, Thread.ofPlatform().daemon().name("aws-timeouts-", 0).factory());
    }

    /** The same in another region: the same guards in front, closed with this one. */
    public Clients in(String region) {
        if (region.equals(settings.region())) {
            return this;
        }
        refuseWhenClosed();
        var other = elsewhere.computeIfAbsent(
                region, name -> new ClientFactory(settings.in(name), credentials, guards, http, timeouts));
        if (closed) {
            other.close(); // closed while it was made
            refuseWhenClosed();
        }
        return other;
    }

    @Override
    public Ec2Client ec2() {
        return client(ServiceId.EC2, Ec2Client.class, Ec2Client::builder);
    }

    @Override
    public AcmClient acm() {
        return client(ServiceId.ACM, AcmClient.class, AcmClient::builder);
    }

    @Override
    public ElasticLoadBalancingClient elb() {
        return client(
                ServiceId.ELASTIC_LOAD_BALANCING,
                ElasticLoadBalancingClient.class,
                ElasticLoadBalancingClient::builder);
    }

    @Override
    public ElasticLoadBalancingV2Client elbV2() {
        return client(
                ServiceId.ELASTIC_LOAD_BALANCING_V2,
                ElasticLoadBalancingV2Client.class,
                ElasticLoadBalancingV2Client::builder);
    }

    @Override
    public RdsClient rds() {
        return client(ServiceId.RDS, RdsClient.class, RdsClient::builder);
    }

    @Override
    public EfsClient efs() {
        return client(ServiceId.EFS, EfsClient.class, EfsClient::builder);
    }

    @Override
    public Route53Client route53() {
        return client(ServiceId.ROUTE_53, Route53Client.class, Route53Client::builder);
    }

    @Override
    public AutoScalingClient autoScaling() {
        return client(ServiceId.AUTO_SCALING, AutoScalingClient.class, AutoScalingClient::builder);
    }

    @Override
    public CloudWatchClient cloudWatch() {
        return client(ServiceId.CLOUDWATCH, CloudWatchClient.class, CloudWatchClient::builder);
    }

    @Override
    public CloudWatchLogsClient logs() {
        return client(ServiceId.CLOUDWATCH_LOGS, CloudWatchLogsClient.class, CloudWatchLogsClient::builder);
    }

    @Override
    public CloudTrailClient cloudTrail() {
        return client(ServiceId.CLOUDTRAIL, CloudTrailClient.class, CloudTrailClient::builder);
    }

    public StsClient sts() {
        return client(ServiceId.STS, StsClient.class, StsClient::builder);
    }

    public IamClient iam() {
        return client(ServiceId.IAM, IamClient.class, IamClient::builder);
    }

    public SsoClient sso() {
        return client(ServiceId.SSO, SsoClient.class, SsoClient::builder);
    }

    public SsoOidcClient ssoOidc() {
        return client(ServiceId.SSO_OIDC, SsoOidcClient.class, SsoOidcClient::builder);
    }

    /**
     * The one asynchronous client, for Live Tail: netty is loaded when the first tail starts. It has no call time-out, because a
     * tail lasts for hours; whoever tails watches for silence (AWS sends an update every second) and cancels.
     */
    public synchronized CloudWatchLogsAsyncClient logsAsync() {
        refuseWhenClosed();
        var known = logsAsync;
        if (known == null) {
            var builder = CloudWatchLogsAsyncClient.builder()
                    .httpClientBuilder(NettyNioAsyncHttpClient.builder()
                            .maxConcurrency(20)
                            .connectionTimeout(Duration.ofSeconds(5))
                            .readTimeout(Duration.ZERO)); // its default of 30 s ends a quiet tail
            configure(ServiceId.CLOUDWATCH_LOGS, builder, common(ServiceId.CLOUDWATCH_LOGS));
            known = builder.build();
            logsAsync = known;
        }
        return known;
    }

    /** Building one client takes a tenth of a second the first time: readers that start together build theirs side by side. */
    private <C extends SdkClient, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(
            ServiceId service, Class<C> type, Supplier<B> newBuilder) {
        refuseWhenClosed();
        var client = clients.computeIfAbsent(service, id -> {
            var builder = newBuilder.get().httpClient(httpFor(id));
            configure(
                    id, builder, common(id).apiCallTimeout(settings.call()).apiCallAttemptTimeout(settings.attempt()));
            return builder.build();
        });
        if (closed) {
            client.close(); // closed while it was built
            refuseWhenClosed();
        }
        return type.cast(client);
    }

    private <B extends AwsClientBuilder<B, ?>> void configure(
            ServiceId service, B builder, ClientOverrideConfiguration.Builder overrides) {
        builder.region(Region.of(settings.region()))
                .credentialsProvider(credentials)
                .overrideConfiguration(overrides.build());
        settings.endpoints().of(service).ifPresent(builder::endpointOverride);
    }

    private ClientOverrideConfiguration.Builder common(ServiceId service) {
        var overrides = ClientOverrideConfiguration.builder()
                .retryStrategy(new ProbingRetries(settings.attempts()))
                .scheduledExecutorService(timeouts)
                .defaultProfileFileSupplier(settings::profileFile)
                .defaultProfileName(settings.profile())
                .executionInterceptors(guards.inOrder())
                .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, "Atalaya");
        if (credentials instanceof RefusableCredentials refusable) {
            overrides.addExecutionInterceptor(new ExpiryWatch(refusable));
        }
        if (settings.endpoints().of(service).isPresent()) {
            // "streaming-127.0.0.1" is no host
            overrides.putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true);
        }
        return overrides;
    }

    private SdkHttpClient httpFor(ServiceId service) {
        return settings.endpoints().of(service).filter(Endpoints::isLoopback).isPresent()
                ? http.loopback()
                : http.network();
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw new CancellationException("this connection is closed");
        }
    }

    /** Closes every client; calls under way end with an error. */
    @Override
    public synchronized void close() {
        closed = true;
        elsewhere.values().forEach(ClientFactory::close);
        elsewhere.clear();
        clients.values().forEach(SdkClient::close);
        clients.clear();
        if (logsAsync != null) {
            logsAsync.close();
            logsAsync = null;
        }
        timeouts.shutdownNow();
    }
}
