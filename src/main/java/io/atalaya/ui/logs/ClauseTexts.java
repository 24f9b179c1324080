package io.atalaya.ui.logs;

import io.atalaya.logs.find.Clause;
import io.atalaya.logs.find.Clauses;
import io.atalaya.ui.common.Texts;
import java.util.Locale;
import java.util.Optional;

/** Says what is wrong with a clause, where it was typed. */
final class ClauseTexts {
    private ClauseTexts() {}

    /** Empty when it can be used. */
    static Optional<String> problem(Clause clause, Texts texts) {
        return Clauses.problem(clause)
                .map(it -> texts.get("logs.bad." + it.reason().name().toLowerCase(Locale.ROOT), it.piece()));
    }
}
