package io.atalaya.evidence.document;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands in one field of a table, in no language yet. */
public sealed interface Cell {
    /** What AWS could not be asked, or did not answer: neither a value nor the absence of one. */
    Cell UNREAD = new Unread();

    /** AWS answered that there is none. */
    Cell NONE = new None();

    Cell YES = new Words("yes", "yes", List.of());
    Cell NO = new Words("no", "no", List.of());

    /**
     * As it is kept and compared: the same in every language.
     *
     * @return null where it was not read, empty where there is none
     */
    @Nullable
    String plain();

    /** AWS's own text. */
    record Text(String text) implements Cell {
        @Override
        public String plain() {
            return text;
        }
    }

    /** A number without its unit, which the column names. */
    record Number(BigDecimal value) implements Cell {
        @Override
        public String plain() {
            return value.stripTrailingZeros().toPlainString();
        }
    }

    /** A moment. */
    record Moment(Instant at) implements Cell {
        @Override
        public String plain() {
            return at.toString();
        }
    }

    /**
     * Our own words.
     *
     * @param plain by which it is compared
     * @param key of the text, without {@code document.value.}
     * @param arguments texts, numbers and cells
     */
    record Words(String plain, String key, List<Object> arguments) implements Cell {
        public Words {
            arguments = List.copyOf(arguments);
        }
    }

    /** Several of them, each on its own line. */
    record Lines(List<Cell> cells) implements Cell {
        public Lines {
            cells = List.copyOf(cells);
        }

        @Override
        public @Nullable String plain() {
            return cells.stream().anyMatch(it -> it.plain() == null)
                    ? null
                    : cells.stream()
                            .map(Cell::plain)
                            .map(Objects::requireNonNull)
                            .collect(Collectors.joining(", "));
        }
    }

    /** AWS's identifier in the place of a name that was not read: shown, and never compared. */
    record Guess(String text) implements Cell {
        @Override
        public @Nullable String plain() {
            return null;
        }
    }

    /** See {@link #UNREAD}. */
    record Unread() implements Cell {
        @Override
        public @Nullable String plain() {
            return null;
        }
    }

    /** See {@link #NONE}. */
    record None() implements Cell {
        @Override
        public String plain() {
            return "";
        }
    }

    /** AWS's text; none where it gave null or nothing. */
    static Cell text(@Nullable String text) {
        return text == null || text.isEmpty() ? NONE : new Text(text);
    }

    static Cell number(long value) {
        return new Number(BigDecimal.valueOf(value));
    }

    /** With one decimal at most. */
    static Cell number(double value) {
        return new Number(BigDecimal.valueOf(value).setScale(1, java.math.RoundingMode.HALF_UP));
    }

    static Cell moment(@Nullable Instant at) {
        return at == null ? NONE : new Moment(at);
    }

    static Cell yesNo(boolean yes) {
        return yes ? YES : NO;
    }

    /** Words that are compared by their key. */
    static Cell words(String key) {
        return new Words(key, key, List.of());
    }

    static Cell texts(List<String> texts) {
        return lines(texts.stream().map(Cell::text).toList());
    }

    static Cell lines(List<? extends Cell> cells) {
        return cells.isEmpty() ? NONE : cells.size() == 1 ? cells.getFirst() : new Lines(List.copyOf(cells));
    }
}
