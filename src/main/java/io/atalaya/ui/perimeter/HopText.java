package io.atalaya.ui.perimeter;

import io.atalaya.deployment.State;
import io.atalaya.deployment.reach.Hop;
import java.util.List;

/**
 * One step of a path in words.
 *
 * @param place where it is: {@code subnet data-1d}
 * @param title what decides: {@code nacl-data, in}
 * @param lines the rule: {@code rule 100 · TCP 2049}, {@code from 10.20.0.0/16}
 * @param word what it does: {@code admits}, {@code decides: refused}
 * @param decides whether it is the step that makes the answer
 */
record HopText(Hop hop, String place, String title, List<String> lines, State state, String word, boolean decides) {
    HopText {
        lines = List.copyOf(lines);
    }

    String spoken() {
        return String.join(", ", place, title, String.join(" ", lines), word);
    }
}
