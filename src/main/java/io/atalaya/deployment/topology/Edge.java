package io.atalaya.deployment.topology;

import io.atalaya.deployment.ResourceRef;
import org.jspecify.annotations.Nullable;

/**
 * A way requests take.
 *
 * @param from key of a node, or of a cluster whose members all have it
 * @param row the row of the card it begins at; null for the card itself
 * @param to key of a node or of a cluster
 * @param count how many ways it stands for, more than 1 where it bundles those of a cluster
 */
public record Edge(String from, @Nullable ResourceRef row, String to, Flow flow, int count) {}
