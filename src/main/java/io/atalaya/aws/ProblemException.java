package io.atalaya.aws;

import io.atalaya.deployment.Problem;

/** A problem that is understood where it happens, on its way to whoever shows it. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
