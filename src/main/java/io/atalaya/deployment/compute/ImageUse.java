package io.atalaya.deployment.compute;

import io.atalaya.deployment.Image;
import io.atalaya.deployment.Instance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An image and who uses it.
 *
 * @param system inside; null where nothing tells
 * @param base the machine it was made from; null where AWS does not say, or it is gone
 * @param newest the newest available one of its family; null when it is the newest itself
 * @param startedBy names of scaling groups that start it today
 * @param instances how many machines run it
 */
public record ImageUse(
        Image image,
        @Nullable OperatingSystem system,
        @Nullable Instance base,
        @Nullable Image newest,
        List<String> startedBy,
        int instances) {
    public ImageUse {
        startedBy = List.copyOf(startedBy);
    }
}
