package io.atalaya.sandbox.server.codec;

import io.atalaya.sandbox.server.http.IncomingRequest;
import io.atalaya.sandbox.server.http.OutgoingResponse;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/** AWS query: members stand in a Result element, the request id in ResponseMetadata. */
public final class QueryCodec implements Codec {
    private final String namespace;

    /** @param namespace the service's XML namespace, e.g. {@code http://rds.amazonaws.com/doc/2014-10-31/} */
    public QueryCodec(String namespace) {
        this.namespace = namespace;
    }

    @Override
    public void read(IncomingRequest request, Map<String, String> pathParameters, SdkPojo builder) {
        FormReader.read(request.parameters(), builder);
    }

    @Override
    public OutgoingResponse write(String operation, SdkPojo response, String requestId) {
        String root = operation + "Response";
        String result = operation + "Result";
        XmlText out = new XmlText().open(root, namespace).open(result);
        XmlWriter.writeMembers(response, out);
        out.close(result).open("ResponseMetadata").leaf("RequestId", requestId).close("ResponseMetadata");
        return xml(200, out.close(root), requestId);
    }

    @Override
    public OutgoingResponse writeFault(int status, String code, String message, String requestId) {
        XmlText out = new XmlText().open("ErrorResponse", namespace).open("Error");
        out.leaf("Type", status < 500 ? "Sender" : "Receiver")
                .leaf("Code", code)
                .leaf("Message", message);
        out.close("Error").leaf("RequestId", requestId).close("ErrorResponse");
        return xml(status, out, requestId);
    }

    private static OutgoingResponse xml(int status, XmlText body, String requestId) {
        return new OutgoingResponse(
                status, Map.of("Content-Type", "text/xml", "x-amzn-RequestId", requestId), body.toBytes());
    }
}
