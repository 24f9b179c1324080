package io.atalaya.deployment.topology;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Targets that stand together: the members of a scaling group in one subnet, or a subnet's instances of no group.
 *
 * @param group key of the scaling group's node; null for none
 * @param members keys of nodes, in order
 */
public record Cluster(String key, @Nullable String group, String title, Place place, List<String> members) {
    public Cluster {
        members = List.copyOf(members);
    }
}
