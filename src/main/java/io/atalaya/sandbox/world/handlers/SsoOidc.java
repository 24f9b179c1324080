package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.OperationRegistry;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Cloud;
import io.atalaya.sandbox.world.IdentityCenter;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenRequest;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientRequest;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientResponse;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationRequest;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationResponse;

/** The device flow of IAM Identity Center. */
final class SsoOidc {
    private static final String DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    /** A name that leads nowhere: no browser should carry a simulated code to AWS. */
    private static final String PAGE = "https://checkop.awsapps.example/start/#/device";

    private final IdentityCenter center;

    private SsoOidc(IdentityCenter center) {
        this.center = center;
    }

    static void register(OperationRegistry registry, Cloud cloud) {
        var oidc = new SsoOidc(cloud.identityCenter());
        Operations.global(registry, cloud, "sso-oauth")
                .on(
                        "RegisterClient",
                        RegisterClientRequest.class,
                        RegisterClientResponse.class,
                        (world, r, call) -> oidc.client(world, r))
                .on(
                        "StartDeviceAuthorization",
                        StartDeviceAuthorizationRequest.class,
                        StartDeviceAuthorizationResponse.class,
                        (world, r, call) -> oidc.start(world, r))
                .on(
                        "CreateToken",
                        CreateTokenRequest.class,
                        CreateTokenResponse.class,
                        (world, r, call) -> oidc.token(world, r));
    }

    private RegisterClientResponse client(World world, RegisterClientRequest r) {
        if (!"public".equals(r.clientType())) {
            throw fault(400, "InvalidClientMetadataException", "Only public clients can be registered");
        }
        IdentityCenter.Client client = center.register(world.now());
        return RegisterClientResponse.builder()
                .clientId(client.id())
                .clientSecret(client.secret())
                .clientIdIssuedAt(world.now().getEpochSecond())
                .clientSecretExpiresAt(client.expires().getEpochSecond())
                .build();
    }

    private StartDeviceAuthorizationResponse start(World world, StartDeviceAuthorizationRequest r) {
        checkClient(world.now(), r.clientId(), r.clientSecret());
        IdentityCenter.Device device = center.startDevice(world.now());
        return StartDeviceAuthorizationResponse.builder()
                .deviceCode(device.code())
                .userCode(device.userCode())
                .verificationUri(PAGE)
                .verificationUriComplete(PAGE + "?user_code=" + device.userCode())
                .expiresIn(seconds(world.now(), device.expires()))
                .interval(1)
                .build();
    }

    private CreateTokenResponse token(World world, CreateTokenRequest r) {
        checkClient(world.now(), r.clientId(), r.clientSecret());
        return switch (r.grantType()) {
            case DEVICE_GRANT -> device(world, r.deviceCode());
            case "refresh_token" ->
                answer(
                        world,
                        center.refresh(String.valueOf(r.refreshToken()), world.now())
                                .orElseThrow(() -> fault(
                                        400, "InvalidGrantException", "The refresh token is not valid any more")));
            default -> throw fault(400, "UnsupportedGrantTypeException", "No such grant: " + r.grantType());
        };
    }

    private CreateTokenResponse device(World world, @Nullable String deviceCode) {
        String code = String.valueOf(deviceCode);
        return switch (center.poll(code, world.now())) {
            case APPROVED -> answer(world, center.redeem(code, world.now()));
            case PENDING -> throw fault(400, "AuthorizationPendingException", "Nobody has approved it yet");
            case SLOW_DOWN -> throw fault(400, "SlowDownException", "The client asks too often");
            case EXPIRED -> throw fault(400, "ExpiredTokenException", "The device code has expired");
            case DENIED -> throw fault(400, "AccessDeniedException", "The request was denied in the browser");
            case UNKNOWN -> throw fault(400, "InvalidGrantException", "The device code is not known");
        };
    }

    private static CreateTokenResponse answer(World world, IdentityCenter.Token token) {
        return CreateTokenResponse.builder()
                .accessToken(token.access())
                .refreshToken(token.refresh())
                .tokenType("Bearer")
                .expiresIn(seconds(world.now(), token.expires()))
                .build();
    }

    private void checkClient(Instant now, String id, String secret) {
        if (!center.knows(id, secret, now)) {
            throw fault(401, "InvalidClientException", "The client is not registered");
        }
    }

    private static int seconds(Instant now, Instant until) {
        return Math.toIntExact(Duration.between(now, until).toSeconds());
    }

    private static WireFault fault(int status, String code, String message) {
        return new WireFault(status, code, message);
    }
}
