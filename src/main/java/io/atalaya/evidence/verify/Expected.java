package io.atalaya.evidence.verify;

import io.atalaya.evidence.capsule.Link;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor knows from elsewhere.
 *
 * @param key fingerprint of the key that must have signed; null when any may
 * @param chain all capsules that must be there; null when that is not known
 * @param authorities those of which every capsule must have a time stamp; empty when any counts, and none as well
 * @param notAwsToo whether what was not made at AWS counts as well
 */
public record Expected(
        @Nullable String key, @Nullable List<Link> chain, List<X509Certificate> authorities, boolean notAwsToo) {
    public Expected {
        chain = chain == null ? null : List.copyOf(chain);
        authorities = List.copyOf(authorities);
    }

    /** Nothing. */
    public static Expected nothing() {
        return new Expected(null, null, List.of(), false);
    }
}
