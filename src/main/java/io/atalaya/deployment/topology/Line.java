package io.atalaya.deployment.topology;

import io.atalaya.deployment.State;
import org.jspecify.annotations.Nullable;

/**
 * A line on a card: something at the left, something at the right.
 *
 * @param left a message key where {@code keyed}, else text of AWS
 * @param mono whether the left is an id or address
 * @param state draws the line in the colour of a state; null for none
 */
public record Line(
        String left,
        boolean keyed,
        boolean mono,
        String right,
        @Nullable State state) {
    static Line id(String left, String right) {
        return new Line(left, false, true, right, null);
    }

    static Line text(String left, String right) {
        return new Line(left, false, false, right, null);
    }

    static Line keyed(String key, String right) {
        return new Line("topology.line." + key, true, false, right, null);
    }

    static Line state(String left, String right, State state) {
        return new Line(left, false, false, right, state);
    }
}
