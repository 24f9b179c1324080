package io.atalaya.deployment.topology;

import org.jspecify.annotations.Nullable;

/**
 * Where a thing is in the network; null where it is in none, or in all of them.
 *
 * @param cluster instances that stand together: those of one scaling group in one subnet
 */
public record Place(
        @Nullable String vpcId,
        @Nullable String zone,
        @Nullable String subnetId,
        @Nullable String cluster) {
    static final Place NOWHERE = new Place(null, null, null, null);

    static Place inVpc(@Nullable String vpcId) {
        return new Place(vpcId, null, null, null);
    }
}
