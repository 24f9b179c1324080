package io.atalaya.ui.logs;

import io.atalaya.logs.TailedGroup;
import io.atalaya.logs.ledger.Completeness;
import io.atalaya.logs.tail.TailStatus;
import io.atalaya.logs.view.LogView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session that is open: tailed, or read again after it ended. Everything answers at once, but for what says otherwise. */
public interface OpenLog {
    /** Of the session; names its directory. */
    String id();

    /** What is read, in the order asked for. */
    List<TailedGroup> groups();

    /** A reader's own view of it; whoever asked closes it. */
    LogView newView();

    Completeness completeness();

    TailStatus status();

    /** Marks and notes. */
    PinStore pins();

    /** When the tail began; what is older was read afterwards, which is no recovery. */
    Instant begun();

    /** How many errors came since it was opened. */
    long errors();

    /** Nothing is read until {@link #resume}; what is missed meanwhile is swept afterwards. */
    void pause();

    void resume();

    /** @param pattern CloudWatch's filter pattern, for all of the session's groups; null for all events */
    record Started(List<TailedGroup> groups, @Nullable String pattern) {
        public Started {
            groups = List.copyOf(groups);
        }
    }

    /** How it was begun. */
    Started started();

    /** Ends the tail; what was read is kept and listed. May take a moment: not on the screen's thread. */
    void end();
}
