package io.atalaya.sandbox.server.codec;

import io.atalaya.sandbox.server.http.IncomingRequest;
import io.atalaya.sandbox.server.http.OutgoingResponse;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/** One protocol: reads requests into the SDK's builders and writes the SDK's responses, guided by their field metadata. */
public interface Codec {
    /**
     * Fills a request builder. Members that were not sent stay unset; parameters nobody knows are ignored.
     *
     * @param pathParameters values of the route's variables, unescaped; empty for protocols without routes
     * @throws MalformedInputException when a value cannot be what its member says
     */
    void read(IncomingRequest request, Map<String, String> pathParameters, SdkPojo builder);

    /**
     * Writes an answer.
     *
     * @param operation the wire name, which names the root element in XML
     */
    OutgoingResponse write(String operation, SdkPojo response, String requestId);

    /**
     * Writes an error.
     *
     * @param code the wire code, e.g. {@code DBInstanceNotFound}
     */
    OutgoingResponse writeFault(int status, String code, String message, String requestId);

    /**
     * Writes an error that has members of its own, where the protocol has a place for them.
     *
     * @param details by wire name
     */
    default OutgoingResponse writeFault(
            int status, String code, String message, Map<String, SdkPojo> details, String requestId) {
        return writeFault(status, code, message, requestId);
    }
}
