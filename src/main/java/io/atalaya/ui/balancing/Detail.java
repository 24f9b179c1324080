package io.atalaya.ui.balancing;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import io.atalaya.deployment.diagnosis.Remedy;
import io.atalaya.ui.Reach;
import io.atalaya.ui.common.Seen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of what is selected; of everything where nothing is.
 *
 * @param id of what is selected; empty where nothing is
 * @param seen its state; null where nothing is selected
 * @param points sentences, the most important first
 * @param facts what it is
 */
record Detail(String title, String id, @Nullable Seen seen, List<Point> points, List<Fact> facts) {
    /**
     * One sentence with what it means or asks for.
     *
     * @param measure how well it fits, in words; empty where nothing is weighed
     * @param leadsTo what a click shows; null for nothing
     * @param helps acts that may mend it, the mildest first
     * @param way whose path shows what is in the way; null where it is no matter of a path
     */
    record Point(
            State state,
            String title,
            String text,
            String measure,
            @Nullable ResourceRef leadsTo,
            List<Remedy> helps,
            @Nullable Reach way) {
        Point {
            helps = List.copyOf(helps);
        }

        static Point of(State state, String title, String text) {
            return new Point(state, title, text, "", null, List.of(), null);
        }
    }

    /** One line: {@code Health check} and {@code GET :8080/health}. */
    record Fact(String label, String value) {}

    Detail {
        points = List.copyOf(points);
        facts = List.copyOf(facts);
    }
}
