package io.atalaya.evidence.capsule;

import java.util.List;

/**
 * What a capsule holds, who made it and what came before it. This, in canonical form, is what is signed.
 *
 * @param share which of several of one capture
 * @param number in the chain of its key, from 1
 * @param previous SHA-256 of the manifest before it; {@link Sha256#NONE} for the first
 * @param key fingerprint of the key that signs
 */
public record Manifest(
        Facts facts,
        Share share,
        long number,
        String previous,
        String key,
        Stamping stamping,
        List<ManifestItem> items) {
    public Manifest {
        items = List.copyOf(items);
    }
}
