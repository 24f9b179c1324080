package io.atalaya.deployment;

/**
 * A share of the requests an action forwards.
 */
public record WeightedTargetGroup(String targetGroupArn, int weight) {}
