package io.atalaya.deployment;

/**
 * One part of a deployment: what one source reads and one list of the model holds. The constants are in {@link Parts}.
 *
 * @param id stable, for settings and tests
 * @param itemType what it holds
 */
public record Part<T>(String id, Class<T> itemType) {}
