package io.atalaya.deployment.reach;

import java.util.List;

/**
 * One way from one place to another: a resource with several interfaces, or a block over several routes, has several.
 *
 * @param there the steps of what is asked, in order; after a step that stops for want of a route, the steps that are known
 * @param back the steps of the answer, in order
 * @param passing what of it passes for sure
 */
public record Path(Point from, Point to, Verdict verdict, List<Hop> there, List<Hop> back, List<Passing> passing) {
    public Path {
        there = List.copyOf(there);
        back = List.copyOf(back);
        passing = List.copyOf(passing);
    }
}
