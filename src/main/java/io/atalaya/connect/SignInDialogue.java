package io.atalaya.connect;

import java.util.List;
import java.util.Optional;

/**
 * The person on the other side of a sign-in. Called on the thread that signs in, never on the JavaFX thread. To cancel at any
 * moment interrupt that thread: the sign-in ends with a problem of kind CANCELLED.
 */
public interface SignInDialogue {
    /** What will happen, before the first of it does; called again when it turns out otherwise. */
    void planned(List<SignInStep> steps);

    /** Step {@code index} of the last plan begins; all before it are done. */
    void began(int index);

    /**
     * Asks for a code and waits for the person; asked again with the refusal when AWS does not take it.
     *
     * @return six digits; empty to cancel
     */
    Optional<String> mfaCode(MfaQuestion question) throws InterruptedException;

    /** Shows the code and opens the browser; returns at once. The sign-in goes on asking AWS whether it was approved. */
    void approveInBrowser(DeviceApproval approval);
}
