package io.atalaya.sandbox.server.tail;

import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartLiveTailRequest;

/** Where Live Tail sessions get their log events from: the simulated deployment's log groups. */
@FunctionalInterface
public interface LiveTailFeed {
    /** Takes the events of one session. Called from any thread; returns at once. */
    @FunctionalInterface
    interface Sink {
        void event(LiveTailSessionLogEvent event);
    }

    /**
     * Begins to hand over events as they are written: of the request's log groups, filtered by its pattern and stream names.
     *
     * @return ends the subscription when closed
     * @throws RuntimeException a {@code WireFault} when the request is one AWS refuses, e.g. a log group that is not there
     */
    AutoCloseable subscribe(StartLiveTailRequest request, Sink sink);

    /** A feed without events. */
    static LiveTailFeed silent() {
        return (request, sink) -> () -> {};
    }
}
