package io.atalaya.connect;

import java.util.List;

/** What was connected to before, newest first. */
public interface RecentConnections {
    List<RecentConnection> all();

    /** Puts it first and drops an older entry for the same connection. */
    void used(RecentConnection connection);
}
