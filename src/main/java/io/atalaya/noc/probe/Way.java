package io.atalaya.noc.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** How one gets to a host: by DNS, or, in a sandbox, by a map of its own. */
@FunctionalInterface
public interface Way {
    /**
     * Where connections to that host and port go, the first to be tried first.
     *
     * @param host one that is configured
     * @param named whether the catalogue itself names this address, where it is one
     * @throws java.net.UnknownHostException when there is no such name
     * @throws RefusedException when it leads where no probe may go
     * @throws IOException when nobody answered in time
     */
    List<InetSocketAddress> to(Host host, int port, boolean named, Duration atMost) throws IOException;
}
