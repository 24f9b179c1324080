package io.atalaya.sandbox.server.codec;

import io.atalaya.sandbox.server.http.IncomingRequest;
import io.atalaya.sandbox.server.http.OutgoingResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/** REST-JSON: EFS, the IAM Identity Center portal and its OIDC service. */
public final class RestJsonCodec implements Codec {
    @Override
    public void read(IncomingRequest request, Map<String, String> pathParameters, SdkPojo builder) {
        RestMembers.read(request, pathParameters, builder);
        JsonReader.read(request.body(), builder);
    }

    @Override
    public OutgoingResponse write(String operation, SdkPojo response, String requestId) {
        return answer(200, RestMembers.headers(response), JsonWriter.object(response), requestId);
    }

    /**
     * The code travels in a header. The body holds it under the names that the three services use: EFS says ErrorCode and
     * Message, OIDC says error (the OAuth word, {@code authorization_pending}) and error_description.
     */
    @Override
    public OutgoingResponse writeFault(int status, String code, String message, String requestId) {
        var body = new LinkedHashMap<String, String>();
        body.put("ErrorCode", code);
        body.put("Message", message);
        body.put("message", message);
        body.put("error", oauthWord(code));
        body.put("error_description", message);
        return answer(status, Map.of("x-amzn-ErrorType", code), JsonWriter.object(body), requestId);
    }

    private static String oauthWord(String code) {
        return code.replaceFirst("Exception$", "")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }

    private static OutgoingResponse answer(int status, Map<String, String> headers, byte[] body, String requestId) {
        return new OutgoingResponse(status, headers, body)
                .with("Content-Type", "application/json")
                .with("x-amzn-RequestId", requestId);
    }
}
