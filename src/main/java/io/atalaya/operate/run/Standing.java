package io.atalaya.operate.run;

import io.atalaya.deployment.Problem;
import io.atalaya.operate.journal.JournalEntry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an act stands at one moment.
 *
 * @param detail AWS's own words for what is seen; may be empty
 * @param verdict null until it has ended
 * @param problem why it was not sent or not accepted, or that its outcome could not be written down; null when all is well
 * @param requestIds AWS's; empty before the answer
 * @param took from the request to the verdict; null until it has ended, and when nothing was sent
 */
public record Standing(
        Phase phase,
        String detail,
        JournalEntry.@Nullable Verdict verdict,
        @Nullable Problem problem,
        List<String> requestIds,
        @Nullable Duration took) {
    /** What is being done. */
    public enum Phase {
        /** The intent is being put on disk. */
        WRITING,
        /** The request is under way. */
        SENDING,
        /** AWS has answered; the resource is being watched until it settles. */
        WATCHING,
        /** There is a verdict. */
        ENDED
    }

    public Standing {
        requestIds = List.copyOf(requestIds);
    }

    static Standing of(Phase phase) {
        return new Standing(phase, "", null, null, List.of(), null);
    }

    /** The same, seen in another state. */
    Standing seen(String words) {
        return new Standing(phase, words, verdict, problem, requestIds, took);
    }
}
