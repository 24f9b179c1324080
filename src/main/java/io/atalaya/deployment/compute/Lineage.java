package io.atalaya.deployment.compute;

import java.util.List;

/**
 * How one kind of machine comes to be: base instance, images, launch template versions, scaling groups, instances.
 *
 * @param name what people call it: that of its scaling group, else of its newest image
 * @param steps by column, in the order above; images newest first
 * @param olderImages how many more images of the family exist that nothing uses
 */
public record Lineage(String name, List<LineageStep> steps, List<LineageLink> links, int olderImages) {
    public Lineage {
        steps = List.copyOf(steps);
        links = List.copyOf(links);
    }

    /** Steps of one column. */
    public <T extends LineageStep> List<T> column(Class<T> kind) {
        return steps.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Whether everything that serves was started from the newest image. */
    public boolean current() {
        return links.stream().allMatch(LineageLink::current);
    }
}
