package io.atalaya.deployment;

/** Names one resource of a deployment: enough to find it again in the next snapshot. */
public record ResourceRef(ResourceType type, String id) {}
