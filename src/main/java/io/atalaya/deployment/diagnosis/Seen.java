package io.atalaya.deployment.diagnosis;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was seen so far; what could not be looked at is not in it. Used by one thread. */
final class Seen {
    private final Map<Observation, Boolean> answers = new EnumMap<>(Observation.class);

    /** Nothing where the answer is not known. */
    void put(Observation what, @Nullable Boolean is) {
        if (is != null) {
            answers.put(what, is);
        }
    }

    Map<Observation, Boolean> answers() {
        return Map.copyOf(answers);
    }
}
