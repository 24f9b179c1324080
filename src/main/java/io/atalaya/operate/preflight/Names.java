package io.atalaya.operate.preflight;

import io.atalaya.deployment.Instance;
import java.util.Collection;
import java.util.stream.Collectors;

/** Names in a sentence. */
final class Names {
    private static final int SHOWN = 3;

    private Names() {}

    /** Members of a scaling group often have one name: {@code web (i-0123)}. */
    static String of(Instance instance) {
        return instance.name().equals(instance.id()) ? instance.id() : instance.name() + " (" + instance.id() + ")";
    }

    /** The first three, and how many more there are: {@code a, b, c +4}. */
    static String some(Collection<String> names) {
        var distinct = names.stream().distinct().toList();
        var first = distinct.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return distinct.size() > SHOWN ? first + " +" + (distinct.size() - SHOWN) : first;
    }
}
