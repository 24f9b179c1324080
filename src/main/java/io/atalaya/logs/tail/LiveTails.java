package io.atalaya.logs.tail;

import io.atalaya.deployment.Problem;
import io.atalaya.logs.LogEvent;
import io.atalaya.logs.TailedGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens Live Tail sessions (logs:StartLiveTail). Implemented in {@code aws}; does not block. */
@FunctionalInterface
public interface LiveTails {
    /** CloudWatch allows so many groups in one session. */
    int MOST_GROUPS = 10;

    /** What a session tells, one after another, on a thread of the client: must be quick. */
    interface Listener {
        /** CloudWatch began it. */
        void started(String sessionId);

        /** About once a second, also when there is nothing. */
        void update(List<LogEvent> events, boolean sampled);

        /** It is over; nothing follows. {@code problem} is null where this side closed it. */
        void ended(@Nullable Problem problem);
    }

    /** An open session. */
    interface Session extends AutoCloseable {
        /** Ends it, at once; {@link Listener#ended} may still come. */
        @Override
        void close();
    }

    /**
     * Opens one.
     *
     * @param groups at most ten; only one where streams or a prefix are given
     */
    Session open(List<TailedGroup> groups, @Nullable String pattern, Listener listener);
}
