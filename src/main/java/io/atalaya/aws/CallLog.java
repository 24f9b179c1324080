package io.atalaya.aws;

import io.atalaya.connect.CallRecord;
import io.atalaya.connect.ConnectionQuality;
import io.atalaya.evidence.capture.RawAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The last calls of a session, in memory only. */
public final class CallLog {
    /** How far back the line's quality looks. */
    static final Duration PERIOD = Duration.ofMinutes(5);

    private static final int CALLS = 1000;
    private static final int ATTEMPTS = 500;

    /**
     * One request that was sent.
     *
     * @param latency to the headers of the answer; null when none came
     * @param clockDifference AWS minus here; null without answer or Date header
     */
    record Attempt(
            String host,
            Instant sentAt,
            @Nullable Duration latency,
            @Nullable Duration clockDifference) {}

    private final InstantSource clock;
    private final Deque<CallRecord> calls = new ArrayDeque<>();
    private final Deque<Attempt> attempts = new ArrayDeque<>();
    private volatile @Nullable Consumer<RawAnswer> recording;

    public CallLog(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void add(CallRecord call) {
        calls.addLast(call);
        if (calls.size() > CALLS) {
            calls.removeFirst();
        }
    }

    synchronized void add(Attempt attempt) {
        attempts.addLast(attempt);
        if (attempts.size() > ATTEMPTS) {
            attempts.removeFirst();
        }
    }

    /** From now on each answer is given whole to this, on the thread of its call; null ends it. */
    public void record(@Nullable Consumer<RawAnswer> to) {
        recording = to;
    }

    @Nullable
    Consumer<RawAnswer> recording() {
        return recording;
    }

    /** The last calls, oldest first; at most a thousand. */
    public synchronized List<CallRecord> calls() {
        return List.copyOf(calls);
    }

    /** Of the last five minutes. */
    public synchronized ConnectionQuality quality() {
        var since = clock.instant().minus(PERIOD);
        var recent =
                attempts.stream().filter(each -> each.sentAt().isAfter(since)).toList();
        if (recent.isEmpty()) {
            return ConnectionQuality.NONE;
        }
        var answered = recent.stream().filter(each -> each.latency() != null).toList();
        var last = answered.isEmpty() ? null : answered.getLast();
        return new ConnectionQuality(
                last == null ? null : last.host(),
                median(answered),
                recent.size(),
                recent.size() - answered.size(),
                meanDifference(answered),
                last == null ? null : last.sentAt());
    }

    private static @Nullable Duration median(List<Attempt> answered) {
        var sorted = answered.stream()
                .map(Attempt::latency)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return sorted.isEmpty() ? null : sorted.get(sorted.size() / 2);
    }

    /** The mean, because each single difference has the header's rounding of half a second in it. */
    private static @Nullable Duration meanDifference(List<Attempt> answered) {
        var mean = answered.stream()
                .map(Attempt::clockDifference)
                .filter(Objects::nonNull)
                .mapToLong(Duration::toMillis)
                .average();
        return mean.isPresent() ? Duration.ofMillis(Math.round(mean.getAsDouble())) : null;
    }
}
