package io.atalaya.noc.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Containers that must run. Each host must go on running those that it was seen with, and each of {@code expected} must run
 * somewhere, as soon as the deployment publishes metrics of containers at all.
 *
 * @param namespace of the metrics of containers
 * @param running 1 or more while the container runs
 * @param healthy less than 1 while it runs and is not healthy; null where nobody publishes that
 * @param dimension the dimension that names the container
 * @param expected names of containers
 * @param recipe which snippet of the catalogue makes it arrive; null for none
 */
public record ContainersSource(
        PlaceKind at,
        Glob namespace,
        String running,
        @Nullable String healthy,
        String dimension,
        List<String> expected,
        @Nullable String recipe)
        implements ItemSource {
    public ContainersSource {
        expected = List.copyOf(expected);
    }
}
