package io.atalaya.ui.noc;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import io.atalaya.noc.desk.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the desk as it is drawn.
 *
 * @param what the sentence
 * @param detail why, or what follows; may be empty
 * @param where the resource in words; may be empty
 * @param lasted {@code 2 min 17 s}, or that it is held
 * @param times {@code 14:01:20}, or from and to
 * @param note a person's words; empty for none
 * @param owner the sentence about who has it
 * @param calling whether it asks for attention: nobody acknowledged, muted or put it aside
 * @param newest whether it is the one whose button is filled
 * @param blind whether it is only last known
 * @param muteId the rule that keeps it quiet; null for none
 * @param runbook what to do; empty where nobody wrote it
 * @param below the alarms that a composite alarm rings because of; each is shown with it, not by itself
 * @param offers what can be done about it, best first
 */
public record DeskRow(
        String key,
        String kind,
        Severity severity,
        State state,
        boolean blind,
        boolean held,
        String what,
        String detail,
        String where,
        String lasted,
        String times,
        String note,
        String owner,
        boolean acknowledged,
        boolean calling,
        boolean newest,
        @Nullable String muteId,
        @Nullable ResourceRef on,
        String runbook,
        List<Below> below,
        List<Offer> offers) {
    /**
     * One line under an entry.
     *
     * @param hollow whether it is over again, or only last known
     */
    public record Below(
            State state,
            boolean hollow,
            String what,
            String lasted,
            @Nullable ResourceRef on) {}

    /** What a person can do about an entry. The first ones are buttons, all are in the menu. */
    public enum Offer {
        ACKNOWLEDGE,
        MARK_SEEN,
        UNMUTE,
        UNSNOOZE,
        TAKE,
        HAND_OVER,
        NOTE,
        SNOOZE,
        MUTE,
        OPEN;

        /** {@code noc.desk.offer.ACKNOWLEDGE}. */
        public String key() {
            return "noc.desk.offer." + name();
        }
    }

    public DeskRow {
        below = List.copyOf(below);
        offers = List.copyOf(offers);
    }
}
