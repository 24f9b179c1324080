package io.atalaya.deployment.compute;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Image;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.LaunchTemplateVersion;
import io.atalaya.deployment.Parts;
import org.jspecify.annotations.Nullable;

/**
 * Whether a machine runs the image it would be started from today.
 *
 * @param expectedImageId the image it should have; null when current or not judged
 */
public record ImageVerdict(Currency currency, @Nullable String expectedImageId) {
    /** How an instance's image stands to the newest. */
    public enum Currency {
        CURRENT,
        /** Its scaling group would start another image today. */
        BEHIND_TEMPLATE,
        /** A newer image of the same family exists, and nothing starts it. */
        NEWER_EXISTS,
        /** The image, the templates or the groups were not read, or the image belongs to somebody else. */
        UNKNOWN
    }

    private static final ImageVerdict CURRENT = new ImageVerdict(Currency.CURRENT, null);
    private static final ImageVerdict UNKNOWN = new ImageVerdict(Currency.UNKNOWN, null);

    /** Judges one instance. */
    public static ImageVerdict of(Instance instance, ComputeIndex index, ImageFamilies families) {
        if (instance.imageId() == null || !wasRead(index.deployment())) {
            return UNKNOWN;
        }
        var group = index.groupOf(instance.id());
        if (group != null) {
            var started = TemplateVersions.of(group, index)
                    .map(LaunchTemplateVersion::imageId)
                    .orElse(null);
            if (started != null && !started.equals(instance.imageId())) {
                return new ImageVerdict(Currency.BEHIND_TEMPLATE, started);
            }
        }
        var image = index.image(instance.imageId());
        if (image == null) {
            return UNKNOWN;
        }
        return families.newerThan(image)
                .map(Image::id)
                .map(newer -> new ImageVerdict(Currency.NEWER_EXISTS, newer))
                .orElse(CURRENT);
    }

    private static boolean wasRead(Deployment deployment) {
        return deployment.observed(Parts.IMAGES).value() != null
                && deployment.observed(Parts.SCALING_GROUPS).value() != null
                && deployment.observed(Parts.LAUNCH_TEMPLATES).value() != null;
    }
}
