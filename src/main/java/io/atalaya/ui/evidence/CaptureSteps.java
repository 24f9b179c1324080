package io.atalaya.ui.evidence;

import java.util.concurrent.CancellationException;

/** Is told how far a capture has come, and may end it. Called on the capture's thread. */
@FunctionalInterface
public interface CaptureSteps {
    /** What a capture does, in this order. */
    enum Step {
        /** AWS is asked again for every list. */
        READING,
        /** Lists and claims are written. */
        WRITING,
        /** Views and lists are drawn. */
        DRAWING,
        /** Signed, stamped where that is wanted, and given its name: not to be called off any more. */
        SEALING
    }

    /**
     * @param done of so many
     * @throws CancellationException when nobody wants it any more
     */
    void at(Step step, int done, int of);

    /** Nobody looks. */
    static CaptureSteps unseen() {
        return (step, done, of) -> {};
    }
}
