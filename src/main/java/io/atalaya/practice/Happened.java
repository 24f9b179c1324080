package io.atalaya.practice;

import java.time.Instant;
import java.util.List;

/**
 * Something that truly happened in the simulated deployment.
 *
 * @param what {@code ZONE_LOST} ...; the words are made from it and the arguments in the user's language
 * @param about ids of the resources it happened to; empty when it happened to the account
 */
public record Happened(Instant at, String what, List<String> about, List<Object> arguments) {
    public Happened {
        about = List.copyOf(about);
        arguments = List.copyOf(arguments);
    }
}
