package io.atalaya.noc.desk;

import io.atalaya.deployment.ResourceRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong now, as a source says. Plain data, so that whatever watches can raise one.
 *
 * @param key the same while the trouble is the same: what it is and about what
 * @param kind what sort of trouble, for runbook and acts: {@code ALARM}, {@code TARGET_UNHEALTHY}, {@code item.cpu}
 * @param what the sentence
 * @param on the resource; null where it is about none
 * @param where the resource in words: {@code AUTOChOp us-east-1d}; empty where it is about none
 * @param source what it was read from: the id of a {@code Part}, or of whatever else looks
 * @param parent key of the signal it is a child of (an alarm of a composite alarm); null where it stands alone
 * @param since when it began, as the source says; null where the source does not say
 * @param evidenceAt when the source was asked for the answer this rests on
 * @param sees false where the source cannot tell now: the signal is then the last that is known
 */
public record Signal(
        String key,
        String kind,
        Severity severity,
        Words what,
        @Nullable ResourceRef on,
        String where,
        String source,
        @Nullable String parent,
        @Nullable Instant since,
        Instant evidenceAt,
        boolean sees) {

    /** The same, told by a source that has gone blind. */
    public Signal blind() {
        return new Signal(key, kind, severity, what, on, where, source, parent, since, evidenceAt, false);
    }
}
