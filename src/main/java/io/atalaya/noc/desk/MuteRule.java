package io.atalaya.noc.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What this desk keeps quiet: it is still watched, shown and counted. Says nothing to AWS.
 *
 * @param id unique over all consoles
 * @param scope what it covers
 * @param match an entry's key, a kind, or a resource's id; empty for everything
 * @param until when it ends by itself; null when it does not
 * @param why a person's words; empty when none
 * @param endedAt when it was taken back; null while it was not
 */
public record MuteRule(
        String id,
        Scope scope,
        String match,
        @Nullable Instant until,
        String by,
        Instant at,
        String why,
        @Nullable Instant endedAt) {
    /** What a rule covers. */
    public enum Scope {
        ENTRY,
        KIND,
        RESOURCE,
        EVERYTHING
    }

    /** Whether it is in force. */
    public boolean holds(Instant now) {
        return endedAt == null && (until == null || now.isBefore(until));
    }

    /** Whether it covers an entry, in force or not. */
    public boolean covers(Entry entry) {
        var on = entry.on();
        return switch (scope) {
            case ENTRY -> entry.key().equals(match);
            case KIND -> entry.kind().equals(match);
            case RESOURCE -> on != null && on.id().equals(match);
            case EVERYTHING -> true;
        };
    }

    MuteRule ended(Instant when) {
        return endedAt != null && !when.isBefore(endedAt)
                ? this
                : new MuteRule(id, scope, match, until, by, at, why, when);
    }
}
