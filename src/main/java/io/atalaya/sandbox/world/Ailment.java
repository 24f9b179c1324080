package io.atalaya.sandbox.world;

import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;

/**
 * Why an instance that runs does not pass its health checks.
 *
 * @param reason AWS's code, e.g. {@code Target.Timeout}
 * @param description AWS's sentence, e.g. {@code Request timed out}
 */
public record Ailment(TargetHealthReasonEnum reason, String description) {
    public static final Ailment TIMEOUT = new Ailment(TargetHealthReasonEnum.TARGET_TIMEOUT, "Request timed out");
}
