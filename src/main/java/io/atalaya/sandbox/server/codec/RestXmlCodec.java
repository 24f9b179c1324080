package io.atalaya.sandbox.server.codec;

import io.atalaya.sandbox.server.http.IncomingRequest;
import io.atalaya.sandbox.server.http.OutgoingResponse;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/** REST-XML: Route 53. There is no Result element, and the request id travels in a header. */
public final class RestXmlCodec implements Codec {
    private final String namespace;

    /** @param namespace the service's XML namespace */
    public RestXmlCodec(String namespace) {
        this.namespace = namespace;
    }

    @Override
    public void read(IncomingRequest request, Map<String, String> pathParameters, SdkPojo builder) {
        RestMembers.read(request, pathParameters, builder);
        XmlReader.read(request.body(), builder);
    }

    @Override
    public OutgoingResponse write(String operation, SdkPojo response, String requestId) {
        String root = operation + "Response";
        XmlText out = new XmlText().open(root, namespace);
        XmlWriter.writeMembers(response, out);
        return xml(200, RestMembers.headers(response), out.close(root), requestId);
    }

    @Override
    public OutgoingResponse writeFault(int status, String code, String message, String requestId) {
        XmlText out = new XmlText().open("ErrorResponse", namespace).open("Error");
        out.leaf("Type", status < 500 ? "Sender" : "Receiver")
                .leaf("Code", code)
                .leaf("Message", message);
        out.close("Error").leaf("RequestId", requestId).close("ErrorResponse");
        return xml(status, Map.of(), out, requestId);
    }

    private static OutgoingResponse xml(int status, Map<String, String> headers, XmlText body, String requestId) {
        return new OutgoingResponse(status, headers, body.toBytes())
                .with("Content-Type", "text/xml")
                .with("x-amzn-RequestId", requestId);
    }
}
