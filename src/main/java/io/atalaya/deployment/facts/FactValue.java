package io.atalaya.deployment.facts;

import io.atalaya.deployment.ResourceRef;
import java.time.Instant;
import java.util.List;

/** What a fact says; the screen turns it into text of the user's language and time zone. */
public sealed interface FactValue {
    /** AWS's own text. */
    record Text(String text) implements FactValue {}

    /** A moment, shown in local time with its age. */
    record Moment(Instant at) implements FactValue {}

    /** Our own words: a message key with its arguments. */
    record Words(String key, List<Object> arguments) implements FactValue {
        public Words {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Another resource.
     *
     * @param text its name, or what is known of it where it was not read
     */
    record Link(ResourceRef to, String text) implements FactValue {}
}
