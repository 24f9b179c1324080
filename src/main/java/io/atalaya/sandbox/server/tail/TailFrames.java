package io.atalaya.sandbox.server.tail;

import io.atalaya.sandbox.server.codec.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionMetadata;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionStart;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionUpdate;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/** The frames of a Live Tail session on the wire. */
final class TailFrames {
    /** As many as an update of AWS's holds; what comes without a limit takes several. */
    private static final int EVENTS_A_FRAME = 500;

    private final OutputStream out;

    TailFrames(OutputStream out) {
        this.out = out;
    }

    void start(LiveTailSessionStart start) throws IOException {
        // Without it the SDK never calls onResponse.
        event("initial-response", "{}".getBytes(StandardCharsets.UTF_8));
        event("sessionStart", JsonWriter.object(start));
    }

    /** One frame, empty ones too; more when there is more than AWS puts into one. */
    void update(LiveTailBuffer.Update update) throws IOException {
        List<LiveTailSessionLogEvent> events = update.events();
        int from = 0;
        do {
            int to = Math.min(events.size(), from + EVENTS_A_FRAME);
            event(
                    "sessionUpdate",
                    JsonWriter.object(LiveTailSessionUpdate.builder()
                            .sessionMetadata(LiveTailSessionMetadata.builder()
                                    .sampled(update.sampled())
                                    .build())
                            .sessionResults(events.subList(from, to))
                            .build()));
            from = to;
        } while (from < events.size());
    }

    /** The frame that goes before the end, where there is one. */
    void last(TailEnding ending) throws IOException {
        switch (ending) {
            case CLEAN -> {}
            case CUT -> raw(Arrays.copyOf(empty(), 40));
            case TIMED_OUT -> exception("SessionTimeoutException", "The session has timed out");
            case STREAMING_FAILED -> exception("SessionStreamingException", "Internal error while streaming");
            case MALFORMED -> {
                byte[] frame = empty();
                frame[frame.length - 1] ^= 1;
                raw(frame);
            }
        }
    }

    private void event(String type, byte[] payload) throws IOException {
        write(Map.of(":message-type", "event", ":event-type", type), payload);
    }

    private void exception(String type, String message) throws IOException {
        write(
                Map.of(":message-type", "exception", ":exception-type", type),
                ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    private void write(Map<String, String> headers, byte[] payload) throws IOException {
        message(headers, payload).encode(out);
        out.flush();
    }

    private static byte[] empty() {
        return message(Map.of(":message-type", "event", ":event-type", "sessionUpdate"), new byte[] {'{', '}'})
                .toByteBuffer()
                .array();
    }

    private void raw(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    private static Message message(Map<String, String> headers, byte[] payload) {
        var all = new LinkedHashMap<String, HeaderValue>();
        headers.forEach((name, value) -> all.put(name, HeaderValue.fromString(value)));
        all.put(":content-type", HeaderValue.fromString("application/json"));
        return new Message(all, payload);
    }
}
