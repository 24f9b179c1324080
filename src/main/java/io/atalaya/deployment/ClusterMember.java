package io.atalaya.deployment;

/**
 * An instance as its cluster sees it.
 *
 * @param parameterStatus of the cluster's parameter group in this instance: {@code in-sync}, {@code pending-reboot}
 * @param promotionTier 0 to 15, the lowest is promoted first
 */
public record ClusterMember(String databaseId, boolean writer, String parameterStatus, int promotionTier) {}
