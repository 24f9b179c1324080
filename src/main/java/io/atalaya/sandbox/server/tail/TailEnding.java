package io.atalaya.sandbox.server.tail;

/** How a Live Tail session ends. */
public enum TailEnding {
    /** The body ends as it should; no reason is given. AWS does so when it moves sessions. */
    CLEAN,
    /** The connection closes in the middle of a frame. SDK 2.40 reports that as if the stream had ended well. */
    CUT,
    /** {@code SessionTimeoutException}, as after three hours. */
    TIMED_OUT,
    /** {@code SessionStreamingException}: something failed over there. */
    STREAMING_FAILED,
    /** A frame whose checksum is wrong. */
    MALFORMED
}
