package io.atalaya.sandbox.server;

import io.atalaya.sandbox.server.http.OutgoingResponse;
import io.atalaya.sandbox.server.tail.LiveTailSession;
import java.util.concurrent.CountDownLatch;

/** What becomes of a request. */
sealed interface Outcome {
    /** A whole answer. */
    record Answer(OutgoingResponse response) implements Outcome {}

    /** Half an answer, then the connection closes. */
    record Cut(OutgoingResponse response) implements Outcome {}

    /** The connection closes. */
    record Drop() implements Outcome {}

    /**
     * An answer that goes on until its session ends.
     *
     * @param end counted down when the server ends the session
     */
    record Stream(LiveTailSession session, CountDownLatch end) implements Outcome {}
}
