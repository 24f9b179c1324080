package io.atalaya.sandbox.server.codec;

import io.atalaya.sandbox.server.http.IncomingRequest;
import io.atalaya.sandbox.server.http.OutgoingResponse;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/** AWS JSON 1.0 and 1.1: the whole request and the whole answer are one JSON object each. */
public final class JsonCodec implements Codec {
    /** Tells clients of services that once spoke query the code they knew then. */
    static final String QUERY_ERROR = "x-amzn-query-error";

    private final String contentType;

    /** @param version {@code 1.0} or {@code 1.1}; CloudWatch Logs speaks 1.1 */
    public JsonCodec(String version) {
        this.contentType = "application/x-amz-json-" + version;
    }

    @Override
    public void read(IncomingRequest request, Map<String, String> pathParameters, SdkPojo builder) {
        JsonReader.read(request.body(), builder);
    }

    @Override
    public OutgoingResponse write(String operation, SdkPojo response, String requestId) {
        return answer(200, JsonWriter.object(response), requestId);
    }

    @Override
    public OutgoingResponse writeFault(int status, String code, String message, String requestId) {
        return writeFault(status, code, message, Map.of(), requestId);
    }

    @Override
    public OutgoingResponse writeFault(
            int status, String code, String message, Map<String, SdkPojo> details, String requestId) {
        return answer(status, JsonWriter.object(Map.of("__type", code, "message", message), details), requestId)
                .with(QUERY_ERROR, queryError(status, code));
    }

    static String queryError(int status, String code) {
        return code + (status < 500 ? ";Sender" : ";Receiver");
    }

    private OutgoingResponse answer(int status, byte[] body, String requestId) {
        return new OutgoingResponse(status, Map.of("Content-Type", contentType, "x-amzn-RequestId", requestId), body);
    }
}
