package io.atalaya.sandbox.server.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer before it is sent: status, headers and the whole body. */
public final class OutgoingResponse {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    /** @param body the whole body; not copied */
    public OutgoingResponse(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /** An answer with a text body in UTF-8. */
    public static OutgoingResponse text(int status, String contentType, String body) {
        return new OutgoingResponse(status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** The body itself, not a copy: pages of 1,000 instances are two megabytes. */
    public byte[] body() {
        return body;
    }

    /** The same answer with one more header. */
    public OutgoingResponse with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new OutgoingResponse(status, more, body);
    }

    /** The same answer cut off in the middle of its body, as a broken proxy would. */
    public OutgoingResponse cutOff() {
        return new OutgoingResponse(status, headers, Arrays.copyOf(body, body.length / 2));
    }
}
