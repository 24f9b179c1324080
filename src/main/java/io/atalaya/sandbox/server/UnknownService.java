package io.atalaya.sandbox.server;

import io.atalaya.sandbox.server.codec.Codec;
import io.atalaya.sandbox.server.codec.JsonCodec;
import io.atalaya.sandbox.server.codec.Protocol;
import io.atalaya.sandbox.server.codec.QueryCodec;
import io.atalaya.sandbox.server.codec.RestJsonCodec;
import io.atalaya.sandbox.server.http.IncomingRequest;
import io.atalaya.sandbox.server.http.OutgoingResponse;
import java.util.UUID;

/** The answer to requests for services the sandbox does not have, in the protocol they seem to speak. */
final class UnknownService {
    private UnknownService() {}

    static OutgoingResponse answer(IncomingRequest request) {
        boolean query = request.parameter("Action").isPresent();
        boolean json = request.header("x-amz-target").isPresent();
        Protocol protocol = query ? Protocol.QUERY : json ? Protocol.JSON : Protocol.REST_JSON;
        Codec codec =
                switch (protocol) {
                    case QUERY -> new QueryCodec("http://webservices.amazon.com/AWSFault/2005-15-09");
                    case JSON -> new JsonCodec("1.1");
                    default -> new RestJsonCodec();
                };
        WireFault fault = ServiceFaults.unknownOperation(
                protocol, request.parameter("Action").orElse(""));
        String requestId = UUID.randomUUID().toString();
        return codec.writeFault(fault.status(), fault.code(), String.valueOf(fault.getMessage()), requestId);
    }
}
