package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import java.time.Duration;
import java.util.Set;

/**
 * How an act is watched until its state settles.
 *
 * @param parts what to ask for while watching; only answers that were asked for after the request left count
 * @param patience how long AWS usually needs at most; afterwards the verdict is that it was accepted and is still under way
 * @param look at two moments
 */
public record Settling(Set<Part<?>> parts, Duration patience, Look look) {
    /** Judges by what is seen. */
    @FunctionalInterface
    public interface Look {
        /**
         * @param before the deployment when the act was confirmed; after a crash, an empty one
         * @param now the newest
         */
        Progress at(Deployment before, Deployment now);
    }

    /** Where it stands. */
    public enum Phase {
        UNDER_WAY,
        DONE,
        FAILED
    }

    /**
     * @param detail AWS's own words: a state, a status reason; may be empty
     */
    public record Progress(Phase phase, String detail) {
        public static Progress underWay(String detail) {
            return new Progress(Phase.UNDER_WAY, detail);
        }

        public static Progress done(String detail) {
            return new Progress(Phase.DONE, detail);
        }

        public static Progress failed(String detail) {
            return new Progress(Phase.FAILED, detail);
        }
    }

    public Settling {
        parts = Set.copyOf(parts);
    }

    /** For what goes on after AWS's answer where the model does not show it: accepted is all that can be said. */
    public static Settling unseen() {
        return new Settling(Set.of(), Duration.ZERO, (before, now) -> Progress.underWay(""));
    }

    /** For what AWS has done when it answers, and of which nothing is to be seen in the model. */
    public static Settling atOnce() {
        return new Settling(Set.of(), Duration.ZERO, (before, now) -> Progress.done(""));
    }
}
