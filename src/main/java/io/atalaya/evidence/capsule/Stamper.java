package io.atalaya.evidence.capsule;

import java.io.IOException;

/** An authority that says when something was there (RFC 3161). */
public interface Stamper {
    /** Its address. */
    String authority();

    /**
     * Its answer, in DER.
     *
     * @throws IOException when it gives none that is one for these bytes
     */
    byte[] stamp(byte[] bytes) throws IOException;
}
