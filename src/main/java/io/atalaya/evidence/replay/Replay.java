package io.atalaya.evidence.replay;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is not the same in two capsules.
 *
 * @param then the earlier one, or whichever is taken for it
 * @param now the other
 * @param unlike what makes them hard to compare
 * @param claims that came out differently, or by other facts
 * @param lists in which anything differs
 * @param unread what could not be read, then or now, also where that is the same
 */
public record Replay(
        Side then,
        Side now,
        List<Unlike> unlike,
        List<ClaimChange> claims,
        List<ListChange> lists,
        List<Unread> unread) {
    /** Two capsules of something else. */
    public enum Unlike {
        ACCOUNT,
        REGION,
        ORIGIN,
        RECIPE,
        CALLER,
        PROGRAM,
        /** One of them is a part of a larger capture. */
        PART
    }

    /** Something in one of them, in the other, or in both and not the same. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * A claim.
     *
     * @param then its verdict; null where it was not judged
     * @param now the same
     * @param facts behind it that differ
     */
    public record ClaimChange(
            String claim, @Nullable String then, @Nullable String now, List<FactChange> facts) {
        public ClaimChange {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A fact behind a claim.
     *
     * @param then what it was; null where it was none
     * @param now what it is
     */
    public record FactChange(
            String resource,
            String fact,
            @Nullable String then,
            @Nullable String now) {}

    /**
     * A list.
     *
     * @param kind whether it is in both
     */
    public record ListChange(String part, Kind kind, List<RowChange> rows) {
        public ListChange {
            rows = List.copyOf(rows);
        }

        /** How many rows came, went, or are not what they were. */
        public long count(Kind kind) {
            return rows.stream().filter(it -> it.kind() == kind).count();
        }
    }

    /**
     * A list that was not read whole in one of them: its rows are not compared.
     *
     * @param then why; null where it was read, or not asked for
     * @param now the same
     */
    public record Unread(
            String part, @Nullable String then, @Nullable String now) {}

    /**
     * A row.
     *
     * @param fields that differ; of one that came or went, all that say something
     */
    public record RowChange(Kind kind, RowKey key, List<FieldChange> fields) {
        public RowChange {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A field of a row.
     *
     * @param then empty where it said nothing
     * @param now the same
     */
    public record FieldChange(String field, String then, String now) {}

    public Replay {
        unlike = List.copyOf(unlike);
        claims = List.copyOf(claims);
        lists = List.copyOf(lists);
        unread = List.copyOf(unread);
    }

    /** Whether nothing changed: when they were made, and by what, does not count. */
    public boolean isEmpty() {
        return claims.isEmpty()
                && lists.isEmpty()
                && unread.stream().allMatch(it -> Objects.equals(it.then(), it.now()));
    }

    /** The claims that have another verdict. */
    public List<ClaimChange> verdicts() {
        return claims.stream()
                .filter(it -> !Objects.equals(it.then(), it.now()))
                .toList();
    }
}
