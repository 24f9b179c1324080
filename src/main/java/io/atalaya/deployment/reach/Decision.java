package io.atalaya.deployment.reach;

import io.atalaya.deployment.address.Extent;

/**
 * One rule and what of the question it decides.
 *
 * @param allows false where it denies
 * @param extent addresses of the other side and ports (of the client, where the hop is of the way back) of what was asked
 */
public record Decision(Rule rule, boolean allows, Extent extent) {}
