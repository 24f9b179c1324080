package io.atalaya.deployment.diagnosis;

import io.atalaya.deployment.ResourceRef;
import java.time.Instant;

/**
 * Somebody changed a security group, a network ACL or a route table.
 *
 * @param at AWS's time
 * @param event {@code RevokeSecurityGroupIngress}
 * @param who the caller's name; empty where AWS itself did it
 */
public record Changed(ResourceRef resource, Instant at, String event, String who) {}
