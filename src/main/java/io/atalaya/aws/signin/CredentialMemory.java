package io.atalaya.aws.signin;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What this process was given, so that a second region or window asks nobody again. In memory only: gone with the process.
 */
final class CredentialMemory {
    private final Map<CredentialSource, Fetched> credentials = new HashMap<>();
    private final Map<CredentialSource.SsoSettings, SsoToken> tokens = new HashMap<>();

    synchronized Optional<Fetched> fresh(CredentialSource source, Instant now) {
        return Optional.ofNullable(credentials.get(source)).filter(each -> each.isFresh(now));
    }

    synchronized void keep(CredentialSource source, Fetched fetched) {
        credentials.put(source, fetched);
    }

    synchronized void drop(CredentialSource source) {
        credentials.remove(source);
    }

    synchronized Optional<SsoToken> token(CredentialSource.SsoSettings sso) {
        return Optional.ofNullable(tokens.get(sso));
    }

    synchronized void keep(CredentialSource.SsoSettings sso, SsoToken token) {
        tokens.put(sso, token);
    }

    synchronized void drop(CredentialSource.SsoSettings sso) {
        tokens.remove(sso);
    }

    /** Until when a profile's own credentials are known to last. */
    synchronized Optional<Instant> knownUntil(String profile, Instant now) {
        return credentials.entrySet().stream()
                .filter(each -> each.getKey().profile().equals(profile)
                        && each.getValue().isValid(now))
                .map(each -> each.getValue().expiresAt())
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    /** Everything of a profile and of what it builds upon. */
    synchronized void forget(String profile) {
        var gone = credentials.keySet().stream()
                .filter(each -> each.profile().equals(profile))
                .toList();
        gone.forEach(credentials::remove);
        gone.forEach(this::forgetBase);
    }

    private void forgetBase(CredentialSource source) {
        switch (source) {
            case CredentialSource.Role role -> {
                credentials.remove(role.base());
                forgetBase(role.base());
            }
            case CredentialSource.IdentityCenter center -> tokens.remove(center.sso());
            default -> {}
        }
    }
}
