package io.atalaya.logs.find;

import java.util.Optional;

/** Says whether clauses can be read, before they are used. */
public final class Clauses {
    private Clauses() {}

    /** What is wrong with it; empty when it can be used. */
    public static Optional<BadClause> problem(Clause clause) {
        try {
            var unused = Compiled.of(clause);
            return Optional.empty();
        } catch (BadClause bad) {
            return Optional.of(bad);
        }
    }
}
