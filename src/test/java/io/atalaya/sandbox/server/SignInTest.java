package io.atalaya.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.atalaya.sandbox.server.fault.FaultPlan;
import io.atalaya.sandbox.server.route.AwsService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

@Timeout(60)
class SignInTest {
    private static final AccessKeys KEYS = (id, token) -> switch (id) {
        case "AKIAGOOD" -> new AccessKeys.Known(TestParts.MARTA);
        case "ASIATEMPORARY" ->
            token.equals(Optional.of("its-token")) ? new AccessKeys.Known(TestParts.MARTA) : new AccessKeys.Unknown();
        case "ASIAOLD" -> new AccessKeys.Expired();
        default -> new AccessKeys.Unknown();
    };

    @ParameterizedTest
    @CsvSource({
        "EC2, AKIANOBODY, AuthFailure, 401",
        "EC2, ASIAOLD, RequestExpired, 400",
        "RDS, AKIANOBODY, InvalidClientTokenId, 403",
        "RDS, ASIAOLD, ExpiredToken, 403",
        "ROUTE_53, AKIANOBODY, InvalidClientTokenId, 403",
        "ROUTE_53, ASIAOLD, ExpiredToken, 403",
        "LOGS, AKIANOBODY, UnrecognizedClientException, 400",
        "LOGS, ASIAOLD, ExpiredTokenException, 400",
        "EFS, AKIANOBODY, UnrecognizedClientException, 403",
        "EFS, ASIAOLD, ExpiredTokenException, 403",
    })
    void turnsAwayInTheServicesWords(AwsService service, String key, String code, int status) {
        AwsServiceException refused = refused(service, AwsBasicCredentials.create(key, "secret"));

        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
        assertThat(refused.statusCode()).isEqualTo(status);
    }

    @Test
    void temporaryKeyNeedsItsOwnToken() {
        try (var server = SandboxServer.start(TestParts.with(identity(), KEYS, new FaultPlan()));
                var right = clients(server, AwsSessionCredentials.create("ASIATEMPORARY", "secret", "its-token"))) {
            assertThat(sts(right).getCallerIdentity().arn()).isEqualTo("ASIATEMPORARY in us-east-1");
        }
        AwsServiceException wrong =
                refused(AwsService.STS, AwsSessionCredentials.create("ASIATEMPORARY", "secret", "another"));
        assertThat(wrong.awsErrorDetails().errorCode()).isEqualTo("InvalidClientTokenId");
    }

    @Test
    void webIdentityNeedsNoSignature() {
        try (var server = SandboxServer.start(TestParts.with(identity(), KEYS, new FaultPlan()));
                var nobody = clients(server, AwsBasicCredentials.create("AKIANOBODY", "secret"))) {
            var answer = sts(nobody)
                    .assumeRoleWithWebIdentity(request ->
                            request.roleArn("arn").roleSessionName("s").webIdentityToken("t"));
            assertThat(answer.subjectFromWebIdentityToken()).isEqualTo("sub");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "STS, 10, SignatureDoesNotMatch, Signature expired: ",
        "STS, -10, SignatureDoesNotMatch, Signature not yet current: ",
        "LOGS, 10, InvalidSignatureException, Signature expired: ",
        "EC2, 10, RequestExpired, Request has expired.",
    })
    void clockTenMinutesWrongIsSaid(AwsService service, int minutes, String code, String message) {
        Instant server = Instant.now().plus(Duration.ofMinutes(minutes));
        var parts = TestParts.at(identity(), Clock.fixed(server, ZoneOffset.UTC));

        AwsServiceException refused = refused(service, parts, AwsBasicCredentials.create("AKIAGOOD", "secret"));

        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
        assertThat(refused.awsErrorDetails().errorMessage()).startsWith(message);
    }

    @ParameterizedTest
    @CsvSource({
        "EC2, MissingAuthenticationToken",
        "LOGS, MissingAuthenticationTokenException",
        "EFS, MissingAuthenticationTokenException",
    })
    void unsignedCallsAreRefusedInTheServicesWords(AwsService service, String code) {
        AwsServiceException refused = refused(service, TestParts.of(identity()), null);

        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void fourMinutesOffIsForgiven() {
        Instant now = Instant.now().plus(Duration.ofMinutes(4));
        try (var server = SandboxServer.start(TestParts.at(identity(), Clock.fixed(now, ZoneOffset.UTC)));
                var clients = clients(server, AwsBasicCredentials.create("AKIAGOOD", "secret"))) {
            assertThat(sts(clients).getCallerIdentity().arn()).startsWith("AKIAGOOD");
        }
    }

    private static AwsServiceException refused(AwsService service, AwsCredentials credentials) {
        return refused(service, TestParts.with(identity(), KEYS, new FaultPlan()), credentials);
    }

    private static AwsServiceException refused(
            AwsService service, ServerParts parts, @Nullable AwsCredentials credentials) {
        try (var server = SandboxServer.start(parts);
                var clients = clients(server, credentials)) {
            return catchThrowableOfType(AwsServiceException.class, () -> Discovery.callSomeRead(service, clients));
        }
    }

    private static SdkClients clients(SandboxServer server, @Nullable AwsCredentials credentials) {
        return new SdkClients(server.endpoint(), credentials);
    }

    private static StsClient sts(SdkClients clients) {
        return clients.client(AwsService.STS, StsClient.class);
    }

    private static OperationRegistry identity() {
        var registry = new OperationRegistry();
        registry.on(
                "sts",
                "GetCallerIdentity",
                GetCallerIdentityRequest.class,
                GetCallerIdentityResponse.class,
                (request, call) -> GetCallerIdentityResponse.builder()
                        .arn(call.accessKeyId() + " in " + call.region())
                        .build());
        registry.on(
                "sts",
                "AssumeRoleWithWebIdentity",
                AssumeRoleWithWebIdentityRequest.class,
                AssumeRoleWithWebIdentityResponse.class,
                (request, call) -> AssumeRoleWithWebIdentityResponse.builder()
                        .subjectFromWebIdentityToken("sub")
                        .build());
        return registry;
    }
}
