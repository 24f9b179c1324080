package io.atalaya.deployment.reach;

import io.atalaya.deployment.Parts;
import org.jspecify.annotations.Nullable;

/**
 * Who each of two places is to the groups of the other.
 *
 * @param references whether rules may name the other's groups on this way
 * @param perhaps why they may though it is not known; null where it is
 */
record Peers(
        NetworkIndex index,
        Place from,
        Place to,
        boolean references,
        @Nullable Doubt perhaps) {
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
                    index.read(Parts.NETWORK_INTERFACES) ? java.util.List.of() : null, references, perhaps);
        }
        return new GroupFilter.Peer(place.groups(), references, perhaps);
    }
}
