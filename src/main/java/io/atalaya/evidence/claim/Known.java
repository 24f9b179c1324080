package io.atalaya.evidence.claim;

import io.atalaya.deployment.Deployment;
import java.time.Instant;

/**
 * What claims are judged by.
 *
 * @param now by this computer's clock
 * @param journal of this console's acts
 */
public record Known(Deployment deployment, Instant now, Journal journal) {
    /**
     * The state of the journal.
     *
     * @param kept whether there is one
     * @param lines that verify
     * @param intact whether all do
     */
    public record Journal(boolean kept, long lines, boolean intact) {}
}
