package io.atalaya.deployment.diagnosis;

import io.atalaya.deployment.ResourceRef;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was seen so far; what could not be looked at is not in it. Used by one thread. */
final class Seen {
    private final Map<Observation, Boolean> answers = new EnumMap<>(Observation.class);
    private final Map<Observation, ResourceRef> deciders = new EnumMap<>(Observation.class);

    /** Nothing where the answer is not known. */
    void put(Observation what, @Nullable Boolean is) {
        put(what, is, null);
    }

    /** @param by what decides it: the security group, the ACL, the file system */
    void put(Observation what, @Nullable Boolean is, @Nullable ResourceRef by) {
        if (is != null) {
            answers.put(what, is);
            if (by != null) {
                deciders.put(what, by);
            }
        }
    }

    boolean is(Observation what) {
        return Boolean.TRUE.equals(answers.get(what));
    }

    Map<Observation, Boolean> answers() {
        return Map.copyOf(answers);
    }

    Map<Observation, ResourceRef> deciders() {
        return Map.copyOf(deciders);
    }
}
