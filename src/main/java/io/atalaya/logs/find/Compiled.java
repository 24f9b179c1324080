package io.atalaya.logs.find;

import io.atalaya.logs.StreamName;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A clause that was read: knows how to make what looks for it. Safe on any thread. */
final class Compiled {
    private final Clause clause;
    private final @Nullable Supplier<Needle> needle;
    private final @Nullable Predicate<StreamName> stream;

    private Compiled(Clause clause, @Nullable Supplier<Needle> needle, @Nullable Predicate<StreamName> stream) {
        this.clause = clause;
        this.needle = needle;
        this.stream = stream;
    }

    /** @throws BadClause when it cannot be read */
    static Compiled of(Clause clause) throws BadClause {
        if (clause.text().isEmpty()) {
            throw new BadClause(BadClause.Reason.EMPTY, -1, "");
        }
        return switch (clause.mode()) {
            case TEXT -> new Compiled(clause, TextNeedle.of(clause.text(), clause.matchCase()), null);
            case REGEX -> new Compiled(clause, RegexNeedle.of(clause.text(), clause.matchCase()), null);
            case FIELD -> new Compiled(clause, FieldNeedle.of(clause.text(), clause.matchCase()), null);
            case STREAM -> new Compiled(clause, null, stream(clause));
        };
    }

    private static Predicate<StreamName> stream(Clause clause) {
        if (clause.matchCase()) {
            return name -> name.stream().contains(clause.text());
        }
        var wanted = clause.text().toLowerCase(Locale.ROOT);
        return name -> name.stream().toLowerCase(Locale.ROOT).contains(wanted);
    }

    Clause clause() {
        return clause;
    }

    /** What asks the stream's name; null where the text is looked at. */
    @Nullable
    Predicate<StreamName> stream() {
        return stream;
    }

    /** A new one, for one thread. */
    Needle needle() {
        if (needle == null) {
            throw new IllegalStateException("the clause looks at streams");
        }
        return needle.get();
    }
}
