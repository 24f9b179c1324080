package io.atalaya.ui.shell;

import io.atalaya.deployment.State;
import java.util.List;

/** How much of a view needs a person: the badge on the rail. */
public record Attention(int count, State worst) {
    /** Nothing; no badge. */
    public static final Attention NONE = new Attention(0, State.HEALTHY);

    /** @param each of what needs a person */
    public static Attention of(List<State> each) {
        return new Attention(each.size(), each.stream().reduce(State.HEALTHY, State::worse));
    }

    /** This and the other together. */
    public Attention and(Attention other) {
        return new Attention(count + other.count, worst.worse(other.worst));
    }
}
