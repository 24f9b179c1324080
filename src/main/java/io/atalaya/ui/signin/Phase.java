package io.atalaya.ui.signin;

import io.atalaya.connect.DeviceApproval;
import io.atalaya.connect.MfaQuestion;
import io.atalaya.deployment.Problem;

/** How far signing in is. Each is drawn as a state of its own. */
public sealed interface Phase {
    /** Nothing runs. */
    record Idle() implements Phase {}

    /** Runs, nobody is needed. */
    record Working() implements Phase {}

    /** AWS waits for a code. */
    record Code(MfaQuestion question) implements Phase {}

    /** AWS waits for somebody to approve in the browser. */
    record Browser(DeviceApproval approval) implements Phase {}

    record Failed(Problem problem) implements Phase {}

    /** Whether something runs that can be stopped. */
    default boolean running() {
        return this instanceof Working || this instanceof Code || this instanceof Browser;
    }
}
