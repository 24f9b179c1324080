package io.atalaya.evidence.claim;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The look that every claim takes at a list: what was not read cannot be told. */
final class Judging {
    private Judging() {}

    /** A point for each item; one that nothing can be told where the list was not read. */
    static <T> List<Point> each(Deployment deployment, Part<T> part, Function<T, Point> judge) {
        return every(deployment, part, it -> List.of(judge.apply(it)));
    }

    static <T> List<Point> every(Deployment deployment, Part<T> part, Function<T, List<Point>> judge) {
        Observed<Listing<T>> observed = deployment.observed(part);
        var listing = observed.value();
        if (listing == null || !listing.complete() || observed.problem() != null) {
            return List.of(Point.unknown(part.id(), "not read"));
        }
        var points = new ArrayList<Point>();
        listing.items().forEach(it -> points.addAll(judge.apply(it)));
        return points;
    }
}
