package io.atalaya.noc.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person does at the desk. None of it says anything to AWS. */
public sealed interface PersonAct {
    /** The person: the role's session name, or whatever the team calls its people. */
    String by();

    /**
     * It is known, and silent from now on. Who acknowledges what nobody owns, owns it.
     *
     * @param seen what the person saw on the screen: had it become worse in the meantime, that is not acknowledged
     */
    record Acknowledge(String key, String by, Severity seen) implements PersonAct {}

    /** "Mine." */
    record Take(String key, String by) implements PersonAct {}

    /**
     * "Yours."
     *
     * @param to the other person; empty: nobody's again
     */
    record HandOver(String key, String by, String to) implements PersonAct {}

    /** @param text replaces the former one; empty: none any more */
    record Note(String key, String by, String text) implements PersonAct {}

    /** What recovered while nobody looked may go. */
    record MarkSeen(String key, String by) implements PersonAct {}

    /** Put aside until a moment, or until it gets worse. */
    record Snooze(String key, String by, Instant until) implements PersonAct {}

    record Unsnooze(String key, String by) implements PersonAct {}

    /**
     * Keep quiet about something.
     *
     * @param id of the new rule, unique over all consoles ({@code UUID.randomUUID()})
     * @param match see {@link MuteRule#match()}
     * @param until null: until it is taken back
     */
    record Mute(
            String id,
            String by,
            MuteRule.Scope scope,
            String match,
            @Nullable Instant until,
            String why) implements PersonAct {}

    /** @param id of the rule */
    record Unmute(String id, String by) implements PersonAct {}
}
