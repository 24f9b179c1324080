package io.atalaya.deployment;

/**
 * Where a volume hangs.
 */
public record VolumeAttachment(String instanceId, String device, String state, boolean deleteOnTermination) {}
