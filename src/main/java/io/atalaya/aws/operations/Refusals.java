package io.atalaya.aws.operations;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Whether a request that failed was certainly not carried out. Where in doubt it may have been. */
final class Refusals {
    /** Of the HTTP client behind the SDK, which shades its classes. */
    private static final Set<String> NEVER_CONNECTED =
            Set.of("ConnectTimeoutException", "ConnectionPoolTimeoutException", "HttpHostConnectException");

    private Refusals() {}

    static boolean neverDone(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof SdkServiceException answer) {
                // EC2 throttles with a 503; 408 is a server that gave up waiting for the rest
                return answer.isThrottlingException()
                        || (answer.statusCode() >= 400 && answer.statusCode() < 500 && answer.statusCode() != 408);
            }
            if (each instanceof ConnectException
                    || each instanceof UnknownHostException
                    || each instanceof NoRouteToHostException
                    || each instanceof SSLHandshakeException
                    || NEVER_CONNECTED.contains(each.getClass().getSimpleName())) {
                return true;
            }
        }
        return false;
    }
}
