package io.atalaya.sandbox.server;

import software.amazon.awssdk.core.SdkPojo;

/**
 * One operation of a simulated service: a function over the SDK's own typed request and response.
 *
 * @param <I> the request class, e.g. {@code DescribeInstancesRequest}
 * @param <O> the response class, e.g. {@code DescribeInstancesResponse}
 */
@FunctionalInterface
public interface Handler<I extends SdkPojo, O extends SdkPojo> {
    /**
     * Answers one request.
     *
     * @throws WireFault to answer with an AWS error
     */
    O answer(I request, Call call);
}
