package io.atalaya.deployment.topology;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.ResourceRef;

/**
 * A part of a card that has paths of its own: a record of a zone, a rule of a listener.
 *
 * @param leads whether a path begins here; rows without one are the first to be collapsed
 */
public record Row(ResourceRef ref, String text, String detail, Condition condition, boolean leads) {}
