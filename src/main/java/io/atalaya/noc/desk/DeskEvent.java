package io.atalaya.noc.desk;

import java.time.Instant;

/**
 * Something that happened at the desk, kept for the hand-over of the shift.
 *
 * @param at by the clock of the console that tells it
 * @param console which console of the team tells it
 * @param key of the entry; of the rule where it is about a mute
 * @param opened which trouble of that key: when the entry began
 * @param severity of the entry then
 * @param by the person; empty where nobody did it
 * @param text a person's words, the other person of a hand-over, the moment of a snooze (ISO 8601); empty where there is none
 */
public record DeskEvent(
        Instant at,
        String console,
        Kind kind,
        String key,
        Instant opened,
        Severity severity,
        Words what,
        String where,
        String by,
        String text) {
    /** What happened. */
    public enum Kind {
        APPEARED,
        WORSENED,
        BETTERED,
        FLAPPED,
        /** Its source cannot see any more. */
        BLINDED,
        SIGHTED,
        /** Over, and somebody knew. */
        RECOVERED,
        RECOVERED_UNSEEN,
        ACKNOWLEDGED,
        TAKEN,
        HANDED_OVER,
        NOTED,
        SEEN,
        SNOOZED,
        UNSNOOZED,
        /** A snooze ended by itself. */
        CAME_BACK,
        MUTED,
        UNMUTED;

        /** Whether a person did it. */
        public boolean byPerson() {
            return switch (this) {
                case ACKNOWLEDGED, TAKEN, HANDED_OVER, NOTED, SEEN, SNOOZED, UNSNOOZED, MUTED, UNMUTED -> true;
                default -> false;
            };
        }
    }
}
