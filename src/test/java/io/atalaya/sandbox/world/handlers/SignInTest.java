package io.atalaya.sandbox.world.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.AccessKey;
import io.atalaya.sandbox.world.Asker;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sso.model.GetRoleCredentialsRequest;
import software.amazon.awssdk.services.sso.model.GetRoleCredentialsResponse;
import software.amazon.awssdk.services.sso.model.ListAccountsRequest;
import software.amazon.awssdk.services.sso.model.ListAccountsResponse;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenRequest;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientRequest;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientResponse;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationRequest;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationResponse;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Roles, codes and the device flow. */
class SignInTest {
    private static final String MFA = "arn:aws:iam::111122223333:mfa/m.rojas";

    private final Asker aws = Asker.calm();
    private final AccessKey user = aws.cloud().identity().userKey("m.rojas");

    @Test
    void aRoleIsTakenAndTellsWhoItIs() {
        var role = aws.as(user.accessKeyId()).ask(role("AtalayaOperator").build(), AssumeRoleResponse.class);
        assertThat(role.credentials().expiration())
                .isEqualTo(aws.clock().instant().plus(Duration.ofHours(1)));
        var who = aws.as(role.credentials().accessKeyId())
                .ask(GetCallerIdentityRequest.builder().build(), GetCallerIdentityResponse.class);
        assertThat(who.arn()).isEqualTo("arn:aws:sts::111122223333:assumed-role/AtalayaOperator/m.rojas");
    }

    @Test
    void aCodeIsTakenOnceAndNotAWrongOne() {
        aws.as(user.accessKeyId());
        assertThat(faultOf(() -> aws.ask(role("AtalayaOperatorMfa").build(), AssumeRoleResponse.class)))
                .isEqualTo("AccessDenied");
        String code = aws.cloud().identity().codeOf(MFA, aws.clock().instant());
        var request =
                role("AtalayaOperatorMfa").serialNumber(MFA).tokenCode(code).build();
        String wrong = code.equals("000000") ? "000001" : "000000";
        assertThat(faultOf(() -> aws.ask(request.toBuilder().tokenCode(wrong).build(), AssumeRoleResponse.class)))
                .isEqualTo("AccessDenied");
        assertThat(aws.ask(request, AssumeRoleResponse.class).credentials().sessionToken())
                .isNotBlank();
        assertThat(faultOf(() -> aws.ask(request, AssumeRoleResponse.class))).isEqualTo("AccessDenied");
        aws.clock().advance(Duration.ofSeconds(31));
        String next = aws.cloud().identity().codeOf(MFA, aws.clock().instant());
        assertThat(aws.ask(request.toBuilder().tokenCode(next).build(), AssumeRoleResponse.class)
                        .assumedRoleUser()
                        .arn())
                .endsWith("AtalayaOperatorMfa/m.rojas");
    }

    @Test
    void chainsAreOneHourLongAtMost() {
        var first = aws.as(user.accessKeyId()).ask(role("AtalayaOperator").build(), AssumeRoleResponse.class);
        aws.as(first.credentials().accessKeyId());
        assertThat(faultOf(() ->
                        aws.ask(role("AtalayaOperator").durationSeconds(7200).build(), AssumeRoleResponse.class)))
                .isEqualTo("ValidationError");
        assertThat(faultOf(() -> aws.ask(role("AtalayaAudit").build(), AssumeRoleResponse.class)))
                .as("needs its external id")
                .isEqualTo("AccessDenied");
        assertThat(aws.ask(role("AtalayaAudit").externalId("atalaya").build(), AssumeRoleResponse.class)
                        .assumedRoleUser()
                        .arn())
                .contains("AtalayaAudit");
    }

    @Test
    void aDeviceIsApprovedAfterSomePolls() {
        CreateTokenRequest poll = device();
        aws.cloud().identityCenter().slowDown(1);
        assertThat(faultOf(() -> aws.ask(poll, CreateTokenResponse.class))).isEqualTo("SlowDownException");
        assertThat(faultOf(() -> aws.ask(poll, CreateTokenResponse.class))).isEqualTo("AuthorizationPendingException");
        assertThat(faultOf(() -> aws.ask(poll, CreateTokenResponse.class))).isEqualTo("AuthorizationPendingException");
        String token = aws.ask(poll, CreateTokenResponse.class).accessToken();
        assertThat(aws.ask(ListAccountsRequest.builder().accessToken(token).build(), ListAccountsResponse.class)
                        .accountList())
                .extracting(a -> a.accountId())
                .contains("111122223333");
        var role = aws.ask(
                        GetRoleCredentialsRequest.builder()
                                .accessToken(token)
                                .accountId("111122223333")
                                .roleName("AtalayaOperator")
                                .build(),
                        GetRoleCredentialsResponse.class)
                .roleCredentials();
        assertThat(aws.as(role.accessKeyId())
                        .ask(GetCallerIdentityRequest.builder().build(), GetCallerIdentityResponse.class)
                        .arn())
                .contains("assumed-role/AWSReservedSSO_AtalayaOperator_");
        aws.clock().advance(Duration.ofHours(9));
        assertThat(faultOf(() ->
                        aws.ask(ListAccountsRequest.builder().accessToken(token).build(), ListAccountsResponse.class)))
                .isEqualTo("UnauthorizedException");
    }

    @Test
    void aDeviceNobodyApprovesExpires() {
        aws.cloud().identityCenter().approveAfter(0);
        CreateTokenRequest poll = device();
        assertThat(faultOf(() -> aws.ask(poll, CreateTokenResponse.class))).isEqualTo("AuthorizationPendingException");
        aws.clock().advance(Duration.ofMinutes(11));
        assertThat(faultOf(() -> aws.ask(poll, CreateTokenResponse.class))).isEqualTo("ExpiredTokenException");
    }

    private CreateTokenRequest device() {
        var client = aws.ask(
                RegisterClientRequest.builder()
                        .clientName("atalaya")
                        .clientType("public")
                        .build(),
                RegisterClientResponse.class);
        var device = aws.ask(
                StartDeviceAuthorizationRequest.builder()
                        .clientId(client.clientId())
                        .clientSecret(client.clientSecret())
                        .startUrl("https://checkop.awsapps.example/start")
                        .build(),
                StartDeviceAuthorizationResponse.class);
        return CreateTokenRequest.builder()
                .clientId(client.clientId())
                .clientSecret(client.clientSecret())
                .grantType("urn:ietf:params:oauth:grant-type:device_code")
                .deviceCode(device.deviceCode())
                .build();
    }

    private static AssumeRoleRequest.Builder role(String name) {
        return AssumeRoleRequest.builder()
                .roleArn("arn:aws:iam::111122223333:role/" + name)
                .roleSessionName("m.rojas");
    }

    private static String faultOf(ThrowingCallable call) {
        WireFault[] seen = new WireFault[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(WireFault.class, f -> seen[0] = f);
        return seen[0].code();
    }
}
