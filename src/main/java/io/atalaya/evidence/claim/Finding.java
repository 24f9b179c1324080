package io.atalaya.evidence.claim;

import java.util.List;
import java.util.Objects;

/** A claim and what was found. */
public record Finding(Claim claim, List<Point> points) {
    /** Whether a claim is true. */
    public enum Verdict {
        PASS,
        FAIL,
        CANNOT_TELL
    }

    public Finding {
        points = List.copyOf(points);
    }

    /** One that does not hold fails it, whatever else cannot be told; of nothing nothing can be told. */
    public Verdict verdict() {
        if (points.stream().anyMatch(it -> Boolean.FALSE.equals(it.holds()))) {
            return Verdict.FAIL;
        }
        return points.isEmpty() || points.stream().map(Point::holds).anyMatch(Objects::isNull)
                ? Verdict.CANNOT_TELL
                : Verdict.PASS;
    }
}
