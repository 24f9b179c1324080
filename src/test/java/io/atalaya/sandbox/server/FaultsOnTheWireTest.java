package io.atalaya.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.FaultMatch;
import io.atalaya.sandbox.server.fault.FaultPlan;
import io.atalaya.sandbox.server.route.AwsService;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DbInstanceNotFoundException;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.RdsException;

/** What the unmodified SDK makes of things that go wrong. */
@Timeout(60)
class FaultsOnTheWireTest {
    private static final FaultMatch REGIONS = FaultMatch.of(AwsService.EC2, "DescribeRegions");
    private static final FaultMatch DATABASES = FaultMatch.of(AwsService.RDS, "DescribeDBInstances");

    private final FaultPlan plan = new FaultPlan();
    private final ServerParts parts = TestParts.with(registry(), plan);
    private final SandboxServer server = SandboxServer.start(parts);
    private final SdkClients clients = new SdkClients(server.endpoint());

    private static OperationRegistry registry() {
        var registry = new OperationRegistry();
        registry.on(
                "ec2",
                "DescribeRegions",
                DescribeRegionsRequest.class,
                DescribeRegionsResponse.class,
                (request, call) -> DescribeRegionsResponse.builder()
                        .regions(region -> region.regionName("us-east-1"))
                        .build());
        registry.on(
                "rds",
                "DescribeDBInstances",
                DescribeDbInstancesRequest.class,
                DescribeDbInstancesResponse.class,
                (request, call) -> {
                    throw new WireFault(404, "DBInstanceNotFound", "DBInstance nosuchdb not found.");
                });
        return registry;
    }

    @AfterEach
    void close() {
        clients.close();
        server.close();
    }

    @Test
    void handlersErrorBecomesTheSdksOwnException() {
        assertThatThrownBy(() -> rds().describeDBInstances())
                .isInstanceOf(DbInstanceNotFoundException.class)
                .hasMessageContaining("DBInstance nosuchdb not found.");
    }

    @Test
    void throttlingIsRetriedAndGoesBy() {
        var throttled = plan.plan(REGIONS.times(2), new Fault.Throttled());

        assertThat(clients.ec2().describeRegions().regions()).hasSize(1);
        assertThat(throttled.struck()).isEqualTo(2);
        assertThat(parts.log().count(AwsService.EC2, "DescribeRegions")).isEqualTo(3);
    }

    @Test
    void onlyTheNthCallIsStruck() {
        plan.plan(REGIONS.nth(2), new Fault.Refused(400, "InvalidParameterValue", "no"));

        assertThat(clients.ec2().describeRegions().regions()).hasSize(1);
        assertThatThrownBy(() -> clients.ec2().describeRegions()).isInstanceOf(Ec2Exception.class);
        assertThat(clients.ec2().describeRegions().regions()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void serverErrorsAreRetried(int status) {
        plan.plan(REGIONS.times(1), new Fault.ServerError(status));

        assertThat(clients.ec2().describeRegions().regions()).hasSize(1);
        assertThat(parts.log().total()).isEqualTo(2);
    }

    @Test
    void droppedConnectionIsRetried() {
        plan.plan(REGIONS.times(1), new Fault.DroppedConnection());

        assertThat(clients.ec2().describeRegions().regions()).hasSize(1);
        assertThat(parts.log().total()).isEqualTo(2);
    }

    @Test
    void malformedBodyIsTheClientsProblem() {
        plan.plan(REGIONS, new Fault.MalformedBody());

        assertThatThrownBy(() -> clients.ec2().describeRegions()).isInstanceOf(SdkClientException.class);
    }

    @Test
    void connectionCutWithinTheAnswerIsTheClientsProblem() {
        plan.plan(REGIONS, new Fault.CutConnection());

        assertThatThrownBy(() -> clients.ec2().describeRegions()).isInstanceOf(SdkClientException.class);
    }

    @Test
    void deniedNamesTheActionAndIsNotRetried() {
        plan.plan(DATABASES, new Fault.Denied("arn:aws:rds:us-east-1:123456789012:db:*"));

        var denied = catchThrowableOfType(RdsException.class, () -> rds().describeDBInstances());

        assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.awsErrorDetails().errorMessage())
                .isEqualTo("User: arn:aws:iam::123456789012:user/marta is not authorized to perform:"
                        + " rds:DescribeDBInstances on resource: arn:aws:rds:us-east-1:123456789012:db:* because no"
                        + " identity-based policy allows the rds:DescribeDBInstances action");
        assertThat(parts.log().total()).isEqualTo(1);
    }

    @Test
    void htmlOfAProxyIsAServerErrorWithoutCode() {
        plan.plan(REGIONS, new Fault.RawAnswer(500, "text/html", "<html><body>oops</body></html>"));

        var error = catchThrowableOfType(Ec2Exception.class, () -> clients.ec2().describeRegions());

        assertThat(error.statusCode()).isEqualTo(500);
    }

    @Test
    void faultTakenBackStrikesNoMore() {
        var denied = plan.plan(REGIONS, new Fault.Denied("*"));
        assertThatThrownBy(() -> clients.ec2().describeRegions()).isInstanceOf(Ec2Exception.class);

        denied.close();

        assertThat(clients.ec2().describeRegions().regions()).hasSize(1);
    }

    @Test
    void hangingCallWaitsUntilReleased() throws Exception {
        plan.plan(REGIONS.nth(1), new Fault.Hang());
        var call = CompletableFuture.supplyAsync(() -> clients.ec2().describeRegions());
        assertThat(parts.log().await(received -> true, 1, Duration.ofSeconds(10)))
                .isTrue();
        assertThat(call).isNotDone();

        plan.releaseWaiting();

        assertThat(call.get(20, TimeUnit.SECONDS).regions()).hasSize(1);
    }

    @Test
    void closingTheServerLetsGoOfHangingCalls() throws Exception {
        plan.plan(REGIONS, new Fault.Hang());
        var call = CompletableFuture.supplyAsync(() -> clients.ec2().describeRegions());
        assertThat(parts.log().await(received -> true, 1, Duration.ofSeconds(10)))
                .isTrue();

        server.close();

        assertThat(call).failsWithin(Duration.ofSeconds(20));
    }

    @Test
    void latencyDelaysTheRightAnswer() {
        plan.plan(REGIONS, new Fault.Latency(Duration.ofMillis(300)));

        long start = System.nanoTime();
        assertThat(clients.ec2().describeRegions().regions()).hasSize(1);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void unknownActionIsAnsweredAsAwsDoes() {
        var ec2 = catchThrowableOfType(Ec2Exception.class, () -> clients.ec2().describeVpcs());
        var logs = catchThrowableOfType(
                AwsServiceException.class, () -> clients.client(AwsService.LOGS, CloudWatchLogsClient.class)
                        .describeLogGroups());

        assertThat(ec2.awsErrorDetails().errorCode()).isEqualTo("InvalidAction");
        assertThat(ec2.statusCode()).isEqualTo(400);
        assertThat(logs.awsErrorDetails().errorCode()).isEqualTo("UnknownOperationException");
    }

    @ParameterizedTest
    @EnumSource(AwsService.class)
    void everyServiceRefusesInItsOwnProtocol(AwsService service) {
        plan.plan(FaultMatch.of(service), new Fault.Refused(400, "SomethingOdd", "odd & <strange>"));

        var refused = catchThrowableOfType(AwsServiceException.class, () -> Discovery.callSomeRead(service, clients));

        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("SomethingOdd");
        assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo("odd & <strange>");
        assertThat(refused.requestId()).isNotBlank();
    }

    private RdsClient rds() {
        return clients.client(AwsService.RDS, RdsClient.class);
    }
}
