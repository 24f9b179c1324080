package io.atalaya.noc.desk;

import io.atalaya.deployment.ResourceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One trouble on the desk, from its first sign until it is over and somebody knows.
 *
 * @param opened when it began: as the source says, else when it was first seen
 * @param worst the worst it was
 * @param reopenedAt when it last asked for attention anew: it became worse, or came back after a quiet time; what was
 *     acknowledged or put aside before does not count any more. {@link Instant#EPOCH} when it never did
 * @param flaps how often it came back within a short time
 */
public record Entry(
        String key, Instant opened, Severity worst, Instant reopenedAt, int flaps, Sight sight, Attention attention) {
    /** Where an entry is in its life. */
    public enum Phase {
        /** It lasts. */
        OPEN,
        /** Its source cannot see: what is shown is the last that is known. */
        BLIND,
        /** It is over, and nobody confirmed to know. */
        HELD,
        /** It is over and somebody knows: not on the desk any more. */
        LEFT
    }

    public Phase phase() {
        if (sight.ended() != null) {
            return isAcknowledged() || isSeen() ? Phase.LEFT : Phase.HELD;
        }
        return sight.blind() ? Phase.BLIND : Phase.OPEN;
    }

    /** Over, and nobody knows yet. */
    public boolean held() {
        return phase() == Phase.HELD;
    }

    /** Whether it is over, held or gone. */
    public boolean over() {
        return sight.ended() != null;
    }

    /** Its source cannot see now: everything shown is last known. */
    public boolean blind() {
        return phase() == Phase.BLIND;
    }

    public Severity severity() {
        return sight.severity();
    }

    public String kind() {
        return sight.kind();
    }

    public Words what() {
        return sight.what();
    }

    /** Null where it is about no resource. */
    public @Nullable ResourceRef on() {
        return sight.on();
    }

    public String where() {
        return sight.where();
    }

    /** Null while it lasts. */
    public @Nullable Instant ended() {
        return sight.ended();
    }

    /** Age of the answer it rests on; never negative. */
    public Duration evidenceAge(Instant now) {
        var age = Duration.between(sight.evidenceAt(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** How long it lasts or lasted; never negative. */
    public Duration lasted(Instant now) {
        var ended = sight.ended();
        var span = Duration.between(opened, ended == null ? now : ended);
        return span.isNegative() ? Duration.ZERO : span;
    }

    /** The acknowledgement that counts: the first that covers what is to be acknowledged. */
    public Optional<Acknowledgement> acknowledgement() {
        return attention.acknowledgements().stream()
                .filter(each -> !each.at().isBefore(reopenedAt) && !severity().worseThan(each.severity()))
                .findFirst();
    }

    public boolean isAcknowledged() {
        return acknowledgement().isPresent();
    }

    /** Somebody confirmed to have seen that it is over. */
    public boolean isSeen() {
        var seen = attention.seen();
        var ended = sight.ended();
        return seen != null && ended != null && !seen.at().isBefore(ended);
    }

    /** Who works on it. */
    public Optional<String> owner() {
        return said(attention.owner());
    }

    public Optional<String> note() {
        return said(attention.note());
    }

    /** When it comes back; empty when it is not put aside, or was and is worse now. */
    public Optional<Instant> snoozedUntil(Instant now) {
        var snooze = attention.snooze();
        if (snooze == null || snooze.at().isBefore(reopenedAt)) {
            return Optional.empty();
        }
        var until = snooze.value().until();
        return until == null
                        || !now.isBefore(until)
                        || severity().worseThan(snooze.value().severity())
                ? Optional.empty()
                : Optional.of(until);
    }

    /** Whether it has been over and known since before a moment. */
    boolean leftBefore(Instant moment) {
        return phase() == Phase.LEFT && untouchedSince(moment);
    }

    /** Whether no console judged it and no person said anything of it since a moment. */
    boolean untouchedSince(Instant moment) {
        return Stream.of(sight.judgedAt(), attention.latest())
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .isBefore(moment);
    }

    Entry with(Attention other) {
        return new Entry(key, opened, worst, reopenedAt, flaps, sight, other);
    }

    /** After everything that is known of it: a console whose clock is behind still comes after what it answers. */
    Instant after(Instant now) {
        var ended = sight.ended();
        return Stream.of(now, attention.latest().plusMillis(1), reopenedAt, opened, ended == null ? now : ended)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whether what was said of it covers this severity, so that it need not ask again. */
    boolean covers(Severity severity) {
        var snooze = attention.snooze();
        return attention.acknowledgements().stream()
                        .anyMatch(each -> !each.at().isBefore(reopenedAt) && !severity.worseThan(each.severity()))
                || (snooze != null
                        && !snooze.at().isBefore(reopenedAt)
                        && snooze.value().until() != null
                        && !severity.worseThan(snooze.value().severity()));
    }

    Entry reopened(Instant when) {
        return new Entry(key, opened, worst, when.isAfter(reopenedAt) ? when : reopenedAt, flaps, sight, attention);
    }

    Entry flapped() {
        return new Entry(key, opened, worst, reopenedAt, flaps + 1, sight, attention);
    }

    Entry with(Sight other) {
        return new Entry(key, opened, worst.worst(other.severity()), reopenedAt, flaps, other, attention);
    }

    /** What somebody said of an earlier trouble of the same key is not of this one. */
    private Optional<String> said(@Nullable Stamped<String> words) {
        return words == null || words.at().isBefore(opened) || words.value().isEmpty()
                ? Optional.empty()
                : Optional.of(words.value());
    }
}
