package io.atalaya.deployment;

/**
 * A parameter group and whether the instance runs with what it says.
 *
 * @param status {@code in-sync}, {@code pending-reboot}, {@code applying}
 */
public record ParameterGroupUse(String name, String status) {}
