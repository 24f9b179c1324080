package io.atalaya.noc.desk;

import java.time.Instant;

/**
 * What a person said, and when. Of two the later one stands; two of the same moment are told apart by their writer, so that
 * all consoles of a team agree.
 *
 * @param at never before anything the person could see: a console whose clock is behind does not lose against what it answers
 * @param by the person
 */
public record Stamped<T>(T value, Instant at, String by) {
    /** The one that stands. */
    static <T> Stamped<T> later(Stamped<T> one, Stamped<T> other) {
        int order = one.at.compareTo(other.at);
        if (order == 0) {
            order = one.by.compareTo(other.by);
        }
        if (order == 0) {
            order = one.value.toString().compareTo(other.value.toString());
        }
        return order >= 0 ? one : other;
    }
}
