package io.atalaya.deployment.compute;

import io.atalaya.deployment.Image;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which images are successive copies of the same machine. AWS has no such notion: two images of one owner belong together
 * when they were made from the same instance, or when their names differ only in the date or number at the end.
 */
public final class ImageFamilies {
    private static final Pattern TRAILING_VERSION = Pattern.compile("(?:[-_. ]*v?\\d[\\d._:TZtz-]*)+$");
    private static final int SHORTEST_STEM = 3;

    private final Map<String, List<Image>> byKey = new HashMap<>();

    public ImageFamilies(List<Image> images) {
        for (var image : images) {
            keys(image)
                    .forEach(key -> byKey.merge(
                            key, List.of(image), (left, right) -> Stream.concat(left.stream(), right.stream())
                                    .toList()));
        }
    }

    /** The name without the date, number or version it ends with, in lower case; empty when nothing telling is left. */
    public static String stem(String name) {
        var stem = TRAILING_VERSION.matcher(name).replaceFirst("").toLowerCase(Locale.ROOT);
        return stem.length() < SHORTEST_STEM ? "" : stem;
    }

    /** What an image shares with its family: up to two keys. */
    static List<String> keys(Image image) {
        var stem = stem(image.name());
        return Stream.of(
                        image.sourceInstanceId() == null ? "" : "made from " + image.sourceInstanceId(),
                        stem.isEmpty() ? "" : "named " + image.ownerId() + "/" + stem)
                .filter(key -> !key.isEmpty())
                .toList();
    }

    /** The newest available image of the family that is newer than this one; empty when this one is the newest. */
    public Optional<Image> newerThan(Image image) {
        var made = image.createdAt();
        if (made == null) {
            return Optional.empty();
        }
        return keys(image).stream()
                .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                .filter(each -> each.ownerId().equals(image.ownerId()))
                .filter(each -> "available".equals(each.state()))
                .filter(each -> each.createdAt() != null && each.createdAt().isAfter(made))
                .max(Comparator.comparing(Image::createdAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder())));
    }
}
