package io.atalaya.ui.perimeter;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.SecurityRule;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a group or an entry of an ACL, as a sentence and as its parts.
 *
 * @param key what tells it from the other rules of its group or ACL
 * @param slot its place: whose it is, and the how manieth. Rows stay in their order by it, because order is what decides
 * @param number of an ACL's entry, {@code *} for the last; the place in the group from 1 otherwise
 * @param sentence {@code Anyone may reach TCP 443}
 * @param peer name of the other side; may be empty
 * @param address block or id of the other side
 * @param standing whether it is allowed, refused, or gone
 * @param changed who touched it last, as far as it is known; null where nobody knows
 * @param rule of a group; null for an ACL's entry and for one that is gone
 * @param entry of an ACL; null for a group's
 */
record RuleRow(
        String key,
        String slot,
        String number,
        boolean inbound,
        String sentence,
        String peer,
        String address,
        String traffic,
        String description,
        String ruleId,
        Standing standing,
        @Nullable LastChange changed,
        @Nullable SecurityRule rule,
        @Nullable AclEntry entry) {
    /** What the rule does now. */
    enum Standing {
        ALLOWS,
        REFUSES,
        /** It was there while this console looked, and no more. */
        GONE
    }

    /** Everything a person may type to find it. */
    String words() {
        return String.join("\n", sentence, peer, address, traffic, description, ruleId);
    }
}
