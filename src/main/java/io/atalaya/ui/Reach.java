package io.atalaya.ui;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question that one view puts to another: who reaches this, or why does one not reach the other?
 *
 * @param from who begins; null for the internet
 * @param to who is reached; null for the internet
 * @param port of TCP; null for what answers there
 */
public record Reach(
        @Nullable ResourceRef from,
        @Nullable ResourceRef to,
        @Nullable Integer port) {
    /** Of what it can be asked. */
    public static final Set<ResourceType> ENDS = Set.of(
            ResourceType.INSTANCE,
            ResourceType.LOAD_BALANCER,
            ResourceType.LISTENER,
            ResourceType.DATABASE,
            ResourceType.DATABASE_CLUSTER,
            ResourceType.FILE_SYSTEM,
            ResourceType.MOUNT_TARGET,
            ResourceType.NAT_GATEWAY,
            ResourceType.VPC_ENDPOINT,
            ResourceType.NETWORK_INTERFACE,
            ResourceType.SUBNET,
            ResourceType.VPC);

    /** Who reaches this, on what answers there? */
    public static Reach of(ResourceRef to) {
        return new Reach(null, to, null);
    }

    /** A {@link View} that can answer it. */
    public interface Answers {
        /** Shows the answer. */
        void answer(Reach question);
    }
}
