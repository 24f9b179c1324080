package io.atalaya.logs.find.regex;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A regular expression of RE2's syntax, as far as it could be read. Safe on any thread. */
public final class Regex {
    private final @Nullable Program program;
    private final @Nullable Literals literals;

    private Regex(@Nullable Program program, @Nullable Literals literals) {
        this.program = program;
        this.literals = literals;
    }

    /**
     * Reads an expression that RE2 takes.
     *
     * @param fold whether case is disregarded
     */
    public static Regex of(String regex, boolean fold) {
        var node = Parser.parse(regex, fold);
        return new Regex(
                node.flatMap(Program::of).orElse(null),
                node.flatMap(Literals::of).orElse(null));
    }

    /** What finds its matches, for one thread; empty where only RE2/J can. */
    public Optional<Automaton> automaton() {
        return Optional.ofNullable(program).map(Automaton::new);
    }

    /** What every match holds one of. */
    public Optional<Literals> literals() {
        return Optional.ofNullable(literals);
    }
}
