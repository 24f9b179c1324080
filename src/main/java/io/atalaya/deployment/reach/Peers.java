package io.atalaya.deployment.reach;

import io.atalaya.deployment.Parts;
import org.jspecify.annotations.Nullable;

/**
 * Who each of two places is to the groups of the other.
 *
 * @param references whether rules may name the other's groups on this way
 * @param transit the transit gateway between them; null where there is none
 */
record Peers(
        NetworkIndex index,
        Place from,
        Place to,
        boolean references,
        @Nullable String transit) {
    GroupFilter.Peer source() {
        return peer(from);
    }

    GroupFilter.Peer target() {
        return peer(to);
    }

    private GroupFilter.Peer peer(Place place) {
        if (!place.inside()) {
            return GroupFilter.Peer.STRANGER;
        }
        if (place.nic() == null) {
            // where not all interfaces were read, some host there may have any group
            return new GroupFilter.Peer(
                    index.read(Parts.NETWORK_INTERFACES) ? java.util.List.of() : null, references, transit);
        }
        return new GroupFilter.Peer(place.groups(), references, transit);
    }
}
