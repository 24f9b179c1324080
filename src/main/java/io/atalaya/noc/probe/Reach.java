package io.atalaya.noc.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;

/** From a name to a connection: the addresses in their order, one after the other, until one answers. */
final class Reach {
    private final Way way;
    private final Connector connector;
    private final Patience patience;
    private final Attempt attempt;

    Reach(Way way, Connector connector, Patience patience, Attempt attempt) {
        this.way = way;
        this.connector = connector;
        this.patience = patience;
        this.attempt = attempt;
    }

    /** @param named whether the catalogue names the host itself */
    Socket connect(boolean named) throws IOException {
        var target = attempt.target;
        var deadline = attempt.deadline;
        var before = deadline.millis();
        var addresses = way.to(target.host(), target.port(), named, patience.name());
        if (target.host().literal().isEmpty()) {
            attempt.resolved(deadline.millis() - before);
        }
        if (addresses.isEmpty()) {
            throw new UnknownHostException(target.host().name());
        }
        IOException last = null;
        for (var i = 0; i < addresses.size(); i++) {
            var to = addresses.get(i);
            // what is left is shared, so that a dead first address leaves time for the next
            deadline.step("connect", patience.connect().dividedBy(addresses.size()));
            attempt.trying(text(to));
            var began = deadline.millis();
            try {
                var socket = connector.connect(to, deadline);
                attempt.connected(deadline.millis() - began);
                return socket;
            } catch (IOException e) {
                last = e;
            }
        }
        throw last == null ? new UnknownHostException(target.host().name()) : last;
    }

    private static String text(InetSocketAddress to) {
        return to.getAddress().getHostAddress();
    }
}
