package io.atalaya.deployment.overview;

import io.atalaya.deployment.State;
import java.util.List;

/** The whole deployment in one word and one reason. */
public record Headline(State state, Kind kind, List<Object> arguments) {
    /** Why; the arguments in their order. */
    public enum Kind {
        /** Requests are served everywhere. */
        SERVED,
        /** Something comes or goes; requests are served. */
        CHANGING,
        /** number of zones in which nobody answers. */
        ZONES_NOT_SERVED,
        /** targets that do not answer, targets. */
        TARGETS_DOWN,
        /** No target passes its health check. */
        NOBODY_ANSWERS,
        /** balancer, AWS's state. */
        BALANCER,
        /** database, AWS's status. */
        DATABASE,
        /** file system, AWS's state. */
        FILES,
        /** name that leads nowhere or whose health checks fail. */
        DNS,
        /** Target health was not read: nobody knows. */
        TARGETS_UNKNOWN,
        /** No balancer and no target: there is no path to judge. */
        NO_PATH,
        /** Nothing was read yet. */
        NOT_READ
    }

    public Headline {
        arguments = List.copyOf(arguments);
    }

    static Headline of(State state, Kind kind, Object... arguments) {
        return new Headline(state, kind, List.of(arguments));
    }
}
