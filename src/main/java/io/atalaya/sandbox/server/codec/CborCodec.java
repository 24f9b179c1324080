package io.atalaya.sandbox.server.codec;

import io.atalaya.sandbox.server.http.IncomingRequest;
import io.atalaya.sandbox.server.http.OutgoingResponse;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Smithy RPC v2 CBOR, which CLIs since 2025 speak to CloudWatch. The SDK at hand speaks query there; its field names serve,
 * for CloudWatch calls its members the same in both.
 */
public final class CborCodec implements Codec {
    @Override
    public void read(IncomingRequest request, Map<String, String> pathParameters, SdkPojo builder) {
        if (request.body().length > 0) {
            JsonReader.readMembers(CborReader.read(request.body()), builder);
        }
    }

    @Override
    public OutgoingResponse write(String operation, SdkPojo response, String requestId) {
        return answer(200, CborWriter.object(response), requestId);
    }

    @Override
    public OutgoingResponse writeFault(int status, String code, String message, String requestId) {
        return answer(status, CborWriter.object(Map.of("__type", code, "message", message)), requestId)
                .with(JsonCodec.QUERY_ERROR, JsonCodec.queryError(status, code));
    }

    private static OutgoingResponse answer(int status, byte[] body, String requestId) {
        return new OutgoingResponse(
                status,
                Map.of(
                        "Content-Type",
                        "application/cbor",
                        "smithy-protocol",
                        "rpc-v2-cbor",
                        "x-amzn-RequestId",
                        requestId),
                body);
    }
}
