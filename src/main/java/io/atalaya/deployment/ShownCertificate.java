package io.atalaya.deployment;

import java.time.Instant;
import java.util.List;

/**
 * The certificate that a host showed when it was asked, also where it was not accepted.
 *
 * @param subject as the certificate has it, RFC 2253
 * @param issuer likewise
 * @param names the DNS names and addresses it is for
 * @param troubles why it was not accepted; empty where it was
 */
public record ShownCertificate(
        String subject,
        String issuer,
        List<String> names,
        Instant notBefore,
        Instant notAfter,
        List<Trouble> troubles) {
    /** What can be wrong with it; several things can be. */
    public enum Trouble {
        EXPIRED("expired"),
        NOT_YET_VALID("not yet valid"),
        WRONG_NAME("for another name"),
        SELF_SIGNED("signed by itself"),
        UNKNOWN_AUTHORITY("of an unknown authority"),
        /** One of its chain is expired, signed with an algorithm that no longer counts, or not made for servers. */
        BAD_CHAIN("with a chain that does not hold");

        private final String words;

        Trouble(String words) {
            this.words = words;
        }

        /** As it follows "certificate". */
        public String words() {
            return words;
        }
    }

    public ShownCertificate {
        names = List.copyOf(names);
        troubles = List.copyOf(troubles);
    }
}
