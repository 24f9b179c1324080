package io.atalaya.operate.preflight;

import io.atalaya.operate.act.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the rules found. Keys are given without {@code operate.preflight.}. */
final class Findings {
    private static final String PREFIX = "operate.preflight.";

    private final List<Consequence> consequences = new ArrayList<>();
    private boolean nothingBringsItBack;

    void note(String key, Object... arguments) {
        add(Severity.NOTE, key, arguments);
    }

    void caution(String key, Object... arguments) {
        add(Severity.CAUTION, key, arguments);
    }

    void danger(String key, Object... arguments) {
        add(Severity.DANGER, key, arguments);
    }

    /** Something that nothing brings back: to be confirmed by typing the name. */
    void lost(String key, Object... arguments) {
        danger(key, arguments);
        nothingBringsItBack = true;
    }

    void blocked(String key, Object... arguments) {
        add(Severity.BLOCKED, key, arguments);
    }

    private void add(Severity severity, String key, Object... arguments) {
        consequences.add(new Consequence(severity, PREFIX + key, List.of(arguments), null));
    }

    /** What was found elsewhere; nothing of it is of the kind that nothing brings back. */
    void addAll(List<Consequence> others) {
        consequences.addAll(others);
    }

    /** With an act that could go first and helps; empty where none can. */
    void offering(Severity severity, Optional<Operation> offer, String key, Object... arguments) {
        consequences.add(new Consequence(severity, PREFIX + key, List.of(arguments), offer.orElse(null)));
    }

    boolean nothingBringsItBack() {
        return nothingBringsItBack;
    }

    /** Worst first; of the same weight in the order in which they were found. */
    List<Consequence> all() {
        return consequences.stream()
                .sorted(Comparator.comparing(Consequence::severity).reversed())
                .toList();
    }
}
