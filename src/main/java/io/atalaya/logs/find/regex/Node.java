package io.atalaya.logs.find.regex;

import java.util.List;

/** A regular expression as a tree. Groups are only what they hold: it is asked whether, not where. */
sealed interface Node {
    /** Matches nothing, anywhere. */
    Node EMPTY = new Sequence(List.of());

    /** One character of a set. */
    record One(CharSet set) implements Node {}

    /** One after another. */
    record Sequence(List<Node> parts) implements Node {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** One of several. */
    record Either(List<Node> choices) implements Node {
        public Either {
            choices = List.copyOf(choices);
        }
    }

    /** Again and again; {@code most} is -1 where there is no end. */
    record Repeat(Node of, int least, int most) implements Node {}

    /** A place. */
    enum Place implements Node {
        LINE_BEGINS,
        LINE_ENDS,
        TEXT_BEGINS,
        TEXT_ENDS,
        WORD_EDGE,
        NO_WORD_EDGE
    }
}
