package io.atalaya.evidence.verify;

import java.util.List;

/**
 * What was found of several files.
 *
 * @param capsules in the order they were named
 * @param chain what is wrong between them
 */
public record Verification(List<Checked> capsules, List<Fault> chain, Verdict verdict) {
    public Verification {
        capsules = List.copyOf(capsules);
        chain = List.copyOf(chain);
    }
}
