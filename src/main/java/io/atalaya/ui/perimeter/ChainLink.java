package io.atalaya.ui.perimeter;

import io.atalaya.deployment.reach.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One leg of a request's way through the deployment.
 *
 * @param verdict of all its members together; null where it is no matter of rules, as of DNS
 * @param members how many were asked, and how many are reached
 * @param asked the question that shows it best: the first that fails; null where there is none
 */
record ChainLink(
        String from,
        String to,
        String traffic,
        @Nullable Verdict verdict,
        int members,
        int reached,
        @Nullable Asked asked) {}
