package io.atalaya.ui.shell;

import io.atalaya.connect.Session;
import io.atalaya.ui.acting.ActingDesk;
import io.atalaya.ui.evidence.CaptureKey;
import io.atalaya.watch.ApiMeter;
import io.atalaya.watch.SourceStatus;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the bars show of a connection; looked at once a second.
 *
 * @param session never blocks: all of its questions are answered from memory
 * @param meter what this console costs the account
 * @param sources how each source fares
 * @param acting what may be done, what runs and how it ended; started and closed with the shell
 * @param captures makes capsules of what is on screen; null where there are none
 */
public record ShellConnection(
        Session session,
        Supplier<ApiMeter> meter,
        Supplier<List<SourceStatus>> sources,
        ActingDesk acting,
        @Nullable CaptureKey captures) {
    /** One of which no capsules are made. */
    public ShellConnection(
            Session session, Supplier<ApiMeter> meter, Supplier<List<SourceStatus>> sources, ActingDesk acting) {
        this(session, meter, sources, acting, null);
    }
}
