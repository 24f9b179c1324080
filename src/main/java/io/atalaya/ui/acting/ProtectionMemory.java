package io.atalaya.ui.acting;

import io.atalaya.operate.run.Protection;
import io.atalaya.ui.LayoutMemory;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a person marked as protected, kept over restarts for all deployments. May be read on any thread. */
public final class ProtectionMemory {
    private static final String PROFILES = "protected.profiles";
    private static final String TAGS = "protected.tags";

    private final LayoutMemory memory;

    /** @param memory of the whole program, no single window's */
    public ProtectionMemory(LayoutMemory memory) {
        this.memory = memory;
    }

    public Protection get() {
        return new Protection(lines(PROFILES), lines(TAGS));
    }

    /** Marks everything that is reached through a profile, or no longer. */
    public void protect(String profile, boolean wanted) {
        var profiles = new LinkedHashSet<>(lines(PROFILES));
        if (wanted) {
            profiles.add(profile);
        } else {
            profiles.remove(profile);
        }
        memory.put(PROFILES, String.join("\n", profiles));
    }

    /** As they are typed: {@code key} or {@code key=value}, with commas between. */
    public String tags() {
        return String.join(", ", lines(TAGS));
    }

    public void protectTags(String typed) {
        memory.put(
                TAGS,
                typed.lines()
                        .flatMap(line -> java.util.Arrays.stream(line.split(",", -1)))
                        .map(String::strip)
                        .filter(Predicate.not(String::isEmpty))
                        .collect(Collectors.joining("\n")));
    }

    private Set<String> lines(String key) {
        return memory.get(key).orElse("").lines().filter(it -> !it.isBlank()).collect(Collectors.toSet());
    }
}
