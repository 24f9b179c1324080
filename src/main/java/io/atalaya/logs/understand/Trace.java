package io.atalaya.logs.understand;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stack trace in a message: exceptions from the one that was caught down to what caused it.
 *
 * @param language whose runtime wrote it, as far as its form tells
 * @param thrown the outermost first; the last that is no suppressed one is the root cause
 * @param fingerprint the same for traces that passed the same code, whatever their messages, line numbers and addresses
 */
public record Trace(Language language, List<Thrown> thrown, String fingerprint) {
    /** By the form of its frames. */
    public enum Language {
        /** Java, Kotlin, Scala. */
        JVM,
        PYTHON,
        NODE,
        DOTNET,
        PHP,
        GO
    }

    /** How an exception came into the trace. */
    public enum Relation {
        OUTERMOST,
        CAUSE,
        SUPPRESSED
    }

    /**
     * One exception of the chain.
     *
     * @param type the name of its class; null where the text names none
     * @param headline its first line as written, without {@code Caused by:}
     * @param line the number of that line in the message, from 0
     * @param frames as written, without indentation, in the order of the text
     * @param common how many frames it shares with the one around it and did not write ({@code ... 23 more})
     */
    public record Thrown(
            Relation relation, @Nullable String type, String headline, int line, List<String> frames, int common) {
        public Thrown {
            frames = List.copyOf(frames);
        }
    }

    public Trace {
        thrown = List.copyOf(thrown);
    }

    /** Of a message with whatever continues it; empty where there are no frames. Looks at its first million characters. */
    public static Optional<Trace> of(String message) {
        return new TraceReader(message).read();
    }

    /** What began it: the last cause. */
    public Thrown root() {
        for (int i = thrown.size() - 1; i > 0; i--) {
            if (thrown.get(i).relation() != Relation.SUPPRESSED) {
                return thrown.get(i);
            }
        }
        return thrown.getFirst();
    }
}
