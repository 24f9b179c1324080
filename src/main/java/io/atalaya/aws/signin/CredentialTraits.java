package io.atalaya.aws.signin;

import io.atalaya.aws.signin.CredentialSource.IdentityCenter;
import io.atalaya.connect.Profile;
import io.atalaya.connect.Renewal;
import io.atalaya.connect.SignInMethod;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What follows from where credentials come from. */
final class CredentialTraits {
    private CredentialTraits() {}

    static SignInMethod method(CredentialSource source) {
        return switch (source) {
            case CredentialSource.Keys keys -> {
                if (keys.profile().equals(Profile.ENVIRONMENT)) {
                    yield SignInMethod.ENVIRONMENT;
                }
                yield isSession(keys) ? SignInMethod.SESSION_KEY : SignInMethod.ACCESS_KEY;
            }
            case CredentialSource.Role role -> asksForCode(role) ? SignInMethod.ROLE_MFA : SignInMethod.ROLE;
            case IdentityCenter center -> SignInMethod.IDENTITY_CENTER;
            case CredentialSource.Program program -> SignInMethod.PROCESS;
            case CredentialSource.WebIdentity web -> SignInMethod.WEB_IDENTITY;
            case CredentialSource.Metadata metadata -> SignInMethod.METADATA;
            case CredentialSource.Local local -> SignInMethod.SANDBOX;
        };
    }

    /**
     * How the credentials go on.
     *
     * @param ssoUntil when the Identity Center sign-in below ends; empty when there is none
     * @param expiresAt of the credentials themselves
     */
    static Renewal renewal(CredentialSource source, Optional<Instant> ssoUntil, @Nullable Instant expiresAt) {
        if (source instanceof CredentialSource.Keys keys) {
            return isSession(keys) ? Renewal.ELSEWHERE : Renewal.NOT_NEEDED;
        }
        if (asksForCode(source)) {
            return Renewal.PERSON;
        }
        if (rootOf(source) instanceof CredentialSource.Keys keys && isSession(keys)) {
            return Renewal.ELSEWHERE;
        }
        if (ssoUntil.isPresent() && expiresAt != null && ssoUntil.get().isBefore(expiresAt)) {
            return Renewal.PERSON;
        }
        return expiresAt == null ? Renewal.NOT_NEEDED : Renewal.AUTOMATIC;
    }

    /** Whether a code is asked for anywhere in the chain. */
    static boolean asksForCode(CredentialSource source) {
        return source instanceof CredentialSource.Role role
                && (role.settings().mfaSerial() != null || asksForCode(role.base()));
    }

    /** Where the chain begins. */
    static CredentialSource rootOf(CredentialSource source) {
        return source instanceof CredentialSource.Role role ? rootOf(role.base()) : source;
    }

    static Optional<IdentityCenter> identityCenter(CredentialSource source) {
        return rootOf(source) instanceof IdentityCenter center ? Optional.of(center) : Optional.empty();
    }

    private static boolean isSession(CredentialSource.Keys keys) {
        return keys.credentials() instanceof software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
    }
}
