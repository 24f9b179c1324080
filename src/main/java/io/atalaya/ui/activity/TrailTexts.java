package io.atalaya.ui.activity;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.State;
import io.atalaya.operate.trail.TrailDifference;
import io.atalaya.operate.trail.TrailMatch;
import io.atalaya.operate.trail.TrailMatch.Verdict;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Seen;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How what CloudTrail says reads. */
final class TrailTexts {
    private final Texts texts;

    TrailTexts(Texts texts) {
        this.texts = texts;
    }

    /** Shape, word and, on hovering, the sentence. */
    Seen seen(ActivityRow row) {
        var match = row.trail();
        if (match == null) {
            return Seen.current(State.UNKNOWN, texts.get("activity.trail.unasked"));
        }
        return new Seen(new Condition(state(match.verdict()), word(row), sentence(row)), Freshness.CURRENT);
    }

    /** {@code not yet}; what a filter finds, too. */
    String word(ActivityRow row) {
        return row.trail() == null ? "" : texts.get(row.trail().verdict().key());
    }

    /** What that means, and what it does not. */
    String sentence(ActivityRow row) {
        var match = row.trail();
        if (match == null) {
            return texts.get("activity.trail.unasked.why");
        }
        var problem = match.problem();
        return switch (match.verdict()) {
            case DENIED ->
                texts.get(
                        "activity.trail.DENIED.why",
                        problem == null || problem.missingAction() == null
                                ? "cloudtrail:LookupEvents"
                                : problem.missingAction());
            case UNREAD ->
                problem == null
                        ? texts.get("activity.trail.UNREAD.why.many")
                        : texts.get("activity.trail.UNREAD.why", problem.code() + ": " + problem.message());
            case MISSING -> texts.get("activity.trail.MISSING.why" + missing(row));
            case ALTERED -> texts.get("activity.trail.ALTERED.why" + altered(row, match));
            default -> texts.get(match.verdict().key() + ".why");
        };
    }

    /** AWS does not record every refusal; and what has no request id may never have arrived. */
    private static String missing(ActivityRow row) {
        if (row.requestIds().isEmpty()) {
            return ".unanswered";
        }
        return row.ending() == ActivityRow.Ending.REFUSED ? ".refused" : "";
    }

    /** What has no request id was found by its time, not by that. */
    private static String altered(ActivityRow row, TrailMatch match) {
        if (match.differences().stream().allMatch(it -> it.what() == TrailDifference.What.LINE)) {
            return ".line";
        }
        return row.requestIds().isEmpty() ? ".byTime" : "";
    }

    /** What is said otherwise, a line each. */
    List<String> differences(TrailMatch match) {
        return match.differences().stream().map(this::difference).toList();
    }

    private String difference(TrailDifference it) {
        var key = "activity.trail.differs." + it.what();
        return switch (it.what()) {
            case OUTCOME ->
                it.trail().isEmpty() ? texts.get(key + ".accepted") : texts.get(key + ".refused", it.trail());
            case PARAMETER -> texts.get(key, it.name(), it.journal(), it.trail());
            case LINE -> texts.get(key, it.name(), it.journal(), it.trail());
            case SENT -> texts.get(key, it.trail());
            case NAME, CALLER, TIME -> texts.get(key, it.journal(), it.trail());
        };
    }

    /** How AWS answered, where the journal does not know it; else nothing. */
    Optional<String> outcome(ActivityRow row) {
        var match = row.trail();
        if (match == null || match.event() == null || row.ending() != ActivityRow.Ending.UNKNOWN) {
            return Optional.empty();
        }
        var error = match.event().errorCode();
        return Optional.of(
                error == null
                        ? texts.get("activity.trail.accepted")
                        : texts.get(
                                "activity.trail.refused", error, match.event().errorMessage()));
    }

    /** {@code 3 of 4 values compared}. */
    String compared(TrailMatch match) {
        return texts.get("activity.trail.compared", match.compared(), match.sent());
    }

    /** {@code CloudTrail: 12 found, 1 altered · asked 14:03:10 · 27 s ago}, with the worst state of them. */
    Seen summary(List<ActivityRow> rows, boolean asking, Ages ages, Instant now) {
        var matches = rows.stream()
                .map(ActivityRow::trail)
                .filter(Objects::nonNull)
                .map(match -> (TrailMatch) match)
                .toList();
        if (matches.isEmpty()) {
            return asking
                    ? Seen.current(State.CHANGING, texts.get("activity.trail.asking"))
                    : Seen.current(State.UNKNOWN, texts.get("activity.trail.nothing"));
        }
        var counts = new TreeMap<Verdict, Integer>();
        matches.forEach(match -> counts.merge(match.verdict(), 1, Integer::sum));
        var said = counts.entrySet().stream()
                .map(entry -> texts.get(
                        "activity.trail.count",
                        entry.getValue(),
                        texts.get(entry.getKey().key())))
                .collect(Collectors.joining(", "));
        var words = texts.get("activity.trail.summary", said) + since(matches, asking, ages, now);
        return Seen.current(worst(matches), words);
    }

    /** The oldest answer is what all of it can be trusted by. */
    private String since(List<TrailMatch> matches, boolean asking, Ages ages, Instant now) {
        if (asking) {
            return " · " + texts.get("activity.trail.asking");
        }
        return matches.stream()
                .map(TrailMatch::askedAt)
                .filter(Objects::nonNull)
                .map(asked -> (Instant) asked)
                .min(Comparator.naturalOrder())
                .map(asked -> " · " + texts.get("common.age.asOf", ages.time(asked, now), ages.ago(asked, now)))
                .orElse("");
    }

    private static State worst(List<TrailMatch> matches) {
        var worst = State.HEALTHY;
        for (var match : matches) {
            worst = worst.worse(state(match.verdict()));
        }
        return worst;
    }

    /** Only what was looked at and is the same is shown as well. */
    static State state(@Nullable Verdict verdict) {
        return switch (verdict) {
            case FOUND, FOUND_BY_TIME -> State.HEALTHY;
            case NOT_YET -> State.CHANGING;
            case ALTERED -> State.FAILED;
            case MISSING -> State.DEGRADED;
            case IN_PART,
                    NOT_OFFERED,
                    DENIED,
                    UNREAD,
                    UNREADABLE,
                    NOTHING_SENT,
                    DECIDED_HERE,
                    TOO_OLD,
                    BEFORE_TRAIL,
                    ELSEWHERE -> State.UNKNOWN;
            case null -> State.UNKNOWN;
        };
    }
}
