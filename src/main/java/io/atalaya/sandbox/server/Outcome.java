package io.atalaya.sandbox.server;

import io.atalaya.sandbox.server.http.OutgoingResponse;
import io.atalaya.sandbox.server.tail.LiveTailSession;

/** What becomes of a request. */
sealed interface Outcome {
    /** A whole answer. */
    record Answer(OutgoingResponse response) implements Outcome {}

    /** Half an answer, then the connection closes. */
    record Cut(OutgoingResponse response) implements Outcome {}

    /** The connection closes. */
    record Drop() implements Outcome {}

    /** An answer that goes on until its session ends. */
    record Stream(LiveTailSession session) implements Outcome {}
}
