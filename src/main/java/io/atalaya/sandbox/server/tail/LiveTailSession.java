package io.atalaya.sandbox.server.tail;

import io.atalaya.sandbox.server.tail.TailFaults.Ticket;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionStart;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartLiveTailRequest;

/** One Live Tail session: its start, an update each second even when nothing happened, and its end, as {@link TailFaults} has it. */
public final class LiveTailSession {
    /** The type of the answer's body. */
    public static final String CONTENT_TYPE = "application/vnd.amazon.eventstream";

    private static final Logger LOG = LoggerFactory.getLogger(LiveTailSession.class);

    private final StartLiveTailRequest request;
    private final String requestId;
    private final TailFaults faults;
    private final Ticket ticket;
    private final LiveTailBuffer buffer;
    private final AutoCloseable subscription;

    private LiveTailSession(
            StartLiveTailRequest request,
            String requestId,
            TailFaults faults,
            Ticket ticket,
            LiveTailBuffer buffer,
            AutoCloseable subscription) {
        this.request = request;
        this.requestId = requestId;
        this.faults = faults;
        this.ticket = ticket;
        this.buffer = buffer;
        this.subscription = subscription;
    }

    /**
     * Subscribes to the feed; the events that come before {@link #run} are kept as for a slow client. Empty when the account has as
     * many sessions as it may.
     */
    public static Optional<LiveTailSession> open(
            StartLiveTailRequest request, String requestId, LiveTailFeed feed, TailFaults faults) {
        Ticket ticket = faults.enter();
        if (ticket == null) {
            return Optional.empty();
        }
        var buffer = new LiveTailBuffer(faults, System::nanoTime);
        try {
            return Optional.of(new LiveTailSession(
                    request, requestId, faults, ticket, buffer, feed.subscribe(request, buffer::add)));
        } catch (RuntimeException refused) {
            faults.leave(ticket);
            throw refused;
        }
    }

    public String requestId() {
        return requestId;
    }

    /**
     * Writes the stream until the server ends it, the client goes or its time is over, and ends the subscription.
     *
     * @param ended counted down when the server ends the session
     * @return false when the body must not be finished: the connection is to be cut
     * @throws IOException when the client is gone
     */
    public boolean run(OutputStream out, CountDownLatch ended) throws IOException, InterruptedException {
        try {
            var frames = new TailFrames(out);
            frames.start(started());
            TailEnding ending = updates(frames, ended);
            frames.last(ending);
            return ending != TailEnding.CUT;
        } finally {
            close();
        }
    }

    private TailEnding updates(TailFrames frames, CountDownLatch ended) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int updates = 0;
        while (ended.getCount() > 0) {
            Optional<TailEnding> told = told(buffer.untilNextPeriod());
            if (told.isPresent()) {
                return told.get();
            }
            TailBehaviour behaviour = faults.behaviour();
            if (!behaviour.silent()) {
                do {
                    frames.update(buffer.take());
                } while (buffer.hasWaiting());
                updates++;
            }
            if (System.nanoTime() - start >= behaviour.endAfter().toNanos()
                    || behaviour.endAfterUpdates() > 0 && updates >= behaviour.endAfterUpdates()) {
                return behaviour.ending();
            }
        }
        return TailEnding.CLEAN;
    }

    /** Waits that long to be told to end. */
    private Optional<TailEnding> told(Duration wait) throws InterruptedException {
        try {
            return Optional.of(ticket.end().get(wait.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException goOn) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody fails a session's end", e);
        }
    }

    /** Ends the subscription, of a session that never ran too. */
    public void close() {
        faults.leave(ticket);
        try {
            subscription.close();
        } catch (Exception e) {
            LOG.warn("a log feed did not close", e);
        }
    }

    private LiveTailSessionStart started() {
        var start = LiveTailSessionStart.builder()
                .requestId(requestId)
                .sessionId(UUID.randomUUID().toString())
                .logGroupIdentifiers(request.logGroupIdentifiers())
                .logEventFilterPattern(request.logEventFilterPattern());
        if (request.hasLogStreamNames()) {
            start.logStreamNames(request.logStreamNames());
        }
        if (request.hasLogStreamNamePrefixes()) {
            start.logStreamNamePrefixes(request.logStreamNamePrefixes());
        }
        return start.build();
    }
}
