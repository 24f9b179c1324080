package io.atalaya.aws.signin;

import io.atalaya.connect.MfaQuestion;
import io.atalaya.connect.SignInStep;
import io.atalaya.deployment.Problem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.StsException;

/** Roles of STS. The SDK's own providers cannot ask for a multi-factor code. */
final class RoleCredentials {
    private static final int CODES = 10;

    private final InstantSource clock;
    private final Trouble trouble;

    RoleCredentials(InstantSource clock) {
        this.clock = clock;
        this.trouble = new Trouble(clock);
    }

    Fetched assume(CredentialSource.Role role, AwsCredentials base, Person person, SignInClients clients)
            throws InterruptedException {
        var serial = role.settings().mfaSerial();
        if (serial == null) {
            person.reached(SignInStep.Kind.GET_ROLE);
            return send(role, base, null, clients);
        }
        person.reached(SignInStep.Kind.MFA_CODE);
        String refusal = null;
        Instant refusedAt = null;
        for (int tries = 0; tries < CODES; tries++) {
            var code = person.mfaCode(new MfaQuestion(
                            role.profile(), serial, role.settings().roleArn(), refusal, refusedAt))
                    .strip();
            if (!code.matches("\\d{6}")) {
                refusal = "a code has six digits";
                refusedAt = clock.instant();
                continue;
            }
            try {
                return send(role, base, code, clients);
            } catch (StsException e) {
                if (!isAboutTheCode(e)) {
                    throw e;
                }
                refusal = e.awsErrorDetails().errorMessage();
                refusedAt = clock.instant();
            }
        }
        throw trouble.of(
                Kind.DENIED, "sts:AssumeRole", "ten codes were refused; check the clock of the device " + serial);
    }

    Fetched assume(CredentialSource.WebIdentity web, SignInClients clients) {
        String token;
        try {
            token = Files.readString(web.tokenFile()).strip();
        } catch (IOException e) {
            throw trouble.profile(
                    web.profile(),
                    "web_identity_token_file " + web.tokenFile() + " cannot be read; whoever issues the"
                            + " token has to write it again");
        }
        var settings = web.settings();
        var answer = clients.unsigned(clients.settings().region(), each -> each.sts()
                .assumeRoleWithWebIdentity(b -> b.roleArn(settings.roleArn())
                        .roleSessionName(sessionName(settings))
                        .durationSeconds(settings.durationSeconds())
                        .webIdentityToken(token)));
        return fetched(answer.credentials());
    }

    private Fetched send(
            CredentialSource.Role role, AwsCredentials base, @Nullable String code, SignInClients clients) {
        var settings = role.settings();
        var answer = clients.as(base, each -> each.sts().assumeRole(b -> {
            b.roleArn(settings.roleArn())
                    .roleSessionName(sessionName(settings))
                    .externalId(settings.externalId())
                    .durationSeconds(settings.durationSeconds());
            if (code != null) {
                b.serialNumber(settings.mfaSerial()).tokenCode(code);
            }
        }));
        return fetched(answer.credentials());
    }

    private Fetched fetched(Credentials given) {
        return new Fetched(
                AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken()),
                clock.instant(),
                given.expiration());
    }

    /** Whoever reads CloudTrail shall see which program it was. */
    private String sessionName(CredentialSource.RoleSettings settings) {
        var given = settings.sessionName();
        return given != null ? given : "atalaya-" + clock.instant().getEpochSecond();
    }

    /** AWS: "MultiFactorAuthentication failed with invalid MFA one time pass code", code AccessDenied. */
    private static boolean isAboutTheCode(StsException failure) {
        var details = failure.awsErrorDetails();
        return details != null
                && details.errorMessage() != null
                && details.errorMessage().contains("MultiFactorAuthentication failed");
    }
}
