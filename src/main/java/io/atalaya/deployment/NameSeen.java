package io.atalaya.deployment;

import java.time.Instant;
import java.util.List;

/**
 * What the name servers of this computer answer for a name: DNS as seen from here. No AWS API is behind it.
 *
 * @param name without the final dot
 * @param outcome whether there was an answer
 * @param data addresses or names; empty unless there was one
 * @param detail why there was none, in the words of the resolver; empty otherwise
 * @param at when it was asked
 */
public record NameSeen(String name, String recordType, Outcome outcome, List<String> data, String detail, Instant at) {
    /** How a question to DNS can end. */
    public enum Outcome {
        ANSWERED,
        /** The name, or records of that type at it, do not exist: an answer too. */
        NOT_THERE,
        /** Nobody answered in time, or the answer was an error. */
        NO_ANSWER
    }

    public NameSeen {
        data = List.copyOf(data);
    }
}
