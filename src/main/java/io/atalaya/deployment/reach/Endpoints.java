package io.atalaya.deployment.reach;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.VpcEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint is that a route names. EC2 writes both kinds alike, {@code vpce-...}: the way to a service, which takes what is
 * sent to it, and the way to the appliances of a Gateway Load Balancer, which take everything and do with it what cannot be seen.
 */
final class Endpoints {
    private final NetworkIndex index;

    Endpoints(NetworkIndex index) {
        this.index = index;
    }

    /** Whether it is known to be the way to a service. */
    boolean service(@Nullable String id) {
        var endpoint = find(id);
        return endpoint != null && endpoint.kind().equals("Gateway");
    }

    /** Whether it is known to be the way to a service, and carries traffic. */
    boolean carries(@Nullable String id) {
        var endpoint = find(id);
        return endpoint != null && service(id) && endpoint.state().equals("available");
    }

    /** Why nothing can be told of what is sent to one that is not known to be the way to a service. */
    Doubt doubt(@Nullable String id) {
        if (find(id) == null) {
            var unread = index.doubt(Parts.VPC_ENDPOINTS);
            return unread == null ? Doubt.of(Doubt.Kind.RESOURCE_MISSING, id) : unread;
        }
        return Doubt.of(Doubt.Kind.APPLIANCE, id);
    }

    static @Nullable ResourceRef ref(@Nullable String id) {
        return id == null ? null : new ResourceRef(ResourceType.VPC_ENDPOINT, id);
    }

    private @Nullable VpcEndpoint find(@Nullable String id) {
        return index.find(VpcEndpoint.class, ResourceType.VPC_ENDPOINT, id);
    }
}
