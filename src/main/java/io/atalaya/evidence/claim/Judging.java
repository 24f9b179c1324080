package io.atalaya.evidence.claim;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** The look that every claim takes at a list: what was not read cannot be told. */
final class Judging {
    private Judging() {}

    /** Whether all of a list is there, by the newest attempt. */
    static <T> boolean read(Deployment deployment, Part<T> part) {
        Observed<Listing<T>> observed = deployment.observed(part);
        var listing = observed.value();
        return listing != null && listing.complete() && observed.problem() == null;
    }

    /** A point for each list that is not all there. */
    static List<Point> unread(Deployment deployment, Collection<Part<?>> parts) {
        return parts.stream()
                .filter(it -> !read(deployment, it))
                .map(it -> Point.unknown(it.id(), "not read"))
                .toList();
    }

    /** A point for each item; none where the list was not read, which {@link Claim} says. */
    static <T> List<Point> each(Deployment deployment, Part<T> part, Function<T, Point> judge) {
        return every(deployment, part, it -> List.of(judge.apply(it)));
    }

    static <T> List<Point> every(Deployment deployment, Part<T> part, Function<T, List<Point>> judge) {
        var points = new ArrayList<Point>();
        if (read(deployment, part)) {
            deployment.items(part).forEach(it -> points.addAll(judge.apply(it)));
        }
        return points;
    }
}
