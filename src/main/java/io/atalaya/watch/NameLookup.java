package io.atalaya.watch;

import io.atalaya.deployment.NameSeen;

/** Asks the name servers that this computer uses. */
@FunctionalInterface
public interface NameLookup {
    /**
     * Asks once, for a few seconds at the most; whatever comes of it is an answer, also that there was none.
     *
     * @param name without the final dot
     * @param recordType {@code A AAAA CNAME NS}
     */
    NameSeen ask(String name, String recordType);
}
