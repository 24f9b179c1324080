package io.atalaya.ui.databases;

import io.atalaya.deployment.State;
import org.jspecify.annotations.Nullable;

/**
 * One line of the card: what, and how it is.
 *
 * @param hint what else there is to say, on hovering; empty for nothing
 * @param state to call it out by; null for what is as it should be
 */
record CardFact(
        String label,
        String value,
        String hint,
        boolean mono,
        @Nullable State state) {
    static CardFact words(String label, String value) {
        return new CardFact(label, value, "", false, null);
    }

    static CardFact mono(String label, String value) {
        return new CardFact(label, value, "", true, null);
    }
}
