package io.atalaya.ui.balancing;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.balancing.Registration;
import org.jspecify.annotations.Nullable;

/**
 * What a person has selected: what acts are offered for.
 *
 * @param resource a balancer, listener, rule or target group; for a target its instance, or its group where it is none
 * @param registration the target; null where no target is selected
 */
public record Selected(ResourceRef resource, @Nullable Registration registration) {}
