package io.atalaya.operate.act;

import java.util.Optional;
import java.util.function.Supplier;

/** What takes an act back is made of what AWS said before, which need not keep the rules for what a person types. */
final class Undo {
    private Undo() {}

    static Optional<Operation> by(Supplier<Operation> made) {
        try {
            return Optional.of(made.get());
        } catch (BadInputException e) {
            return Optional.empty(); // then this console cannot take it back
        }
    }
}
