package io.atalaya.ui;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import java.time.Instant;
import java.util.List;

/** A snapshot and the time at which it is looked at: what a view is made from. */
public record Moment(Deployment deployment, Instant now) {
    /** What grows with a deployment. */
    private static final List<Part<?>> MANY = List.of(Parts.INSTANCES, Parts.VOLUMES, Parts.TARGETS, Parts.RECORD_SETS);

    /** Up to here everything of a view is made in a few milliseconds. */
    private static final int SMALL = 400;

    /** What a view is to be made from now; on the screen's thread. */
    public static Moment of(ViewContext context) {
        return new Moment(context.deployment().getValue(), context.now().getValue());
    }

    /** Whether a view of it can be made between two frames. */
    public boolean isSmall() {
        return MANY.stream().mapToInt(part -> deployment.items(part).size()).sum() < SMALL;
    }
}
