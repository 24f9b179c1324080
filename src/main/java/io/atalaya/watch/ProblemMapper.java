package io.atalaya.watch;

import io.atalaya.deployment.Problem;

/** Makes a {@link Problem} of whatever a reader threw. Implemented in {@code aws}. */
@FunctionalInterface
public interface ProblemMapper {
    /**
     * @param call what was asked, as IAM names it, where the throwable does not say
     */
    Problem problem(String call, Throwable thrown);
}
