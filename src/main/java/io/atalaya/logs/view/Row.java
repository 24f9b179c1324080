package io.atalaya.logs.view;

import io.atalaya.logs.Level;
import io.atalaya.logs.Origin;
import io.atalaya.logs.ledger.Gap;

/** One row of a log. */
public sealed interface Row {
    /** Where it stands in time, milliseconds since the epoch. */
    long at();

    /**
     * An event.
     *
     * @param id of the event in its session; stays while the event is kept
     * @param group its ARN
     * @param text the beginning of the message, at most {@link LogView#ROW_CHARS} characters, not cleaned: may hold anything
     * @param length of the whole message in UTF-8 bytes
     * @param folded how many further events of the stream continue it and are not rows of their own
     * @param standing whether it passes the filter itself
     * @param doubtful the sweep did not find it where it should be
     */
    record Event(
            long id,
            long at,
            long ingested,
            String group,
            String stream,
            Level level,
            Origin origin,
            String text,
            long length,
            int folded,
            Standing standing,
            boolean doubtful)
            implements Row {}

    /** A span in which something was missed. */
    record Missing(Gap gap) implements Row {
        @Override
        public long at() {
            return gap.from();
        }
    }

    /** Why an event is a row. */
    enum Standing {
        /** It passes the filter. */
        PASSES,
        /** It stands beside one that does. */
        AROUND
    }
}
