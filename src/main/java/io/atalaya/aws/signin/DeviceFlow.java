package io.atalaya.aws.signin;

import io.atalaya.aws.ProblemException;
import io.atalaya.aws.signin.CredentialSource.IdentityCenter;
import io.atalaya.connect.DeviceApproval;
import io.atalaya.deployment.Problem.Kind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.model.AccessDeniedException;
import software.amazon.awssdk.services.ssooidc.model.AuthorizationPendingException;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;
import software.amazon.awssdk.services.ssooidc.model.ExpiredTokenException;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientResponse;
import software.amazon.awssdk.services.ssooidc.model.SlowDownException;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationResponse;

/** The device authorization of OAuth (RFC 8628): a code is shown, somebody approves it in the browser, meanwhile AWS is asked. */
final class DeviceFlow {
    private static final String CLIENT = "Atalaya";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Pause pause;
    private final InstantSource clock;
    private final Trouble trouble;

    DeviceFlow(Pause pause, InstantSource clock) {
        this.pause = pause;
        this.clock = clock;
        this.trouble = new Trouble(clock);
    }

    SsoToken sign(IdentityCenter source, Person person, SignInClients clients) throws InterruptedException {
        var region = source.sso().region();
        var client = clients.unsigned(region, each -> register(each.ssoOidc(), source));
        var device = clients.unsigned(
                region, each -> each.ssoOidc().startDeviceAuthorization(b -> b.clientId(client.clientId())
                        .clientSecret(client.clientSecret())
                        .startUrl(source.sso().startUrl())));
        var until = clock.instant().plusSeconds(device.expiresIn());
        person.approveInBrowser(new DeviceApproval(source.profile(), device.userCode(), page(device), until));
        return poll(source, client, device, until, clients);
    }

    SsoToken refresh(IdentityCenter source, SsoToken.Refresh refresh, SignInClients clients) {
        var answer = clients.unsigned(
                source.sso().region(), each -> each.ssoOidc().createToken(b -> b.clientId(refresh.clientId())
                        .clientSecret(refresh.clientSecret())
                        .grantType("refresh_token")
                        .refreshToken(refresh.refreshToken())));
        return token(answer, refresh.clientId(), refresh.clientSecret());
    }

    private static RegisterClientResponse register(SsoOidcClient client, IdentityCenter source) {
        return client.registerClient(b -> {
            b.clientName(CLIENT).clientType("public");
            if (!source.sso().scopes().isEmpty()) {
                b.scopes(source.sso().scopes());
            }
        });
    }

    private static URI page(StartDeviceAuthorizationResponse device) {
        var complete = device.verificationUriComplete();
        return URI.create(complete == null ? device.verificationUri() : complete);
    }

    private SsoToken poll(
            IdentityCenter source,
            RegisterClientResponse client,
            StartDeviceAuthorizationResponse device,
            Instant until,
            SignInClients clients)
            throws InterruptedException {
        var asked = device.interval();
        var interval = asked == null || asked <= 0 ? INTERVAL : Duration.ofSeconds(asked);
        while (clock.instant().isBefore(until)) {
            pause.pause(interval);
            try {
                var answer = clients.unsigned(
                        source.sso().region(), each -> each.ssoOidc().createToken(b -> b.clientId(client.clientId())
                                .clientSecret(client.clientSecret())
                                .grantType(GRANT)
                                .deviceCode(device.deviceCode())));
                return token(answer, client.clientId(), client.clientSecret());
            } catch (SlowDownException e) {
                interval = interval.plusSeconds(5); // RFC 8628, 3.5
            } catch (AuthorizationPendingException e) {
                continue;
            } catch (ExpiredTokenException e) {
                throw late(source);
            } catch (AccessDeniedException e) {
                throw trouble.of(Kind.DENIED, "sso-oauth:CreateToken", "the request was refused in the browser");
            }
        }
        throw late(source);
    }

    private ProblemException late(IdentityCenter source) {
        return trouble.needsPerson(
                source.profile(),
                "nobody approved the request of profile " + source.profile() + " in time; sign in again");
    }

    private SsoToken token(CreateTokenResponse answer, String clientId, String clientSecret) {
        var seconds = answer.expiresIn();
        var until = clock.instant().plusSeconds(seconds == null ? 3600 : seconds);
        var refresh = answer.refreshToken() == null
                ? null
                : new SsoToken.Refresh(answer.refreshToken(), clientId, clientSecret);
        return new SsoToken(answer.accessToken(), until, refresh);
    }
}
