package io.atalaya.sandbox.server.codec;

import io.atalaya.sandbox.server.http.IncomingRequest;
import io.atalaya.sandbox.server.http.OutgoingResponse;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/** EC2 query: members stand directly in the root element, errors have a shape of their own. */
public final class Ec2Codec implements Codec {
    private static final String NAMESPACE = "http://ec2.amazonaws.com/doc/2016-11-15/";

    @Override
    public void read(IncomingRequest request, Map<String, String> pathParameters, SdkPojo builder) {
        FormReader.read(request.parameters(), builder);
    }

    @Override
    public OutgoingResponse write(String operation, SdkPojo response, String requestId) {
        String root = operation + "Response";
        XmlText out = new XmlText().open(root, NAMESPACE).leaf("requestId", requestId);
        XmlWriter.writeMembers(response, out);
        return xml(200, out.close(root), requestId);
    }

    @Override
    public OutgoingResponse writeFault(int status, String code, String message, String requestId) {
        XmlText out = new XmlText().open("Response").open("Errors").open("Error");
        out.leaf("Code", code).leaf("Message", message);
        out.close("Error").close("Errors").leaf("RequestID", requestId).close("Response");
        return xml(status, out, requestId);
    }

    private static OutgoingResponse xml(int status, XmlText body, String requestId) {
        return new OutgoingResponse(
                status,
                Map.of("Content-Type", "text/xml;charset=UTF-8", "x-amzn-RequestId", requestId),
                body.toBytes());
    }
}
