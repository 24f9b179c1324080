package io.atalaya.deployment.compute;

/**
 * From one step to the next.
 *
 * @param from key of a step
 * @param to key of a step
 * @param current false where what stands at its end is not the newest
 */
public record LineageLink(String from, String to, boolean current) {}
