package io.atalaya.ui.logs;

import io.atalaya.deployment.Problem;
import io.atalaya.logs.TailedGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The logs of a connection as the view uses them. Implemented in {@code app}; may block, so called in the background, but for {@link #open()}. */
public interface LogDesk {
    /** A session that is kept: on disk, whether or not it is tailed. */
    record Kept(
            String id,
            List<String> groups,
            Instant started,
            @Nullable Instant ended,
            long events,
            long bytes,
            boolean open) {
        public Kept {
            groups = List.copyOf(groups);
        }
    }

    /** What came of opening one. */
    sealed interface Opened {
        record Log(OpenLog log) implements Opened {}

        /** It could not be: the disk is full, or another program holds it. */
        record Failed(Problem problem) implements Opened {}
    }

    /** Those that are open, in the order in which they were opened; at once, on any thread. */
    List<OpenLog> open();

    /**
     * Begins a tail.
     *
     * @param pattern CloudWatch's filter pattern; null for all events
     * @param back how much of what was written before is read too
     */
    Opened tail(List<TailedGroup> groups, @Nullable String pattern, Duration back);

    /** Ends a log that is open. */
    void close(OpenLog log);

    /** Opens a session that is kept, to read it again. */
    Opened reopen(String id);

    /** Newest first. */
    List<Kept> kept();

    /** For good. */
    void delete(String id);
}
