package io.atalaya.sandbox.server.tail;

import io.atalaya.sandbox.server.codec.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionMetadata;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionStart;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionUpdate;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartLiveTailRequest;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/** One Live Tail session: its start, an update each second even when nothing happened, and its end after three hours. */
public final class LiveTailSession {
    /** The type of the answer's body. */
    public static final String CONTENT_TYPE = "application/vnd.amazon.eventstream";

    private static final Logger LOG = LoggerFactory.getLogger(LiveTailSession.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(3);

    private final StartLiveTailRequest request;
    private final String requestId;
    private final LiveTailBuffer buffer;
    private final AutoCloseable subscription;

    private LiveTailSession(
            StartLiveTailRequest request, String requestId, LiveTailBuffer buffer, AutoCloseable subscription) {
        this.request = request;
        this.requestId = requestId;
        this.buffer = buffer;
        this.subscription = subscription;
    }

    /** Subscribes to the feed; the events that come before {@link #run} are kept as for a slow client. */
    public static LiveTailSession open(StartLiveTailRequest request, String requestId, LiveTailFeed feed) {
        var buffer = new LiveTailBuffer(PERIOD, System::nanoTime);
        return new LiveTailSession(request, requestId, buffer, feed.subscribe(request, buffer::add));
    }

    public String requestId() {
        return requestId;
    }

    /**
     * Writes the stream until the server ends it, the client goes or three hours are over, and ends the subscription.
     *
     * @param ended counted down when the server ends the session
     * @throws IOException when the client is gone
     */
    public void run(OutputStream out, CountDownLatch ended) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        try {
            // Without it the SDK never calls onResponse.
            send(out, "initial-response", "{}".getBytes(StandardCharsets.UTF_8));
            send(out, "sessionStart", JsonWriter.object(started()));
            while (!ended.await(buffer.untilNextPeriod(), TimeUnit.NANOSECONDS)) {
                do {
                    send(out, "sessionUpdate", JsonWriter.object(update(buffer.take())));
                } while (buffer.hasWaiting());
                if (System.nanoTime() - end >= 0) {
                    timedOut(out);
                    return;
                }
            }
        } finally {
            close();
        }
    }

    /** Ends the subscription, of a session that never ran too. */
    public void close() {
        try {
            subscription.close();
        } catch (Exception e) {
            LOG.warn("a log feed did not close", e);
        }
    }

    private SdkPojo started() {
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

    private static SdkPojo update(LiveTailBuffer.Update update) {
        return LiveTailSessionUpdate.builder()
                .sessionMetadata(LiveTailSessionMetadata.builder()
                        .sampled(update.sampled())
                        .build())
                .sessionResults(update.events())
                .build();
    }

    private static void send(OutputStream out, String eventType, byte[] payload) throws IOException {
        write(out, Map.of(":message-type", "event", ":event-type", eventType), payload);
    }

    private static void timedOut(OutputStream out) throws IOException {
        byte[] payload = "{\"message\":\"The session has timed out\"}".getBytes(StandardCharsets.UTF_8);
        write(out, Map.of(":message-type", "exception", ":exception-type", "SessionTimeoutException"), payload);
    }

    private static void write(OutputStream out, Map<String, String> headers, byte[] payload) throws IOException {
        var all = new LinkedHashMap<String, HeaderValue>();
        headers.forEach((name, value) -> all.put(name, HeaderValue.fromString(value)));
        all.put(":content-type", HeaderValue.fromString("application/json"));
        new Message(all, payload).encode(out);
        out.flush();
    }
}
