package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.util.Optional;

/** route53:UpdateHealthCheck: the checkers ask again. */
public record EnableHealthCheck(String healthCheckId) implements Operation {
    public EnableHealthCheck {
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
                .with("Disabled", false);
    }

    @Override
    public Settling settling() {
        return Watched.until(Parts.HEALTH_CHECKS, it -> it.id().equals(healthCheckId), it -> !it.disabled());
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return Optional.of(new DisableHealthCheck(healthCheckId));
    }
}
