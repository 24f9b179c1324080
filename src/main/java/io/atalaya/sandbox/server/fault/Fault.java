package io.atalaya.sandbox.server.fault;

import java.time.Duration;

/** One way for a call to go wrong. Faults that name no code get the one the struck service would use. */
public sealed interface Fault {
    /** Too many requests: RequestLimitExceeded, Throttling or ThrottlingException. */
    record Throttled() implements Fault {}

    /** The service is at fault: an AWS error with a 5xx status, e.g. 500 InternalError or 503 Unavailable. */
    record ServerError(int status) implements Fault {}

    /** The caller's credentials are treated as expired. */
    record ExpiredCredentials() implements Fault {}

    /**
     * IAM says no, in the words of the message that names the missing action.
     *
     * @param resource the ARN in the message; {@code *} where the action has no resource
     */
    record Denied(String resource) implements Fault {}

    /** Any AWS error by its wire code. */
    record Refused(int status, String code, String message) implements Fault {}

    /** The endpoint does not have this operation: 400 UnsupportedOperation, as compatible endpoints say. */
    record NotImplemented() implements Fault {}

    /** Any answer at all, e.g. a proxy's HTML page with status 500. */
    record RawAnswer(int status, String contentType, String body) implements Fault {}

    /** The right answer, later. */
    record Latency(Duration delay) implements Fault {}

    /** No answer until the plan is released, the server closed or ten minutes have gone by; then the connection drops. */
    record Hang() implements Fault {}

    /** The connection closes without an answer. */
    record DroppedConnection() implements Fault {}

    /** The right answer cut in half, with the length of its half: XML or JSON that does not parse. */
    record MalformedBody() implements Fault {}

    /** The connection closes in the middle of the right answer. */
    record CutConnection() implements Fault {}
}
