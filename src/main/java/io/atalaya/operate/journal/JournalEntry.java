package io.atalaya.operate.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal.
 *
 * @param at by this computer's clock, UTC
 * @param kind what it tells
 * @param operation the id that intent and outcome of one act share
 * @param act the act's own name: {@code StopInstance}
 * @param action what IAM calls it: {@code ec2:StopInstances}
 * @param account twelve digits, or empty where it is not known
 * @param region AWS's name of it, or empty
 * @param endpoint of another server than AWS; null at AWS
 * @param caller the ARN that acts
 * @param resource the id or ARN acted on
 * @param cli the same act as an AWS CLI command
 * @param preflight the consequences as they were shown before the confirmation
 * @param verdict how it ended; null while that is not known
 * @param detail AWS's words for the verdict, or what was found; may be empty
 * @param requestIds AWS's, of the requests that were sent
 * @param tookMillis from the request to the verdict; null in an intent, and where a crash hid it
 * @param arguments what the act was given, as JSON, so that it can be looked for after a crash; empty in lines of programs that
 *     did not keep it
 * @param process the running console that wrote it, {@code pid@seconds} of its start, so that an act of a console that still
 *     runs is not taken for one that a crash left; empty in lines of programs that did not keep it
 */
public record JournalEntry(
        Instant at,
        Kind kind,
        String operation,
        String act,
        String action,
        String account,
        String region,
        @Nullable String endpoint,
        String caller,
        String resource,
        String cli,
        List<String> preflight,
        @Nullable Verdict verdict,
        String detail,
        List<String> requestIds,
        @Nullable Long tookMillis,
        String arguments,
        String process) {
    /** What a line tells. */
    public enum Kind {
        /** It was confirmed and is about to be sent. */
        INTENT,
        /** How it ended. */
        OUTCOME,
        /** An intent without an outcome, found after a crash, was settled by looking at AWS. */
        SETTLED,
        /** Somebody decided something here that sends nothing to AWS: intent and outcome in one. */
        NOTED
    }

    /** How an act ended. */
    public enum Verdict {
        /** AWS accepted it and the resource reached the state that was wanted. */
        DONE,
        /** AWS accepted it; the state had not settled when watching ended. */
        ACCEPTED,
        /** AWS refused it: nothing changed. */
        REFUSED,
        /** This console did not send it: nothing changed. */
        NOT_SENT,
        /** AWS accepted it and the resource ended in another state. */
        FAILED,
        /** The request may have left and no answer came, and looking does not tell. */
        UNKNOWN;

        /** Of its words. */
        public String key() {
            return "operate.verdict." + name();
        }
    }

    public JournalEntry {
        preflight = List.copyOf(preflight);
        requestIds = List.copyOf(requestIds);
    }

    /** The line that closes this intent. */
    public JournalEntry closed(
            Kind how,
            Instant when,
            Verdict verdict,
            String detail,
            List<String> requestIds,
            @Nullable Long tookMillis) {
        return new JournalEntry(
                when,
                how,
                operation,
                act,
                action,
                account,
                region,
                endpoint,
                caller,
                resource,
                cli,
                preflight,
                verdict,
                detail,
                requestIds,
                tookMillis,
                arguments,
                process);
    }
}
