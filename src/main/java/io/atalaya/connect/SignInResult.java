package io.atalaya.connect;

import io.atalaya.deployment.Problem;

/** How signing in ended. */
public sealed interface SignInResult {
    /** Signed in; whoever asked closes the session. */
    record Connected(Session session) implements SignInResult {}

    /** Not signed in; the problem's message has the next step. */
    record Failed(Problem problem) implements SignInResult {}
}
