package io.atalaya.ui.common;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.State;

/** A condition and how far it can be trusted: what a {@link StateLabel} draws. Sorts the worst first. */
public record Seen(Condition condition, Freshness freshness) implements Comparable<Seen> {
    /** Seen just now. */
    public static Seen current(State state, String word) {
        return new Seen(Condition.of(state, word), Freshness.CURRENT);
    }

    @Override
    public int compareTo(Seen other) {
        int worst = other.condition.state().compareTo(condition.state());
        return worst != 0 ? worst : condition.word().compareTo(other.condition.word());
    }
}
