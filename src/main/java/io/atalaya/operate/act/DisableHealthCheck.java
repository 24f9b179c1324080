package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.util.Optional;

/** route53:UpdateHealthCheck: the checkers stop asking, and Route 53 takes the check for healthy whatever happens behind it. */
public record DisableHealthCheck(String healthCheckId) implements Operation {
    public DisableHealthCheck {
        Input.identifier(healthCheckId);
    }

    @Override
    public ResourceRef on() {
        return new ResourceRef(ResourceType.HEALTH_CHECK, healthCheckId);
    }

    @Override
    public AwsRequest request() {
        return AwsRequest.of(Service.ROUTE_53, "UpdateHealthCheck")
                .with("HealthCheckId", healthCheckId)
                .with("Disabled", true);
    }

    @Override
    public Settling settling() {
        return Watched.until(Parts.HEALTH_CHECKS, it -> it.id().equals(healthCheckId), it -> it.disabled());
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return Optional.of(new EnableHealthCheck(healthCheckId));
    }
}
