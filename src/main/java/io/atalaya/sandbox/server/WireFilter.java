package io.atalaya.sandbox.server;

import software.amazon.awssdk.core.SdkPojo;

/**
 * What happens to requests and answers between the wire and the handlers: how a deployment whose texts are hostile, or whose
 * answers lack what AWS calls optional, is played over the same world as a well-behaved one.
 */
public interface WireFilter {
    /** Changes nothing. */
    WireFilter NONE = new WireFilter() {};

    /** The request as the handler gets it. */
    default SdkPojo request(Call call, SdkPojo request) {
        return request;
    }

    /** The answer as the wire gets it. */
    default SdkPojo answer(Call call, SdkPojo answer) {
        return answer;
    }
}
