package io.atalaya.ui.evidence;

import io.atalaya.evidence.claim.Finding;
import java.nio.file.Path;
import java.util.List;

/**
 * A capsule that was made.
 *
 * @param capsule its id
 * @param number in the chain
 * @param key fingerprint of the key that signed
 */
public record Captured(
        Path file, String capsule, long number, String key, List<Finding> findings, int pictures, int items) {
    public Captured {
        findings = List.copyOf(findings);
    }

    /** How many claims came out so. */
    long count(Finding.Verdict verdict) {
        return findings.stream().filter(it -> it.verdict() == verdict).count();
    }
}
