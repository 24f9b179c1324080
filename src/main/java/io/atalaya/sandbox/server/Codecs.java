package io.atalaya.sandbox.server;

import io.atalaya.sandbox.server.codec.CborCodec;
import io.atalaya.sandbox.server.codec.Codec;
import io.atalaya.sandbox.server.codec.Ec2Codec;
import io.atalaya.sandbox.server.codec.JsonCodec;
import io.atalaya.sandbox.server.codec.QueryCodec;
import io.atalaya.sandbox.server.codec.RestJsonCodec;
import io.atalaya.sandbox.server.codec.RestXmlCodec;
import io.atalaya.sandbox.server.route.AwsService;
import io.atalaya.sandbox.server.route.Route;

/** The codec for what a request speaks. */
final class Codecs {
    private Codecs() {}

    static Codec of(Route route) {
        AwsService service = route.service();
        return switch (route.protocol()) {
            case EC2_QUERY -> new Ec2Codec();
            case QUERY -> new QueryCodec(service.xmlNamespace());
            case JSON -> new JsonCodec(service == AwsService.CLOUDWATCH ? "1.0" : "1.1");
            case REST_JSON -> new RestJsonCodec();
            case REST_XML -> new RestXmlCodec(service.xmlNamespace());
            case RPC_CBOR -> new CborCodec();
        };
    }
}
