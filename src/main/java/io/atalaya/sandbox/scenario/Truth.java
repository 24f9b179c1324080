package io.atalaya.sandbox.scenario;

import java.time.Instant;
import java.util.List;

/**
 * Something that truly happened, by the world's own clock.
 *
 * @param about ids or ARNs of the resources it happened to; empty when it happened to the account
 * @param arguments in the order {@link What} states: texts and numbers
 */
public record Truth(Instant at, What what, List<String> about, List<Object> arguments) {
    public Truth {
        about = List.copyOf(about);
        arguments = List.copyOf(arguments);
    }
}
