package io.atalaya.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.atalaya.deployment.Problem;
import io.atalaya.deployment.Problem.Kind;
import io.atalaya.watch.PermitTimeoutException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every trouble over the real wire, through the real client. */
class AwsProblemsTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final String DENIED = "User: arn:aws:iam::111122223333:user/a is not authorized to perform:"
            + " ec2:DescribeInstances because no identity-based policy allows it";

    @ParameterizedTest
    @CsvSource({
        "400,Throttling,THROTTLED",
        "503,RequestLimitExceeded,THROTTLED",
        "400,ThrottlingException,THROTTLED",
        "403,UnauthorizedOperation,DENIED",
        "403,AccessDenied,DENIED",
        "403,ExpiredToken,EXPIRED",
        "400,ExpiredTokenException,EXPIRED",
        "400,RequestExpired,EXPIRED",
        "403,InvalidClientTokenId,INVALID_CREDENTIALS",
        "401,AuthFailure,INVALID_CREDENTIALS",
        "403,SignatureDoesNotMatch,INVALID_CREDENTIALS",
        "403,MissingAuthenticationToken,NO_CREDENTIALS",
        "400,RequestTimeTooSkewed,CLOCK_SKEW",
        "500,InternalError,SERVICE",
        "503,ServiceUnavailable,SERVICE",
        "400,InvalidInstanceID.NotFound,NOT_FOUND",
        "404,NoSuchHostedZone,NOT_FOUND",
        "400,InvalidParameterValue,INVALID_REQUEST",
        "400,InvalidAction,NOT_OFFERED",
        "400,UnsupportedOperation,INVALID_REQUEST"
    })
    void codesOfAws(int status, String code, Kind kind) throws IOException {
        var problem = ec2(RawServer.Answer.xml(status, ec2Error(code, "words of AWS")), true);

        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.message()).contains("words of AWS");
        assertThat(problem.requestId()).isEqualTo("req-1");
        assertThat(problem.call()).isEqualTo("ec2:DescribeInstances");
    }

    @Test
    void denialNamesTheAction() throws IOException {
        var problem = ec2(RawServer.Answer.xml(403, ec2Error("UnauthorizedOperation", DENIED)), true);

        assertThat(problem.missingAction()).isEqualTo("ec2:DescribeInstances");
        assertThat(problem.message()).isEqualTo(DENIED);
    }

    @Test
    void encodedDenialNamesTheCall() throws IOException {
        var problem = ec2(
                RawServer.Answer.xml(
                        403,
                        ec2Error(
                                "UnauthorizedOperation",
                                "You are not authorized to perform this operation. Encoded authorization failure"
                                        + " message: 4GIOHlTkIaWHQD0Q0m6XSnuUMCm-abcd")),
                true);

        assertThat(problem.missingAction()).isEqualTo("ec2:DescribeInstances");
    }

    @Test
    void wrongClockIsMeasured() throws IOException {
        var problem = withClock(
                Duration.ofMinutes(-12), "SignatureDoesNotMatch", "Signature expired: x is now earlier than y");

        assertThat(problem.kind()).isEqualTo(Kind.CLOCK_SKEW);
        assertThat(problem.message())
                .matches("this computer's clock is 1[12] min \\d+ s behind AWS's; set it by NTP, then try again."
                        + " AWS said: Signature expired.*");
    }

    @Test
    void clockAheadIsMeasuredToo() throws IOException {
        var problem = withClock(Duration.ofHours(3), "AuthFailure", "AWS was not able to validate the credentials");

        assertThat(problem.kind()).isEqualTo(Kind.CLOCK_SKEW);
        assertThat(problem.message()).contains("ahead of AWS's");
    }

    @Test
    void signatureWithARightClockIsAWrongKey() throws IOException {
        assertThat(withClock(Duration.ZERO, "SignatureDoesNotMatch", "does not match")
                        .kind())
                .isEqualTo(Kind.INVALID_CREDENTIALS);
    }

    @Test
    void unknownKeyIsAWrongKeyAtAnyTime() throws IOException {
        assertThat(withClock(Duration.ofHours(3), "InvalidClientTokenId", "invalid")
                        .kind())
                .isEqualTo(Kind.INVALID_CREDENTIALS);
    }

    @Test
    void sessionTokenThatAwsQuotesIsCutOut() throws IOException {
        var problem = ec2(
                RawServer.Answer.xml(
                        403,
                        ec2Error(
                                "SignatureDoesNotMatch",
                                "The signature does not match.\n\nThe Canonical String for this request should have been"
                                        + "\n'POST\n/\nx-amz-security-token:FwoGZXIvYXdzEBYaD'")),
                true);

        assertThat(problem.message()).isEqualTo("The signature does not match.");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 500, 501})
    void pageOfAForeignEndpointMeansNotOffered(int status) throws IOException {
        var html = RawServer.Answer.html(status, "<!doctype html><html><body>Internal Server Error</body></html>");

        assertThat(ec2(html, false).kind()).isEqualTo(Kind.NOT_OFFERED);
        assertThat(ec2(html, true).kind()).isNotEqualTo(Kind.NOT_OFFERED);
    }

    @ParameterizedTest
    @CsvSource({"400,UnsupportedOperation", "400,InvalidAction", "501,InternalFailure", "404,UnknownOperationException"
    })
    void codesOfAForeignEndpointMeanNotOffered(int status, String code) throws IOException {
        assertThat(ec2(RawServer.Answer.xml(status, ec2Error(code, "no")), false)
                        .kind())
                .isEqualTo(Kind.NOT_OFFERED);
    }

    @Test
    void trueErrorsOfAForeignEndpointStayWhatTheyAre() throws IOException {
        assertThat(ec2(RawServer.Answer.xml(500, ec2Error("InternalError", "x")), false)
                        .kind())
                .isEqualTo(Kind.SERVICE);
        assertThat(ec2(RawServer.Answer.xml(400, ec2Error("InvalidInstanceID.NotFound", "x")), false)
                        .kind())
                .isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void jsonErrorsAreReadAlike() throws IOException {
        var answer = RawServer.Answer.json(
                        400,
                        "{\"__type\":\"AccessDeniedException\",\"message\":\"not authorized to"
                                + " perform: logs:DescribeLogGroups on resource: *\"}")
                .with("x-amzn-RequestId", "req-2");
        var problem = of(answer, false, clients -> clients.factory.logs().describeLogGroups());

        assertThat(problem.kind()).isEqualTo(Kind.DENIED);
        assertThat(problem.missingAction()).isEqualTo("logs:DescribeLogGroups");
        assertThat(problem.requestId()).isEqualTo("req-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<DescribeInstancesResponse><reservationSet><item>", "no xml at all", "{\"a\":"})
    void brokenBodyIsMalformed(String body) throws IOException {
        assertThat(ec2(RawServer.Answer.xml(200, body), true).kind()).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void brokenJsonIsMalformed() throws IOException {
        var problem = of(RawServer.Answer.json(200, "{\"logGroups\": [{"), true, clients -> clients.factory
                .logs()
                .describeLogGroups());

        assertThat(problem.kind()).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void otherSideHangsUp() throws IOException {
        assertThat(ec2(RawServer.Answer.hangUp(), true).kind()).isEqualTo(Kind.NO_NETWORK);
    }

    @Test
    void silenceIsATimeout() throws IOException {
        var never = new CountDownLatch(1);
        try (var server = new RawServer((exchange, body) -> {
                    never.await(30, TimeUnit.SECONDS);
                    return RawServer.Answer.hangUp();
                });
                var clients = new TestClients(server.endpoint(), CLOCK)) {
            var thrown = Objects.requireNonNull(
                    catchThrowable(() -> clients.factory.ec2().describeInstances()));
            never.countDown();

            assertThat(new AwsProblems(CLOCK, true)
                            .problem("ec2:DescribeInstances", thrown)
                            .kind())
                    .isEqualTo(Kind.TIMEOUT);
        }
    }

    @Test
    void interruptIsACancellation() throws IOException, InterruptedException {
        var arrived = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        try (var server = new RawServer((exchange, body) -> {
                    arrived.countDown();
                    never.await(30, TimeUnit.SECONDS);
                    return RawServer.Answer.hangUp();
                });
                var clients = new TestClients(server.endpoint(), CLOCK)) {
            var thrown = new AtomicReference<Throwable>();
            var caller = Thread.ofVirtual()
                    .start(() -> thrown.set(
                            catchThrowable(() -> clients.factory.ec2().describeInstances())));
            assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
            caller.interrupt();
            assertThat(caller.join(Duration.ofSeconds(5))).isTrue();
            never.countDown();

            assertThat(new AwsProblems(CLOCK, true)
                            .problem("ec2:DescribeInstances", Objects.requireNonNull(thrown.get()))
                            .kind())
                    .isEqualTo(Kind.CANCELLED);
        }
    }

    @Test
    void nobodyListensIsNoNetwork() {
        try (var clients = new TestClients(URI.create("http://127.0.0.1:1"), CLOCK)) {
            var thrown = Objects.requireNonNull(
                    catchThrowable(() -> clients.factory.ec2().describeInstances()));
            var problem = new AwsProblems(CLOCK, true).problem("ec2:DescribeInstances", thrown);

            assertThat(problem.kind()).isEqualTo(Kind.NO_NETWORK);
            assertThat(problem.message()).contains("127.0.0.1");
        }
    }

    @Test
    void vetoKeepsItsName() throws IOException {
        var problem = of(RawServer.Answer.xml(200, ""), true, clients -> clients.factory
                .ec2()
                .terminateInstances(b -> b.instanceIds("i-1")));

        assertThat(problem.kind()).isEqualTo(Kind.VETOED);
        assertThat(problem.call()).isEqualTo("ec2:TerminateInstances");
    }

    @Test
    void faultsOfTheProgramAreCalledSo() {
        var mapper = new AwsProblems(CLOCK, true);

        assertThat(mapper.problem("x", new NullPointerException("oops")).kind()).isEqualTo(Kind.FAULT);
        assertThat(mapper.problem("x", new CompletionException(new InterruptedException()))
                        .kind())
                .isEqualTo(Kind.CANCELLED);
        assertThat(mapper.problem("x", new PermitTimeoutException("ec2:DescribeInstances", Duration.ofSeconds(20)))
                        .kind())
                .isEqualTo(Kind.THROTTLED);
    }

    /** This computer's clock is wrong by so much; the server's Date header is right. */
    private static Problem withClock(Duration wrong, String code, String message) throws IOException {
        try (var server = RawServer.always(RawServer.Answer.xml(403, ec2Error(code, message)));
                var clients = new TestClients(server.endpoint(), CLOCK)) {
            var thrown = Objects.requireNonNull(
                    catchThrowable(() -> clients.factory.ec2().describeInstances()));
            return new AwsProblems(() -> CLOCK.instant().plus(wrong), true).problem("ec2:DescribeInstances", thrown);
        }
    }

    private static Problem ec2(RawServer.Answer answer, boolean isAws) throws IOException {
        return of(answer, isAws, clients -> clients.factory.ec2().describeInstances());
    }

    private static Problem of(RawServer.Answer answer, boolean isAws, Consumer<TestClients> call) throws IOException {
        try (var server = RawServer.always(answer);
                var clients = new TestClients(server.endpoint(), CLOCK)) {
            var thrown = Objects.requireNonNull(catchThrowable(() -> call.accept(clients)));
            return new AwsProblems(CLOCK, isAws).problem("ec2:DescribeInstances", thrown);
        }
    }

    private static String ec2Error(String code, String message) {
        return "<Response><Errors><Error><Code>" + code + "</Code><Message>" + message
                + "</Message></Error></Errors><RequestID>req-1</RequestID></Response>";
    }
}
