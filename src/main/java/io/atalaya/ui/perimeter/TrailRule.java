package io.atalaya.ui.perimeter;

import org.jspecify.annotations.Nullable;

/**
 * One rule in one event of CloudTrail.
 *
 * @param resource id of the group or ACL
 * @param key of a group's rule; null for an ACL's entry, and where the event does not say which rule
 * @param egress of an ACL's entry
 * @param number of an ACL's entry; null for a group's rule
 */
record TrailRule(
        String resource,
        @Nullable RuleKey key,
        boolean egress,
        @Nullable Integer number,
        LastChange change) {}
