package io.atalaya.deployment;

/**
 * What an alias record stands for.
 */
public record AliasTarget(String dnsName, String hostedZoneId, boolean evaluatesHealth) {}
