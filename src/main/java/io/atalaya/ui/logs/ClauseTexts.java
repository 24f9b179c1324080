package io.atalaya.ui.logs;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.atalaya.logs.find.Clause;
import io.atalaya.ui.common.Texts;
import java.util.Optional;

/** Says what is wrong with a clause, where it was typed. */
final class ClauseTexts {
    private ClauseTexts() {}

    /** Empty when it can be used. */
    static Optional<String> problem(Clause clause, Texts texts) {
        if (clause.mode() != Clause.Mode.REGEX) {
            return Optional.empty();
        }
        try {
            Pattern.compile(clause.text());
            return Optional.empty();
        } catch (PatternSyntaxException bad) {
            return Optional.of(texts.get("logs.clause.bad", bad.getDescription(), bad.getPattern()));
        }
    }
}
