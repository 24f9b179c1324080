package io.atalaya.sandbox.server.codec;

/** The ways AWS services put requests and answers on the wire. */
public enum Protocol {
    /** Form in, XML out without a Result element; lists are always flat in requests. */
    EC2_QUERY,
    /** Form in, XML out with a Result element. */
    QUERY,
    /** One POST address, operation in X-Amz-Target, JSON in and out. Versions 1.0 and 1.1 differ in their content type. */
    JSON,
    /** Operation in method and path, JSON bodies. */
    REST_JSON,
    /** Operation in method and path, XML bodies. */
    REST_XML,
    /** Operation in the path, CBOR in and out: what the newest CLIs speak to CloudWatch. */
    RPC_CBOR
}
